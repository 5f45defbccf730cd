"""Where things lie in a document that has been laid out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument, QTextFragment, QTextLine


def fragments(document: QTextDocument, start: int = 0) -> Iterator[QTextFragment]:
    """All runs of text with one format, in order, from the paragraph at a position on."""
    block = document.findBlock(start)
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            yield walk.fragment()
            walk += 1
        block = block.next()


def text_rects(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """Where a range of one paragraph lies in the document's coordinates, line by line."""
    for rect, _ in text_rects_and_bases(document, start, end):
        yield rect


def text_rects_and_bases(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """As ``text_rects``, each with the height of its base line."""
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
    # PySide6 returns the position along with it, though its stubs say otherwise.
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
