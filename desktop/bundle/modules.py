"""Which files of the app's own an import means."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

from .source import Import

_SUFFIXES = (".py", *EXTENSION_SUFFIXES)


class LocalModules:
    """The modules beside an app's script.

    Args:
        folder: The script's folder, which is the first that Python looks into.
    """

    def __init__(self, folder: Path) -> None:
        self._folders = [folder]

    def look_into(self, folders: Iterable[Path]) -> None:
        """Take further folders for places of modules: a source puts them on ``sys.path``."""
        self._folders += [folder for folder in folders if folder not in self._folders]

    def files_of(self, found: Import, where: Path) -> list[Path]:
        """The app's own files that an import runs; none if the module is from elsewhere.

        Args:
            found: The import.
            where: The file that it stands in.
        """
        dots = len(found.module) - len(found.module.lstrip("."))
        parts = [part for part in found.module[dots:].split(".") if part]
        if dots:
            base = where.parent
            for _ in range(dots - 1):
                base = base.parent
            return _files(base, parts, found.names)
        for folder in self._folders:
            files = _files(folder, parts, found.names)
            if files:
                return files
        return []


def _files(folder: Path, parts: list[str], names: tuple[str, ...]) -> list[Path]:
    files: list[Path] = []
    place = folder
    for part in parts:
        module, package = _module(place, part), place / part
        if module is not None:
            return [*files, module]
        if not package.is_dir():
            return []
        if (package / "__init__.py").is_file():
            files.append(package / "__init__.py")
        place = package
    if not parts and (place / "__init__.py").is_file():
        files.append(place / "__init__.py")
    for name in names:
        files += _member(place, name)
    return files


def _member(place: Path, name: str) -> list[Path]:
    """What ``from package import name`` runs where the name is a module; all of them for a star."""
    if name == "*":
        return sorted(place.glob("*.py"))
    module = _module(place, name)
    if module is not None:
        return [module]
    inside = place / name / "__init__.py"
    return [inside] if inside.is_file() else []


def _module(place: Path, name: str) -> Path | None:
    for suffix in _SUFFIXES:
        path = place / f"{name}{suffix}"
        if path.is_file():
            return Path(os.path.abspath(path))
    return None
