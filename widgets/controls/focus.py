"""The ring around what has the keyboard focus."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

_WIDTH = 3


@runtime_checkable
class HasHalo(Protocol):
    """A widget that says where its ring goes, in its own coordinates, and how round it is."""

    def halo(self) -> tuple[QRect, float]: ...


class FocusHalo(QObject):
    """Draws a ring around the button or control that was reached with the keyboard.

    A click brings no ring, as in a browser. The ring lies outside of the widget, in the nearest ancestor
    that has room for it, and moves along. Make one for the whole application and keep it.

    Args:
        app: The application whose focus it follows.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)

    @property
    def ring(self) -> QWidget | None:
        """The ring while there is one."""
        return self._ring

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        self._drop()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if by_mouse or not isinstance(now, (QAbstractButton, HasHalo)) or now.property("halo") is False:
            return
        rect, radius = now.halo() if isinstance(now, HasHalo) else (now.rect(), _radius_of(now))
        wanted = rect.adjusted(-_WIDTH, -_WIDTH, _WIDTH, _WIDTH)
        host: QWidget = now
        while not host.rect().contains(QRect(now.mapTo(host, wanted.topLeft()), wanted.size())):
            parent = host.parentWidget()
            if host.isWindow() or parent is None:
                break
            host = parent
        if host is now:
            return
        self._ring = _Ring(now, host, wanted, radius + _WIDTH)
        for widget in _between(now, host):
            widget.installEventFilter(self)
            self._watched.append(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._ring is not None and kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._ring.place()
        elif kind in (QEvent.Type.Hide, QEvent.Type.MouseButtonPress, QEvent.Type.ParentChange):
            self._drop()
        return False

    def _drop(self) -> None:
        # A window that is destroyed takes both with it, without an event that would tell.
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None


class _Ring(QWidget):
    def __init__(self, target: QWidget, host: QWidget, wanted: QRect, radius: float) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target = target
        self._margins = (wanted.topLeft(), target.width() - wanted.width(), target.height() - wanted.height())
        self._radius = radius
        accent = _inherited(target, "accent")
        self._color = QColor(accent) if accent else target.palette().color(QPalette.ColorRole.Accent)
        self._color.setAlphaF(0.5)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        host = self.parentWidget()
        if host is None or not host.isAncestorOf(self._target):
            self.hide()
            return
        corner, less_width, less_height = self._margins
        width, height = self._target.width() - less_width, self._target.height() - less_height
        self.setGeometry(QRect(self._target.mapTo(host, corner), QRect(0, 0, width, height).size()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, _WIDTH))
        half = _WIDTH / 2
        radius = min(self._radius, self.height() / 2) - half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)


def _radius_of(button: QWidget) -> float:
    radius = _inherited(button, "radius")
    return float(radius) if isinstance(radius, (int, float)) else 8.0


def _inherited(widget: QWidget, name: str) -> Any:
    """The property of the nearest ancestor that has it; a root gets them from ``style.dress``."""
    at: QWidget | None = widget
    while at is not None:
        value = at.property(name)
        if value is not None:
            return value
        at = at.parentWidget()
    return None


def _between(widget: QWidget, host: QWidget) -> list[QWidget]:
    chain = []
    at: QWidget | None = widget
    while at is not None and at is not host:
        chain.append(at)
        at = at.parentWidget()
    return chain
