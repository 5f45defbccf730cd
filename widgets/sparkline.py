"""A small chart without axes that paints itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from .scene import Scene

HEIGHT = 56
_MARGIN = 4  # px above and below the line, so that its ends are not cut
_GAP = 2  # px between bars, where there is room


class Sparkline(QWidget):
    """Shows numbers as a line, an area or bars; the one below the mouse tells its value.

    Args:
        scene: The window's side.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._values: tuple[float, ...] = ()
        self._type = "line"
        self._color = "#000000"
        self.marked: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(self, values: Sequence[float], type: str, color: str) -> None:
        """Show these numbers as "line", "area" or "bar"."""
        self._values, self._type, self._color = tuple(values), type, color
        self.marked = None
        self.setAccessibleName(f"Chart of {len(self._values)} values")
        if self._values:
            low, high, last = min(self._values), max(self._values), self._values[-1]
            self.setAccessibleDescription(f"from {low:g} to {high:g}, the last is {last:g}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def points(self) -> list[QPointF]:
        """Where the values are, in px."""
        low, high = self._range()
        room = max(self.height() - 2 * _MARGIN, 1)
        count = len(self._values)
        step = self.width() / max(count - 1, 1)
        if self._type == "bar":
            step = self.width() / count
            ahead = step / 2
        else:
            ahead = 0.0 if count > 1 else self.width() / 2
        return [
            QPointF(ahead + number * step, _MARGIN + room * (1 - (value - low) / (high - low)))
            for number, value in enumerate(self._values)
        ]

    def _range(self) -> tuple[float, float]:
        low, high = min(self._values), max(self._values)
        if self._type != "line":
            low, high = min(low, 0.0), max(high, 0.0)
        return (low, high) if high > low else (low - 1, high + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = self.points()
        if self._type == "bar":
            self._paint_bars(painter, points)
            return
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        if self._type == "area":
            self._paint_area(painter, path, points)
        pen = QPen(QColor(self._color), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if len(points) == 1 or self.marked is not None:
            painter.setPen(QPen(QColor(self.scene.theme.background), 1.5))
            painter.setBrush(QColor(self._color))
            painter.drawEllipse(points[self.marked or 0], 4, 4)

    def _paint_area(self, painter: QPainter, path: QPainterPath, points: list[QPointF]) -> None:
        bottom = float(self.height())
        area = QPainterPath(path)
        area.lineTo(points[-1].x(), bottom)
        area.lineTo(points[0].x(), bottom)
        area.closeSubpath()
        fade = QLinearGradient(0, 0, 0, bottom)
        color = QColor(self._color)
        color.setAlphaF(0.35)
        fade.setColorAt(0, color)
        color.setAlphaF(0.0)
        fade.setColorAt(1, color)
        painter.fillPath(area, fade)

    def _paint_bars(self, painter: QPainter, points: list[QPointF]) -> None:
        low, high = self._range()
        room = max(self.height() - 2 * _MARGIN, 1)
        zero = _MARGIN + room * (1 - (0 - low) / (high - low))
        step = self.width() / len(points)
        wide = max(step - (_GAP if step > 3 * _GAP else 0), 1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, point in enumerate(points):
            color = QColor(self._color)
            color.setAlphaF(1.0 if self.marked in (None, number) else 0.5)
            painter.setBrush(color)
            top, bottom = sorted((point.y(), zero))
            bar = QRectF(point.x() - wide / 2, top, wide, max(bottom - top, 1.0))
            painter.drawRoundedRect(bar, min(2.0, wide / 2), min(2.0, wide / 2))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._values:
            return
        points = self.points()
        x = event.position().x()
        self.marked = min(range(len(points)), key=lambda number: abs(points[number].x() - x))
        at = self.mapToGlobal(points[self.marked].toPoint())
        QToolTip.showText(at, f"{self._values[self.marked]:g}", self)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.marked = None
        self.update()
