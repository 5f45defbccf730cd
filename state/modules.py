"""The local modules that a script imports: which they are, and how a change of one takes effect."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import linecache
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from .places import Places
from .syntax import parse


def local_modules(root: Path, before: Collection[str] = frozenset()) -> dict[str, Path]:
    """The imported modules whose source files are the user's: what a window watches beside its script.

    Args:
        root: The folder of the script.
        before: Names of modules that stay out. Modules of libraries and of desklit never count, so the
            default does; a second window of an app must not give what the first one imported.

    Returns:
        Module name to source file, as it was imported (symbolic links kept). Namespace packages have no
        file and do not appear, their modules do.
    """
    places = Places([root])
    found = {}
    for name, module in list(sys.modules.items()):
        if name in before or name in ("__main__", "__mp_main__"):
            continue
        file = _namespace(module).get("__file__")
        if (
            isinstance(file, str)
            and file.endswith((".py", ".pyw"))
            and places.owner(file) in ("own", "other")
        ):
            found[name] = Path(os.path.abspath(file))
    return found


def forget(paths: Iterable[Path], modules: Mapping[str, Path]) -> frozenset[str]:
    """Drop changed modules, and those that rest on them, so that the next run imports them anew.

    Call it between runs. A module rests on another when it imports it or something of it, anywhere in
    its file, when it holds an object that was defined there, or when it lies in that package.

    Args:
        paths: The files that were changed, moved or deleted.
        modules: What `local_modules` gave.

    Returns:
        The names of the modules that were dropped.
    """
    changed = {os.path.realpath(path) for path in paths}
    dropped = {name for name, path in modules.items() if os.path.realpath(path) in changed}
    if not dropped:
        return frozenset()
    rests_on = {name: _imports(name, path) | _origins(name) for name, path in modules.items()}
    grew = True
    while grew:
        more = {
            name for name in modules.keys() - dropped if rests_on[name] & dropped or _parents(name) & dropped
        }
        dropped |= more
        grew = bool(more)
    for name in dropped:
        _drop(name)
        if os.path.realpath(modules[name]) in changed:
            _forget_file(str(modules[name]))
    importlib.invalidate_caches()
    return frozenset(dropped)


def _drop(name: str) -> None:
    module = sys.modules.pop(name, None)
    # `from package import module` would find the old one as the package's attribute.
    parent, _, child = name.rpartition(".")
    holder = _namespace(sys.modules.get(parent))
    if module is not None and holder.get(child) is module:
        del holder[child]


def _forget_file(path: str) -> None:
    linecache.checkcache(path)
    # Python recognises stale bytecode by size and full second: two quick saves look the same to it.
    with suppress(OSError, NotImplementedError, ValueError):
        os.unlink(importlib.util.cache_from_source(path))


def _parents(name: str) -> set[str]:
    parts = name.split(".")
    return {".".join(parts[:count]) for count in range(1, len(parts))}


def _origins(name: str) -> set[str]:
    """The modules whose functions, classes or very selves stand among the globals of module ``name``."""
    origins = set()
    for value in list(_namespace(sys.modules.get(name)).values()):
        if type(value) is ModuleType:
            origin: Any = value.__dict__.get("__name__")
        else:
            try:
                origin = getattr(value, "__module__", None)
            except Exception:  # a foreign object's __getattr__ may do anything
                continue
        # A package holds its imported modules without a word in its file; only that would count.
        if isinstance(origin, str) and not f"{origin}.".startswith(f"{name}."):
            origins.add(origin)
    return origins


def _imports(name: str, path: Path) -> set[str]:
    """The modules that the file of module ``name`` imports, wherever in it."""
    try:
        tree = parse(path.read_bytes())
    except (OSError, SyntaxError, ValueError, RecursionError):
        return set()
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return {found for node in ast.walk(tree) for found in _imported_by(node, package)}


def _imported_by(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.name
            yield from _parents(alias.name)
    elif isinstance(node, ast.ImportFrom):
        base = node.module or ""
        if node.level:
            parts = package.split(".")
            kept = parts[: len(parts) - node.level + 1]
            base = ".".join([*kept, base] if base else kept)
        yield base
        yield from (f"{base}.{alias.name}" for alias in node.names)


def _namespace(module: object) -> dict[str, Any]:
    """A module's globals, without waking a lazy module and whatever stands in its place."""
    try:
        namespace = object.__getattribute__(module, "__dict__")
    except AttributeError:
        return {}
    return namespace if isinstance(namespace, dict) else {}
