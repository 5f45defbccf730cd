"""What HTML cannot tell a QTextDocument: round corners, icons on the middle of the line, no stray gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from PySide6.QtCore import QPointF, QRectF, Qt
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
    QTextFormat,
    QTextFrame,
    QTextLength,
    QTextTable,
)

from ...state.records import dataclass
from ..fonts import ICON_FAMILY
from .bullets import Bullet, Paint, find_bullets, space_lists
from .geometry import fragments, text_rects_and_bases
from .spans import PAD

_HTML_INDENT = 40  # px, what Qt's reader of HTML takes for a level of a list
_REACH = 40.0  # px, how far a chip or a mark may reach beyond its line
_ICON_DROP = -17.0  # per cent of the font's height: from standing on the base line to its middle


@dataclass(slots=True)
class Chip:
    """A run of text on a coloured ground. Positions are the document's.

    ``places`` are the rectangles that it fills, and the text's width at which it does.
    """

    start: int
    end: int
    color: QColor
    ascent: float
    descent: float
    is_round: bool = True  # not in a row of chips, as of a rainbow
    places: tuple[float, tuple[QRectF, ...]] | None = None


@dataclass(slots=True)
class Box:
    """A table that is drawn as a box with round corners."""

    table: QTextTable
    color: QColor


@dataclass(slots=True)
class Ornaments:
    """What is painted below the text of one document."""

    chips: list[Chip] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    bullets: list[Bullet] = field(default_factory=list)
    indented: list[QTextTable] = field(default_factory=list)
    padding: frozenset[int] = frozenset()

    def fit(self, width: float) -> None:
        """Keep tables within the text's width: Qt forgets the indent of those in a list."""
        for table in self.indented:
            kept = table.format()
            kept.setWidth(QTextLength(QTextLength.Type.FixedLength, max(width - kept.leftMargin(), 1)))
            table.setFormat(kept)

    def paint(self, painter: QPainter, document: QTextDocument, look: Paint, clip: QRectF) -> None:
        """Paint those that reach into a rectangle, all in the document's coordinates."""
        first, last = _positions(document, clip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self.boxes:
            painter.setBrush(box.color)
            painter.drawRoundedRect(_box_rect(document, box), look.radius, look.radius)
        for chip in self.chips:
            if chip.end < first or chip.start > last:
                continue
            painter.setBrush(chip.color)
            for rect in _chip_places(document, chip):
                radius = look.radius / 2 if chip.is_round else 0.0
                painter.drawRoundedRect(rect, radius, radius)
        for bullet in self.bullets:
            if first <= bullet.block.position() + bullet.block.length() and bullet.block.position() <= last:
                bullet.paint(painter, document, look)

    def is_padding(self, position: int) -> bool:
        """Whether the character at a position only widens a chip."""
        return position in self.padding


def _positions(document: QTextDocument, clip: QRectF) -> tuple[int, int]:
    """Between which positions the text lies that a rectangle shows."""
    layout = document.documentLayout()
    first = layout.hitTest(QPointF(0, clip.top() - _REACH), Qt.HitTestAccuracy.FuzzyHit)
    corner = QPointF(layout.documentSize().width(), clip.bottom() + _REACH)
    return first, layout.hitTest(corner, Qt.HitTestAccuracy.FuzzyHit)


def polish(document: QTextDocument, html: str, gap: float) -> Ornaments:
    """Mend a document that was just filled, and find what is to be painted below its text.

    Args:
        document: What ``render`` made, set as the document's HTML.
        html: That HTML; it tells which steps can be left out.
        gap: The space between paragraphs in px.
    """
    document.setUndoRedoEnabled(False)
    chips = _find_chips(document) if "background-color" in html or ICON_FAMILY in html else []
    boxes = list(_find_boxes(_root_frame(document))) if "<table" in html else []
    bullets = list(find_bullets(document)) if "<li" in html else []
    if "<li" in html:
        space_lists(document, gap)
    # A text that begins with a heading keeps what this has above beyond the gap between paragraphs.
    above = document.firstBlock().blockFormat().topMargin() - gap if html.startswith("<p ") else 0.0
    _close_gaps(document, gap, above=max(above, 0.0), with_tables="<table" in html)
    indented = _find_indented(document) if "<li" in html else []
    ends = [position for chip in chips for position in (chip.start, chip.end - 1)]
    padding = frozenset(position for position in ends if document.characterAt(position) == PAD)
    return Ornaments(chips, boxes, bullets, indented, padding)


def _find_chips(document: QTextDocument) -> list[Chip]:
    chips: list[Chip] = []
    icons: list[tuple[int, int]] = []
    for fragment in fragments(document):
        kept = fragment.charFormat()
        is_icon = ICON_FAMILY in (kept.fontFamilies() or ())
        ground = kept.background()
        if not is_icon and ground.style() == Qt.BrushStyle.NoBrush:
            continue
        start, end = fragment.position(), fragment.position() + fragment.length()
        if is_icon:
            icons.append((start, end))
            if ground.style() == Qt.BrushStyle.NoBrush:
                continue
        color = ground.color()
        # The icon font is taller than the chip is to be.
        metrics = None if is_icon else QFontMetricsF(kept.font())
        ascent, descent = (metrics.ascent(), metrics.descent()) if metrics is not None else (0.0, 0.0)
        last = chips[-1] if chips else None
        if last is not None and last.end == start and last.color == color:
            last.end = end
            last.ascent, last.descent = max(last.ascent, ascent), max(last.descent, descent)
        else:
            touches = last is not None and last.end == start
            if last is not None and touches:
                last.is_round = False
            chips.append(Chip(start, end, color, ascent, descent, is_round=not touches))
    lowered = QTextCharFormat()
    lowered.setBaselineOffset(_ICON_DROP)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # the text is laid out once, not after each of them
    for chip in chips:
        _change(cursor, chip.start, chip.end, _without_background())
    for start, end in icons:
        _change(cursor, start, end, lowered)
    cursor.endEditBlock()
    return chips


def _without_background() -> QTextCharFormat:
    change = QTextCharFormat()
    change.setBackground(QBrush(Qt.BrushStyle.NoBrush))
    return change


def _change(cursor: QTextCursor, start: int, end: int, change: QTextCharFormat) -> None:
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


def _box_rect(document: QTextDocument, box: Box) -> QRectF:
    kept = box.table.format()
    rect = document.documentLayout().frameBoundingRect(box.table)
    # Qt reports a table where its first cell's content begins, and with its margins.
    inset = kept.cellPadding() + kept.cellSpacing() + kept.border()
    height = rect.height() - kept.topMargin() - kept.bottomMargin()
    return QRectF(rect.x() - inset, rect.y() - inset, rect.width(), height)


def _find_indented(document: QTextDocument) -> list[QTextTable]:
    found = []
    for frame in _root_frame(document).childFrames():
        if not isinstance(frame, QTextTable) or not frame.format().leftMargin():
            continue
        kept = frame.format()
        kept.setLeftMargin(kept.leftMargin() / _HTML_INDENT * document.indentWidth())
        frame.setFormat(kept)
        if kept.width().type() == QTextLength.Type.PercentageLength:
            found.append(frame)
    return found


def _close_gaps(document: QTextDocument, gap: float, *, above: float, with_tables: bool) -> None:
    root = _root_frame(document)
    if with_tables:
        _space_tables(root.begin(), gap)
    _set_margins(document.firstBlock(), top=0.0)
    # A document leaves the margin of its first paragraph out, but not its own.
    kept = root.frameFormat()
    if kept.topMargin() != above:
        kept.setTopMargin(above)
        root.setFrameFormat(kept)
    _set_margins(document.lastBlock(), bottom=0.0)


def _root_frame(document: QTextDocument) -> QTextFrame:
    """The frame that holds all of a document.

    Asked of a cursor: what ``rootFrame()`` gives is kept by PySide for as long as the document lives, though
    each ``setHtml`` makes another, so that a text that changes would grow with each change.
    """
    return QTextCursor(document).currentFrame()


def _space_tables(walk: QTextFrame.iterator, gap: float) -> None:
    """Set the margins around tables, since Qt adds them up and ignores those of text before a table."""
    parts = list(_parts(walk))
    for number, part in enumerate(parts):
        if not isinstance(part, QTextTable):
            continue
        _close_cells(part, gap)
        following = parts[number + 1] if number + 1 < len(parts) else None
        kept = part.format()
        kept.setTopMargin(gap if number else 0)
        spaced = isinstance(following, QTextBlock) and following.blockFormat().topMargin() < gap
        kept.setBottomMargin(gap if spaced else 0)
        part.setFormat(kept)


def _parts(walk: QTextFrame.iterator) -> Iterator[QTextBlock | QTextFrame]:
    """The paragraphs and tables of a frame; the empty lines that Qt puts around tables are left out."""
    while not walk.atEnd():
        frame, block = walk.currentFrame(), walk.currentBlock()
        if frame is not None:
            yield frame
        elif block.isValid() and (block.length() > 1 or _is_rule(block)):
            yield block
        walk += 1


def _is_rule(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth.value)


def _close_cells(table: QTextTable, gap: float) -> None:
    """No margin above the first and below the last paragraph of a cell."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            _space_tables(cell.begin(), gap)
            _set_margins(cell.firstCursorPosition().block(), top=0.0)
            _set_margins(cell.lastCursorPosition().block(), bottom=0.0)


def _set_margins(block: QTextBlock, *, top: float | None = None, bottom: float | None = None) -> None:
    change = QTextBlockFormat()
    if top is not None:
        change.setTopMargin(top)
    if bottom is not None:
        change.setBottomMargin(bottom)
    QTextCursor(block).mergeBlockFormat(change)


def _chip_places(document: QTextDocument, chip: Chip) -> tuple[QRectF, ...]:
    """Where a chip is painted. Of a text that grows the chips above stay where they are."""
    width = document.textWidth()
    if chip.places is None or chip.places[0] != width:
        chip.places = width, tuple(_chip_rects(document, chip))
    return chip.places[1]


def _chip_rects(document: QTextDocument, chip: Chip) -> Iterator[QRectF]:
    for rect, base in text_rects_and_bases(document, chip.start, chip.end):
        yield QRectF(rect.x(), base - chip.ascent, rect.width(), chip.ascent + chip.descent)
