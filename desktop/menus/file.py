"""File: windows, documents, paper."""

from __future__ import annotations

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
        [Entry("Print …", window.menu.print, standard_keys("Print", "Ctrl+P"))],
        [Entry("Close", window.close, standard_keys("Close", "Ctrl+W"))],
    )


def document_entries(window: Window) -> list[Entry]:
    """What opens and saves files."""
    return []
