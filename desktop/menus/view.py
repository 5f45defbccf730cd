"""View: how the window shows its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..menu_entry import Entry, between_lines
from .standard_keys import standard_keys

if TYPE_CHECKING:
    from ..window import Window


def view_entries(window: Window) -> tuple[Entry, ...]:
    """The entries as things stand."""
    return between_lines(
        zoom_entries(window),
        [Entry("Settings …", window.menu.open_settings, standard_keys("Preferences"))],
    )


def zoom_entries(window: Window) -> list[Entry]:
    """What changes the size of all that shows."""
    return []
