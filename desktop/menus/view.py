"""View: how the window shows its page."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from ..full_screen import toggle_full_screen
from ..menu_entry import Entry, between_lines
from .standard_keys import standard_keys

if TYPE_CHECKING:
    from ..window import Window


def view_entries(window: Window) -> tuple[Entry, ...]:
    """The entries as things stand."""
    toggle, keys = partial(toggle_full_screen, window), full_screen_keys()
    return between_lines(
        zoom_entries(window),
        [Entry("Full screen", toggle, keys, checked=window.isFullScreen())],
        [Entry("Settings …", window.menu.open_settings, standard_keys("Preferences"))],
    )


def full_screen_keys() -> str:
    """What the platform has for it; on Linux it depends on the desktop whether Qt knows any."""
    return standard_keys("FullScreen", "" if sys.platform == "darwin" else "F11")


def zoom_entries(window: Window) -> list[Entry]:
    """What changes the size of all that shows."""
    zooming = window.zooming
    larger = f"{standard_keys('ZoomIn', 'Ctrl++')}; Ctrl+="  # where "+" needs Shift, nobody presses it
    smaller = standard_keys("ZoomOut", "Ctrl+-")
    return [
        Entry("Zoom in", zooming.larger, larger, enabled=not zooming.is_largest()),
        Entry("Zoom out", zooming.smaller, smaller, enabled=not zooming.is_smallest()),
        Entry("Actual size", zooming.reset, "Ctrl+0"),
    ]
