"""How large a window is when it opens: as wished, but never larger than the screen leaves room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # px around a window that belong to its borders and title


def first_size(window: QWidget, wished: QSize) -> QSize:
    """The size in px to open a window with.

    Args:
        window: The window, not shown yet.
        wished: Its size where there is room for it.
    """
    # Without a screen there is none to be too small; what Qt then reports is made up.
    if QGuiApplication.platformName() == "offscreen":
        return wished
    return fitted(wished, window.screen().availableSize())


def fitted(wished: QSize, room: QSize) -> QSize:
    """The part of a wished size that fits into the room, with a frame around it."""
    return wished.boundedTo(room - _FRAME)
