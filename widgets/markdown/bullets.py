"""The marks of lists. Qt's own are large, close to the text and know no ticked task."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from ...state.records import dataclass

_ROUND = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)
_DISTANCE = 13.0  # px, from the middle of a mark to the text
_BOX = 14.0  # px, a task's box


@dataclass(frozen=True, slots=True)
class Paint:
    """What is painted beside text takes from the theme."""

    radius: float
    text: QColor
    mark: QColor  # a ticked task
    line: QColor  # the frame of an open task
    unit: float = 1.0  # px of the screen in one px at the usual font size


@dataclass(slots=True)
class Bullet:
    """The mark of a list's item."""

    block: QTextBlock
    level: int
    checked: bool | None  # None for an item that is no task

    def paint(self, painter: QPainter, document: QTextDocument, look: Paint) -> None:
        """Paint it left of the first line of its item."""
        unit = look.unit
        middle = self._middle(document, unit)
        if self.checked is not None:
            _paint_task(painter, middle, self.checked, look)
        elif self.level % 3 == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.text)
            painter.drawEllipse(middle, 2.5 * unit, 2.5 * unit)
        elif self.level % 3 == 2:
            painter.setPen(QPen(look.text, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 2.5 * unit, 2.5 * unit)
        else:
            square = QRectF(middle.x() - 2 * unit, middle.y() - 2 * unit, 4 * unit, 4 * unit)
            painter.fillRect(square, look.text)

    def _middle(self, document: QTextDocument, unit: float) -> QPointF:
        origin = document.documentLayout().blockBoundingRect(self.block).topLeft()
        layout = self.block.layout()
        if not layout.lineCount():
            return origin
        line = layout.lineAt(0)
        # The height of small letters, not of the line, is what the eye takes for the middle.
        half = QFontMetricsF(self.block.charFormat().font()).xHeight() / 2
        return QPointF(origin.x() + line.x() - _DISTANCE * unit, origin.y() + line.y() + line.ascent() - half)


def find_bullets(document: QTextDocument) -> Iterator[Bullet]:
    """Take the marks off the items of unnumbered lists and return what to paint instead."""
    block = document.begin()
    while block.isValid():
        following = block.next()
        items = block.textList()
        if items is not None:
            kept = items.format()
            if kept.style() in _ROUND:
                kept.setStyle(QTextListFormat.Style.ListStyleUndefined)
                items.setFormat(kept)
            if kept.style() == QTextListFormat.Style.ListStyleUndefined:
                yield Bullet(block, max(kept.indent(), 1), _take_marker(block))
        block = following


def space_lists(document: QTextDocument, gap: float) -> None:
    """Leave the space between paragraphs after the last item of each outermost list."""
    change = QTextBlockFormat()
    change.setBottomMargin(gap)
    block = document.begin()
    while block.isValid():
        following = block.next()
        if block.textList() is not None and (not following.isValid() or _starts_anew(following)):
            QTextCursor(block).mergeBlockFormat(change)
        block = following


def _starts_anew(block: QTextBlock) -> bool:
    items = block.textList()
    return items is None or (items.format().indent() <= 1 and items.itemNumber(block) == 0)


def _take_marker(block: QTextBlock) -> bool | None:
    marker = block.blockFormat().marker()
    if marker == QTextBlockFormat.MarkerType.NoMarker:
        return None
    change = QTextBlockFormat(block.blockFormat())
    change.setMarker(QTextBlockFormat.MarkerType.NoMarker)
    QTextCursor(block).setBlockFormat(change)
    return bool(marker == QTextBlockFormat.MarkerType.Checked)


def _paint_task(painter: QPainter, middle: QPointF, checked: bool, look: Paint) -> None:
    unit, side = look.unit, _BOX * look.unit
    x, y = round(middle.x() - side / 2 - 2 * unit) + 0.5, round(middle.y() - side / 2) + 0.5
    box = QRectF(x, y, side, side)
    painter.setPen(QPen(look.mark if checked else look.line, 1.0))
    painter.setBrush(look.mark if checked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3 * unit, 3 * unit)
    if checked:
        pen = QPen(QColor("#ffffff"), 1.8 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        corners = ((3.4, 7.2), (6.0, 9.8), (10.8, 4.4))
        painter.drawPolyline([QPointF(x + right * unit, y + down * unit) for right, down in corners])
