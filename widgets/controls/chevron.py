"""The arrow head of an expander, a popover or a list of choices."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme
from .paint import draw_chevron

Direction = Literal["down", "up", "right", "left"]


class Chevron(QWidget):
    """An arrow head that points into one of four directions; clicks go through it.

    Args:
        theme: Where its colour comes from.
        direction: Where it points.
        size: Width and height in px at the usual font size.
    """

    def __init__(
        self, theme: Theme, direction: Direction = "down", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._direction: Direction = direction
        self._size = size

    @property
    def direction(self) -> Direction:
        """Where it points."""
        return self._direction

    def point(self, direction: Direction) -> None:
        """Turn it."""
        self._direction = direction
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height(), self._theme.px(self._size))
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.text if self.isEnabled() else self._theme.faint_text
        draw_chevron(painter, square, color, self._direction)
