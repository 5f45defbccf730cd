"""A long text that grows at its end, as a model's answer does: only its last part is made anew."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment

from .formulas import InlineFormula
from .polish import Chip, Ornaments

SHORT = 600  # characters; what is shorter is made anew as fast

# A paragraph begins that no list, quote or table above can take in.
_BEGINS = re.compile(r"\n\n(?=(?:\*\*)?[^\W\d_])")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
# Definitions of links and footnotes change what stands elsewhere, and an indent the meaning of all lines.
_FAR_REACHING = re.compile(r"\]:|\n(?: {4}|\t)|^\s")
_PARAGRAPH = '<p style="margin:0 0'
_MANY_BLOCKS = ("<table", "<li", "<hr", "<img")


def last_paragraph(source: str) -> int:
    """Where the last part begins that can be read by itself; 0 if there is none, or if all is short."""
    if len(source) < SHORT or _FAR_REACHING.search(source):
        return 0
    found = 0
    for found in (match.end() for match in _BEGINS.finditer(source, SHORT // 2)):  # noqa: B007
        pass
    above = source[:found]
    closed = not len(_FENCE.findall(above)) % 2 and not above.count("$$") % 2
    return found if closed else 0


def is_far_reaching(text: str) -> bool:
    """Whether a text that is added may change what stands before it."""
    return _FAR_REACHING.search(text) is not None


def is_simple(html: str) -> bool:
    """Whether HTML begins with a paragraph, and each paragraph in it is one block of a document."""
    return html.startswith(_PARAGRAPH) and not any(tag in html for tag in _MANY_BLOCKS)


def graft(document: QTextDocument, at: int, tail: QTextDocument) -> None:
    """Put another document in the place of the paragraph that begins at a position, the last one."""
    first = tail.firstBlock()
    cursor = QTextCursor(document)
    cursor.setPosition(at)
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(first.blockFormat())
    cursor.setBlockCharFormat(first.charFormat())
    cursor.insertFragment(QTextDocumentFragment(tail))
    cursor.endEditBlock()


def joined(before: Ornaments, at: int, tail: Ornaments) -> Ornaments:
    """The ornaments of a text of which all from a position on has been made anew."""
    chips = [chip for chip in before.chips if chip.start < at]
    chips += [
        Chip(chip.start + at, chip.end + at, chip.color, chip.ascent, chip.descent, chip.is_round)
        for chip in tail.chips
    ]
    padding = {position for position in before.padding if position < at}
    padding |= {position + at for position in tail.padding}
    return Ornaments(chips, before.boxes, before.bullets, before.indented, frozenset(padding))


def kept(formulas: list[InlineFormula], at: int) -> list[InlineFormula]:
    """The formulas before a position."""
    return [formula for formula in formulas if formula.position < at]
