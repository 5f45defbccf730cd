"""What HTML cannot tell a QTextDocument: round corners, icons on the middle of the line, no stray gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrame,
    QTextLine,
    QTextTable,
)

from ..fonts import ICON_FAMILY
from .spans import PAD

_ICON_DROP = -14.0  # per cent of the font's height: from standing on the base line to its middle


@dataclass(slots=True)
class Chip:
    """A run of text on a coloured ground. Positions are the document's."""

    start: int
    end: int
    color: QColor
    ascent: float
    descent: float


@dataclass(slots=True)
class Box:
    """A table that is drawn as a box with round corners."""

    frame: QTextFrame
    color: QColor


@dataclass(slots=True)
class Ornaments:
    """What is painted below the text of one document."""

    chips: list[Chip]
    boxes: list[Box]

    def paint(self, painter: QPainter, document: QTextDocument, radius: float) -> None:
        """Paint all of them in the document's coordinates."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self.boxes:
            painter.setBrush(box.color)
            rect = document.documentLayout().frameBoundingRect(box.frame)
            painter.drawRoundedRect(rect, radius, radius)
        for chip in self.chips:
            painter.setBrush(chip.color)
            for rect in _chip_rects(document, chip):
                painter.drawRoundedRect(rect, radius / 2, radius / 2)

    def is_padding(self, document: QTextDocument, position: int) -> bool:
        """Whether the character at a position only widens a chip."""
        return any(position in (chip.start, chip.end - 1) for chip in self.chips) and (
            document.characterAt(position) == PAD
        )


def polish(document: QTextDocument, html: str) -> Ornaments:
    """Mend a document that was just filled, and find what is to be painted below its text."""
    document.setUndoRedoEnabled(False)
    chips = _find_chips(document) if "background-color" in html or ICON_FAMILY in html else []
    boxes = list(_find_boxes(document.rootFrame())) if "<table" in html else []
    _close_gaps(document, with_tables="<table" in html)
    return Ornaments(chips, boxes)


def fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    """All runs of text with one format, in order."""
    block = document.begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            yield walk.fragment()
            walk += 1
        block = block.next()


def _find_chips(document: QTextDocument) -> list[Chip]:
    chips: list[Chip] = []
    icons: list[tuple[int, int]] = []
    for fragment in fragments(document):
        kept = fragment.charFormat()
        start, end = fragment.position(), fragment.position() + fragment.length()
        if kept.fontFamilies() and ICON_FAMILY in kept.fontFamilies():
            icons.append((start, end))
        if kept.background().style() == Qt.BrushStyle.NoBrush:
            continue
        color = kept.background().color()
        metrics = QFontMetricsF(kept.font())
        last = chips[-1] if chips else None
        if last is not None and last.end == start and last.color == color:
            last.end = end
            last.ascent = max(last.ascent, metrics.ascent())
            last.descent = max(last.descent, metrics.descent())
        else:
            chips.append(Chip(start, end, color, metrics.ascent(), metrics.descent()))
    for chip in chips:
        _change(document, chip.start, chip.end, _without_background())
    for start, end in icons:
        lowered = QTextCharFormat()
        lowered.setBaselineOffset(_ICON_DROP)
        _change(document, start, end, lowered)
    return chips


def _without_background() -> QTextCharFormat:
    change = QTextCharFormat()
    change.setBackground(QBrush(Qt.BrushStyle.NoBrush))
    return change


def _change(document: QTextDocument, start: int, end: int, change: QTextCharFormat) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(change)


def _find_boxes(frame: QTextFrame) -> Iterator[Box]:
    for child in frame.childFrames():
        yield from _find_boxes(child)
        if not isinstance(child, QTextTable):
            continue
        kept = child.format()
        if kept.background().style() != Qt.BrushStyle.NoBrush:
            color = kept.background().color()
            kept.clearBackground()
            child.setFormat(kept)
            yield Box(child, color)


def _close_gaps(document: QTextDocument, *, with_tables: bool) -> None:
    first, last = document.firstBlock(), document.lastBlock()
    if with_tables:
        # Around tables Qt needs an empty line; make it as low as the space between blocks.
        root = document.rootFrame()
        block = first
        while block.isValid():
            if block.length() == 1 and QTextCursor(block).currentFrame() == root and not block.textList():
                _flatten(block, 0 if block in (first, last) else 12)
            block = block.next()
    _set_margins(first, top=0.0)
    _set_margins(last, bottom=0.0)


def _flatten(block: QTextBlock, height: float) -> None:
    if block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth.value):
        return
    flat = QTextBlockFormat()
    flat.setLineHeight(max(height, 0.01), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(flat)


def _set_margins(block: QTextBlock, *, top: float | None = None, bottom: float | None = None) -> None:
    change = QTextBlockFormat()
    if top is not None:
        change.setTopMargin(top)
    if bottom is not None:
        change.setBottomMargin(bottom)
    QTextCursor(block).mergeBlockFormat(change)


def _chip_rects(document: QTextDocument, chip: Chip) -> Iterator[QRectF]:
    for rect, base in _lines(document, chip.start, chip.end):
        yield QRectF(rect.x(), base - chip.ascent, rect.width(), chip.ascent + chip.descent)


def text_rects(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Where a range of one paragraph lies in the document's coordinates, line by line."""
    for rect, _ in _lines(document, start, end):
        yield rect


def _lines(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    block = document.findBlock(start)
    layout = block.layout()
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    start, end = start - block.position(), end - block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        left, right = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if left < right:
            x, x_end = _x(line, left), _x(line, right)
            yield QRectF(origin.x() + x, origin.y() + line.y(), x_end - x, line.height()), (
                origin.y() + line.y() + line.ascent()
            )


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
