"""Events as a user's, and how long it takes until what depends on them is painted."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

PATIENCE = 10_000  # ms
NO_KEY = Qt.KeyboardModifier.NoModifier

Events = Iterable[tuple[QObject, QEvent]]


class Painted(QObject):
    """Waits until a widget that says something else than before has been painted.

    The events come from Qt's own loop, as they do in an app. A test that calls ``mouseClick`` would hold the
    interpreter while the script waits for it.
    """

    def __init__(self, widget: QWidget, says: Callable[[], str]) -> None:
        super().__init__(widget)
        self._says = says
        self._before = ""
        self._widget = widget
        self._loop = QEventLoop(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE, timeout=self._loop.quit)

    def after(self, events: Events) -> float:
        """Seconds from when these events are Qt's to the painted text that changes by them."""

        def post() -> None:
            for receiver, event in events:
                QCoreApplication.postEvent(receiver, event)

        return self.after_act(post)

    def after_act(self, act: Callable[[], object]) -> float:
        """Seconds from what a user does to the painted text that changes by it."""
        self._before = self._says()
        self._widget.installEventFilter(self)
        self._patience.start()
        started = time.perf_counter()
        act()
        self._loop.exec()
        took = time.perf_counter() - started
        assert self._patience.isActive(), f"{self._before!r} has not changed"
        self._widget.removeEventFilter(self)
        return took

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._says() != self._before:
            self._loop.quit()  # as soon as this paint and all that goes with it are done
        return False


PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)


def mouse(kind: QEvent.Type, widget: QWidget, spot: QPoint, *, held: bool) -> tuple[QObject, QEvent]:
    """An event of the left mouse button, or of a move, in the window of a widget."""
    window = widget.window()
    button = Qt.MouseButton.NoButton if kind is MOVE else Qt.MouseButton.LeftButton
    buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
    at = QPointF(widget.mapTo(window, spot))
    there = QPointF(widget.mapToGlobal(spot))
    return window.windowHandle(), QMouseEvent(kind, at, at, there, button, buttons, NO_KEY)


def click(button: QWidget) -> Events:
    spot = button.rect().center()
    # The pointer is on the button by then: to come there is not part of a click.
    QCoreApplication.sendEvent(*mouse(MOVE, button, spot, held=False))
    QCoreApplication.processEvents()
    yield mouse(PRESS, button, spot, held=True)
    yield mouse(RELEASE, button, spot, held=False)


def stroke(widget: QWidget, key: Qt.Key, text: str = "") -> Events:
    window = widget.window().windowHandle()
    yield window, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEY, text)
    yield window, QKeyEvent(QEvent.Type.KeyRelease, key, NO_KEY, text)


def letter(widget: QWidget, text: str) -> Events:
    return stroke(widget, Qt.Key(ord(text.upper())), text)
