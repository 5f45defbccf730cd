"""How long texts are broken into lines, and how high they are then."""

from __future__ import annotations

import math

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from ..state.patterns import pattern

ENDLESS = 10_000  # characters
# Where Qt may break a line in any case: at a blank, and beside a character of the Far East.
_BREAKS = pattern(r"[ \t\r\n\u2000-\u2006\u2008-\u200b\u2028\u2029\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]")


def has_endless_word(text: str) -> bool:
    """Whether a text has a word of so many characters that it cannot be meant to be read as one."""
    return len(text) >= ENDLESS and max(map(len, _BREAKS.split(text))) >= ENDLESS


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """How the lines of a text are to be broken: between words.

    For each line Qt reads on to the end of the word that does not fit, so a word costs its length squared:
    one of a million characters, minutes. A text with such a word is broken anywhere.
    """
    modes = QTextOption.WrapMode
    return modes.WrapAnywhere if has_endless_word(text) else modes.WrapAtWordBoundaryOrAnywhere


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """The height in px of a plain text in a column of this width."""
    option = QTextOption()
    option.setWrapMode(wrap_mode(text))
    height = 0.0
    for line in text.split("\n"):
        layout = QTextLayout(line, font)
        layout.setTextOption(option)
        layout.beginLayout()
        row = layout.createLine()
        while row.isValid():
            row.setLineWidth(max(width, 20))
            height += row.height()
            row = layout.createLine()
        layout.endLayout()
    return math.ceil(height)
