"""File: windows, documents, paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..menu_entry import Entry, between_lines
from .standard_keys import standard_keys

if TYPE_CHECKING:
    from ..window import Window


def file_entries(window: Window) -> tuple[Entry, ...]:
    """The entries as things stand."""
    return between_lines(
        [Entry("New window", window.new_window_wanted.emit, standard_keys("New", "Ctrl+N"))],
        document_entries(window),
        [
            Entry("Export as PDF …", window.menu.export),
            Entry("Print …", window.menu.print, standard_keys("Print", "Ctrl+P")),
        ],
        [Entry("Close", window.menu.close_window, standard_keys("Close", "Ctrl+W"))],
    )


def document_entries(window: Window) -> list[Entry]:
    """What opens and saves files."""
    return [
        Entry("Open …", lambda: window.documents.ask_open(), standard_keys("Open", "Ctrl+O")),
        *_recent_entries(window),
        Entry("Save session", lambda: window.documents.save(), standard_keys("Save", "Ctrl+S")),
        Entry("Save as …", lambda: window.documents.save_as(), standard_keys("SaveAs", "Ctrl+Shift+S")),
    ]


def _recent_entries(window: Window) -> list[Entry]:
    from ..documents.places import recent_file
    from ..documents.recent import RecentDocuments

    paths = RecentDocuments(recent_file()).paths()
    if not paths:
        return []
    return [Entry("Open recent", entries=tuple(_recent_entry(window, path, paths) for path in paths))]


def _recent_entry(window: Window, path: Path, all_paths: tuple[Path, ...]) -> Entry:
    """A document by its name, and by its folder where another one is called the same."""
    twice = sum(each.name == path.name for each in all_paths) > 1
    name = f"{path.stem} – {path.parent}" if twice else path.stem
    return Entry(name, lambda: window.documents.open(path))
