"""A painted text as it is copied: what stands for something else turns back into its source."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from .icons import glyph_source
from .math import from_address
from .polish import Ornaments
from .spans import LETTER, PAD

_BREAKS = "\u2028\u2029\ufdd0\ufdd1"  # lines, paragraphs and cells
_PICTURE = "\ufffc"


def copied_text(document: QTextDocument, start: int, end: int, ornaments: Ornaments) -> str:
    """The text of a range: formulas in dollars, icons as shortcodes, nothing of what only makes room."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text = cursor.selectedText()
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 != end - start:
        # Qt left something out, so positions are unsure: plain text is better than a wrong one.
        return "".join("\n" if letter in _BREAKS else letter for letter in text)
    pieces: list[str] = []
    position = start
    for letter in text:
        pieces.append(_piece(document, position, letter, ornaments))
        position += 2 if ord(letter) > 0xFFFF else 1
    return "".join(pieces)


def _piece(document: QTextDocument, position: int, letter: str, ornaments: Ornaments) -> str:
    if letter in _BREAKS:
        return "\n"
    if letter == LETTER or ornaments.is_padding(position):
        return ""
    if letter == PAD:
        return " "
    if letter == _PICTURE:
        return _picture(document, position)
    return (glyph_source(letter) or letter) if "\ue000" <= letter <= "\uf8ff" else letter


def _picture(document: QTextDocument, position: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(position + 1)
    name = cursor.charFormat().toImageFormat().name()
    if not name.startswith("math:"):
        return ""
    source, _, _, display = from_address(name)
    return f"$$\n{source}\n$$" if display else f"${source}$"
