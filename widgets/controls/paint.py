"""Strokes that several controls share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

# The corners of a chevron and of a tick, in shares of their square.
_CHEVRONS = {
    "down": ((0.25, 0.375), (0.5, 0.625), (0.75, 0.375)),
    "up": ((0.25, 0.625), (0.5, 0.375), (0.75, 0.625)),
    "right": ((0.375, 0.25), (0.625, 0.5), (0.375, 0.75)),
    "left": ((0.625, 0.25), (0.375, 0.5), (0.625, 0.75)),
}
# Marks of the window itself. They look like the icons of these names and spare it their font,
# which takes as long to load as all else that a small app shows.
_DOTS = {"more_vert": ((0.5, 0.23), (0.5, 0.5), (0.5, 0.77))}
_LINES = {
    "close": (((0.25, 0.25), (0.75, 0.75)), ((0.75, 0.25), (0.25, 0.75))),
    "keyboard_double_arrow_left": (
        ((0.45, 0.25), (0.2, 0.5), (0.45, 0.75)),
        ((0.77, 0.25), (0.52, 0.5), (0.77, 0.75)),
    ),
    "keyboard_double_arrow_right": (
        ((0.23, 0.25), (0.48, 0.5), (0.23, 0.75)),
        ((0.55, 0.25), (0.8, 0.5), (0.55, 0.75)),
    ),
}
_TICK = ((0.22, 0.52), (0.42, 0.71), (0.78, 0.31))


def draw_chevron(painter: QPainter, square: QRectF, color: str, direction: str) -> None:
    """Draw an arrow head without a shaft that points down, up, right or left."""
    _draw_line(painter, square, color, _CHEVRONS[direction], max(1.4, square.width() / 10))


def draw_tick(painter: QPainter, square: QRectF, color: str) -> None:
    """Draw the mark of a ticked box."""
    _draw_line(painter, square, color, _TICK, max(1.6, square.width() / 8))


def draw_mark(painter: QPainter, square: QRectF, color: str, name: str) -> bool:
    """Draw one of the few icons that need no font.

    Args:
        painter: Where to draw.
        square: The icon's square.
        color: Its colour.
        name: Its name among the Material icons.

    Returns:
        Whether there is such a mark; if not, nothing was drawn.
    """
    for x, y in _DOTS.get(name, ()):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        radius = square.width() / 13
        painter.drawEllipse(_at(square, x, y), radius, radius)
    for line in _LINES.get(name, ()):
        _draw_line(painter, square, color, line, max(1.2, square.width() / 12))
    return name in _DOTS or name in _LINES


def draw_face(
    painter: QPainter, rect: QRectF, radius: float, fill: str | None, border: str | None, width: float = 1.0
) -> None:
    """Fill a rounded rectangle and draw its border inside of ``rect``, so that it stays crisp."""
    inset = width / 2 if border else 0.0
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    radius = min(max(0.0, radius - inset), inner.width() / 2, inner.height() / 2)
    painter.drawRoundedRect(inner, radius, radius)


def _draw_line(
    painter: QPainter, square: QRectF, color: str, corners: tuple[tuple[float, float], ...], width: float
) -> None:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([_at(square, x, y) for x, y in corners]))


def _at(square: QRectF, x: float, y: float) -> QPointF:
    return QPointF(square.x() + x * square.width(), square.y() + y * square.height())
