"""The turning circle of something that takes its time."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from ..theme import Theme

_TURN_MS = 900


class Spinner(QWidget):
    """A circle of which a quarter runs around; it costs nothing while it is not on screen.

    Args:
        theme: Its colours.
        size: Width and height in px at the usual font size.
    """

    def __init__(self, theme: Theme, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._size = size
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(33)
        self._timer.timeout.connect(self.update)

    @property
    def is_turning(self) -> bool:
        """Whether it moves at the moment."""
        return self._timer.isActive()

    def set_theme(self, theme: Theme) -> None:
        """Take over another theme."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        side = min(self.width(), self.height(), self._theme.px(self._size))
        width = max(2.0, side / 9)
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        square.adjust(width / 2, width / 2, -width / 2, -width / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.switch), width)
        painter.setPen(pen)
        painter.drawEllipse(square)
        pen.setColor(QColor(self._theme.primary))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turned = self._clock.elapsed() % _TURN_MS / _TURN_MS if self._clock.isValid() else 0.0
        painter.drawArc(square, int(-360 * 16 * turned), 90 * 16)
