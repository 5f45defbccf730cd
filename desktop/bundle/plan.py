"""What is handed to PyInstaller's process, as a file between the two."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from ...state.records import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """How a bundle is made.

    Args:
        program: The program's name without its suffix.
        name: What users read.
        version: The version.
        scripts: The script that starts the bundle, and one that only lists what the app imports.
        search: Folders in which modules are looked for first.
        modules: Modules that go along, whoever imports them.
        imports: What the app's files import, by full names.
        without: Modules that do not go along.
        hooks: A folder of hooks.
        data: Files and their folders in the bundle.
        icon: The icon's file for this system; empty for none.
        version_info: A file that tells Windows the version; empty for none.
        slim_qt: Whether of Qt only that goes along what desklit has to do with.
        qt: The modules of PySide6 that do.
        contents: Where to write what the bundle is made of.
    """

    program: str
    name: str
    version: str
    scripts: tuple[str, ...]
    search: tuple[str, ...]
    modules: tuple[str, ...]
    imports: tuple[str, ...]
    without: tuple[str, ...]
    hooks: str
    data: tuple[tuple[str, str], ...]
    icon: str
    version_info: str
    slim_qt: bool
    qt: tuple[str, ...]
    contents: str

    def write(self, path: Path) -> None:
        """Write the plan to a file."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: str) -> Plan:
        """Read what :meth:`write` wrote."""
        fields = json.loads(Path(path).read_text(encoding="utf-8"))
        data = tuple((source, place) for source, place in fields.pop("data"))
        lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
        return cls(**{**fields, **lists, "data": data})
