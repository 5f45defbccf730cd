"""Lays out what PyInstaller reads: desklit's own files, the script that starts the bundle, the plan."""

from __future__ import annotations

import os
import py_compile
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import cache_from_source, find_spec
from pathlib import Path

from ...state.records import dataclass
from .collect import Project
from .identity import Identity, windows_version_info
from .needed import needless
from .plan import Plan
from .uses import NEVER, NOT_FOR_THEIR_OWN_SAKE, implied_by, plugins_of

APP = "app"
"""The folder in a bundle that holds the app's own files."""

_PACKAGE = __name__.partition(".")[0]
_ROOT = Path(__file__).parent.parent.parent
# The command line and what makes bundles are of no use in one, nor is what drives apps in tests.
_NOT_STAGED = ("desktop/testing", "desktop/bundle", "desktop/commands.py")
_BUNDLED_TOO = ("desktop/bundle/__init__.py", "desktop/bundle/running.py")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the bundle's maker says of modules and options.

    Args:
        modules: Modules to take along.
        without: Modules to leave out.
        options: Options of the configuration that hold in the bundle.
    """

    modules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    options: Mapping[str, str] | None = None


def stage(work: Path, project: Project, identity: Identity, wishes: Wishes, icon: Path | None) -> Path:
    """Write everything that PyInstaller needs.

    Args:
        work: An empty folder.
        project: The app's files.
        identity: Its name and version.
        wishes: What its maker says of modules and options.
        icon: The icon's file for this system.

    Returns:
        The spec file.
    """
    package = work / "lib" / _PACKAGE
    own = list(_stage_package(package))
    start, imports = work / "start.py", work / "imported_by_app.py"
    _write(start, _start_text(project, identity, wishes.options or {}))
    implied = sorted(_implied(project, wishes))
    _write(imports, _import_text(project, implied))
    _write(work / "hooks" / f"hook-{_PACKAGE}.py", f"excludedimports = {list(NOT_FOR_THEIR_OWN_SAKE)!r}\n")
    # It draws code as a picture, which desklit has no use for.
    _write(work / "hooks" / "hook-pygments.formatters.img.py", "excludedimports = ['PIL']\n")
    version_info = ""
    if identity.system == "win32":
        version_info = str(work / "version_info.txt")
        _write(Path(version_info), windows_version_info(identity))
    packages = project.packages | {module.partition(".")[0] for module in (*wishes.modules, *implied)}
    roots = packages | (_imported_by_desklit(package) - set(NOT_FOR_THEIR_OWN_SAKE))
    # Real Streamlit is never needed: desklit stands for it.
    never = {name for name in NEVER if name not in packages or name == "streamlit"}
    without = {*never, *needless(roots - {"streamlit"}, wishes.without), *wishes.without} - {_PACKAGE}
    plan = Plan(
        program=identity.program,
        name=identity.name,
        version=identity.version,
        scripts=(str(start), str(imports)),
        search=(str(work / "lib"),),
        modules=(*own, *wishes.modules),
        imports=tuple(sorted(_full_names(project))),
        without=tuple(sorted(without)),
        hooks=str(work / "hooks"),
        data=(*_package_data(package), *_app_data(work, project)),
        icon=str(icon or ""),
        version_info=version_info,
        slim_qt="PySide6" not in packages,
        qt=tuple(sorted(_qt_modules(package, project))),
        contents=str(work / "contents.json"),
    )
    plan.write(work / "plan.json")
    spec = work / "bundle.spec"
    _write(spec, f"from {__package__}.freezing import freeze\nfreeze({str(work / 'plan.json')!r})\n")
    return spec


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _stage_package(target: Path) -> Iterator[str]:
    """Copy desklit, however it is installed, to where PyInstaller finds it; gives its modules' names."""
    for layer in ("state", "widgets", "desktop"):
        shutil.copytree(_ROOT / layer, target / layer, ignore=_ignored)
    for name in ("__init__.py", *_BUNDLED_TOO):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_ROOT / name, target / name)
    for path in sorted(target.rglob("*.py")):
        parts = path.relative_to(target.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _ignored(folder: str, names: list[str]) -> set[str]:
    here = Path(folder).relative_to(_ROOT)
    return {name for name in names if name == "__pycache__" or (here / name).as_posix() in _NOT_STAGED}


def _start_text(project: Project, identity: Identity, options: Mapping[str, str]) -> str:
    script = (Path(APP) / project.entry.relative_to(project.root)).as_posix()
    given = f"{script!r}, {identity.name!r}, {identity.version!r}, {identity.slug!r}, {dict(options)!r}"
    return f"from {_PACKAGE}.desktop.bundle.running import run\n\nrun({given})\n"


def _import_text(project: Project, implied: Iterable[str]) -> str:
    """All that the app imports, as a script that PyInstaller follows and that never runs."""
    statements = dict.fromkeys(found.statement for _, found in project.imports)
    for module in implied:
        statements.setdefault(f"import {module}")
    for package in _packages_by_name(project):
        statements.update(dict.fromkeys(f"import {module}" for module in _submodules(package)))
    kept = [line for line in statements if line.split()[1].partition(".")[0] not in ("streamlit", _PACKAGE)]
    return "\n".join(kept) + "\n"


def _implied(project: Project, wishes: Wishes) -> set[str]:
    packages = project.packages | ({"streamlit"} if _PACKAGE in project.packages else set())
    candidates = implied_by(project.names, packages) | plugins_of(packages - {"streamlit", _PACKAGE})
    left_out = set(wishes.without)
    return {
        module for module in candidates if module.partition(".")[0] not in left_out and is_installed(module)
    }


def is_installed(module: str) -> bool:
    """Whether a module's package can be imported here."""
    try:
        return find_spec(module.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False


def _packages_by_name(project: Project) -> Iterable[str]:
    return dict.fromkeys(package for source in project.sources for package in source.packages)


def _submodules(package: str) -> Iterator[str]:
    """The modules of an installed package, read from its folders; it is not imported."""
    try:
        spec = find_spec(package.partition(".")[0])
    except (ImportError, ValueError):
        return
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        folder = Path(place).joinpath(*package.split(".")[1:])
        for path in sorted(folder.glob("*")):
            if path.suffix == ".py" or (path / "__init__.py").is_file():
                yield package if path.stem == "__init__" else f"{package}.{path.name.partition('.')[0]}"


def _full_names(project: Project) -> Iterator[str]:
    for _, found in project.imports:
        yield found.module
        yield from (f"{found.module}.{name}" for name in found.names)


def _package_data(package: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(package.rglob("*")):
        if path.is_file() and path.suffix != ".py":
            yield str(path), path.relative_to(package.parent).as_posix()
    # By this file the start tells whether it knows this PySide6 (`quick_imports`).
    spec = find_spec("PySide6")
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        yield str(Path(place) / "_config.py"), "PySide6/_config.py"


def _app_data(work: Path, project: Project) -> Iterator[tuple[str, str]]:
    """The app's files as they lie, and what Python compiles of its modules, which else each start would."""
    for path in project.files:
        place = Path(APP) / path.relative_to(project.root)
        yield str(path), place.as_posix()
        if path.suffix == ".py" and path != project.entry:
            made = _compiled(path, work / "compiled" / place)
            if made is not None:
                yield str(made), (place.parent / "__pycache__" / made.name).as_posix()


def _compiled(path: Path, place: Path) -> Path | None:
    cached = Path(cache_from_source(str(place)))
    mode = py_compile.PycInvalidationMode.CHECKED_HASH  # unpacking a bundle may change its files' times
    made = py_compile.compile(str(path), str(cached), str(path.name), invalidation_mode=mode, quiet=2)
    return cached if made is not None else None


def _imported_by_desklit(package: Path) -> set[str]:
    """The packages that desklit's files import, wherever in them."""
    found: set[str] = set()
    for path in package.rglob("*.py"):
        found.update(re.findall(r"(?m)^\s*(?:from|import) (\w+)", path.read_text(encoding="utf-8")))
    return found


def _qt_modules(package: Path, project: Project) -> set[str]:
    """The modules of PySide6 that desklit's files name, without those that this app has no use for."""
    named: set[str] = set()
    for path in package.rglob("*.py"):
        named.update(re.findall(r"PySide6\.(Qt\w+)", path.read_text(encoding="utf-8")))
    spared = {name.partition(".")[2] for name in NOT_FOR_THEIR_OWN_SAKE if name.startswith("PySide6.")}
    used = {name.partition(".")[2] for name in implied_by(project.names, {"streamlit"}) if "." in name}
    return named - (spared - used)


def relative_names(paths: Sequence[Path], folder: Path) -> list[str]:
    """Paths as their user reads them, seen from a folder."""
    return [Path(os.path.relpath(path, folder)).as_posix() for path in paths]
