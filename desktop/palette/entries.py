"""The menu's entry that opens the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..menu_entry import Entry

if TYPE_CHECKING:
    from ..window import Window

NAME = "Command palette …"


def palette_entries(window: Window) -> list[Entry]:
    """What finds commands rather than text."""
    return [Entry(NAME, partial(open_palette, window), "Ctrl+K")]


def open_palette(window: Window) -> None:
    """Open it, or close it if it is open."""
    from .palette import palette_of

    palette_of(window).toggle()
