"""What a bundle is made of: its size by package."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from .staging import APP

_PYTHON = "Python"
_SYSTEM = "system libraries"
_THE_APP = "the app itself"
SHOWN = 14
MEGABYTE = 1_000_000


def sizes(folder: Path, contents: Path) -> Counter[str]:
    """How many bytes of a bundle belong to which package.

    Args:
        folder: The bundle.
        contents: What the freezing wrote of it.
    """
    made = json.loads(contents.read_text(encoding="utf-8"))
    owners = _Owners()
    by_place = {Path(place).as_posix(): source for place, source in made["files"]}
    found: Counter[str] = Counter()
    for path, size in _files(folder):
        place = _place_in(path.relative_to(folder))
        if place is not None:
            found[owners.of_file(place, by_place.get(place.as_posix(), ""))] += size
    for module, size in _archived(Path(made["archive"])):
        found[owners.of_module(module)] += size
    found[_PYTHON] += max(0, total_size(folder) - found.total())  # the program that starts it all
    return found


def total_size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(size for _, size in _files(folder))


def table(found: Counter[str]) -> list[str]:
    """The lines to print, the largest first."""
    ranked = [(name, size) for name, size in found.most_common() if size]
    rows = ranked[:SHOWN]
    rest = ranked[SHOWN:]
    if rest:
        rows.append((f"{len(rest)} more", sum(size for _, size in rest)))
    rows.append(("in all", found.total()))
    width = max(len(name) for name, _ in rows)
    return [f"  {name:<{width}} {size / MEGABYTE:8.1f} MB" for name, size in rows]


def _files(folder: Path) -> Iterable[tuple[Path, int]]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path, path.stat().st_size


def _place_in(path: Path) -> Path | None:
    """Where a file lies for the program; None for the program itself, which holds the archive."""
    for root in ("_internal", "Frameworks", "Resources"):
        if root in path.parts[:2]:
            return Path(*path.parts[path.parts.index(root) + 1 :])
    return None


def _archived(archive: Path) -> Iterable[tuple[str, int]]:
    from PyInstaller.archive.readers import ZlibArchiveReader

    for name, (_, _, length) in ZlibArchiveReader(str(archive)).toc.items():
        yield name, length


class _Owners:
    """Tells which package a file or a module belongs to."""

    def __init__(self) -> None:
        self._packages = metadata.packages_distributions()

    def of_module(self, module: str) -> str:
        top = module.partition(".")[0]
        if top == __name__.partition(".")[0]:
            return top
        names = self._packages.get(top)
        return names[0] if names else _PYTHON

    def of_file(self, place: Path, source: str) -> str:
        top = place.parts[0]
        if top == APP:
            return _THE_APP
        if top.endswith(".dist-info"):
            return top.partition("-")[0].replace("_", "-")
        if top.endswith(".libs"):  # where wheels keep the libraries that they bring along
            return self.of_module(top.removesuffix(".libs"))
        if len(place.parts) == 1 and "site-packages" not in source:
            return _PYTHON if top.startswith(("base_library", "python", "libpython")) else _SYSTEM
        return self.of_module(top.partition(".")[0])
