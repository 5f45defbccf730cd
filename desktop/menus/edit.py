"""Edit: take back, find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..menu_entry import Entry, between_lines
from ..palette.entries import palette_entries
from ..undo.entries import undo_entries
from .standard_keys import standard_keys

if TYPE_CHECKING:
    from ..window import Window


def edit_entries(window: Window) -> tuple[Entry, ...]:
    """The entries as things stand."""
    return between_lines(
        undo_entries(window),
        [
            Entry("Find …", window.open_search, standard_keys("Find", "Ctrl+F")),
            *palette_entries(window),
        ],
    )
