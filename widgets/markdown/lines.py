"""How far lines stand apart."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCursor, QTextDocument

from .html import Mode

_LINE_HEIGHT = {"block": 1.6, "label": 0.0, "heading": 0.0}


def set_line_height(document: QTextDocument, mode: Mode, px: float) -> None:
    """Set how far the lines of a text of one size in px stand apart."""
    factor = _LINE_HEIGHT[mode]
    kinds = QTextBlockFormat.LineHeightTypes
    change = QTextBlockFormat()
    if factor:
        change.setLineHeight(round(px * factor), kinds.MinimumHeight.value)
    elif mode == "label" and _has_only_letters_and_icons(document.toPlainText()):
        # The icons' font is taller than the text beside them and would push its base line down.
        height = QFontMetricsF(document.defaultFont()).height()
        change.setLineHeight(round(height), kinds.FixedHeight.value)
    else:
        return
    editing = QTextCursor(document)
    editing.beginEditBlock()  # the text is laid out once, not after each paragraph
    block = document.begin()
    while block.isValid():
        kept = block.blockFormat()
        if kept.lineHeightType() == kinds.SingleHeight.value:
            QTextCursor(block).mergeBlockFormat(change)
        elif kept.lineHeightType() == kinds.MinimumHeight.value and "\ufffc" not in block.text():
            # A heading, whose font stands on lines of its own that are far apart; formulas need them.
            heading = QTextBlockFormat()
            heading.setLineHeight(kept.lineHeight(), kinds.FixedHeight.value)
            QTextCursor(block).mergeBlockFormat(heading)
        block = block.next()
    editing.endEditBlock()


def _has_only_letters_and_icons(text: str) -> bool:
    """Whether a text has icons, which are private characters, and no pictures that may be tall."""
    return "\ufffc" not in text and any("\ue000" <= letter <= "\uf8ff" for letter in text)
