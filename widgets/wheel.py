"""The wheel with Ctrl held down: it zooms the window, over whatever it is turned."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea


def is_zoom(event: QWheelEvent) -> bool:
    """Whether the wheel is the window's. What scrolls by it then lets it pass: Qt would go on by pages."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        event.ignore()
        return True
    return False


class Scroller(QScrollArea):
    """An area that scrolls, but not while Ctrl is held down."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not is_zoom(event):
            super().wheelEvent(event)
