"""A window over the whole screen, and back to what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from .window import Window


def toggle_full_screen(window: Window) -> None:
    """Give a window the whole screen, or take it away."""
    if window.isFullScreen():
        leave_full_screen(window)
        return
    window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    window.notices.mention("Press Esc to leave the full screen.")


def leave_full_screen(window: Window) -> None:
    """Make a window as large again as it was; one that was maximised still is."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
