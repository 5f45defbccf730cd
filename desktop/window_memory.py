"""Gives a window what is remembered of its app, and notes how it is left."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect
from PySide6.QtGui import QGuiApplication

from .app import WAITS
from .app_memory import AppMemory
from .window import Window

STEP = QPoint(32, 32)  # px from a window to the next one of the same app
BRIEF = 400  # ms: shapes that would be gone again this soon are worse than none


class WindowMemory(QObject):
    """What one window has from its app's memory and leaves there when it closes.

    Args:
        window: The window, not shown yet.
        memory: What is kept of its app.
        before: Another window of the app that is open already; this one is put beside it.
    """

    def __init__(self, window: Window, memory: AppMemory, before: Window | None = None) -> None:
        super().__init__(window)
        self._window = window
        window.memory = memory
        self._memory = memory
        self._clock = QElapsedTimer()
        self._clock.start()
        if memory.sidebar_width is not None:
            window.sidebar.choose_width(memory.sidebar_width)
        if before is not None:
            _cascade(window, before)
        elif not memory.geometry.isEmpty():
            # Qt brings what has come to be off all screens back onto one.
            window.restoreGeometry(memory.geometry)
        window.closed.connect(self.on_closed)

    def patience(self) -> int:
        """How many ms the window waits before it says that something will come, by how it went last time."""
        took = self._memory.first_element
        if took is None or took <= WAITS:
            return WAITS
        return BRIEF if took <= BRIEF else 0

    def on_first_element(self) -> None:
        """A page that said so has its first element."""
        self._memory.first_element = self._clock.elapsed()

    def on_closed(self) -> None:
        """Note how the window was left."""
        window, memory = self._window, self._memory
        memory.geometry = window.saveGeometry()
        memory.sidebar_width = window.sidebar.chosen
        pages = window.turner.pages
        now = pages.of_now() if pages is not None else None
        memory.page = "" if now is None or now.default else now.name
        memory.flush()


def _cascade(window: Window, before: Window) -> None:
    """Put a window a step beside another one, or at the corner of a screen that has no room there."""
    window.resize(before.normalGeometry().size() if before.isMaximized() else before.size())
    place = before.frameGeometry().topLeft() + STEP
    room = before.screen().availableGeometry()
    if not room.contains(QRect(place, window.size())):
        place = room.topLeft() + STEP
    if QGuiApplication.platformName() != "offscreen":
        window.move(place)
