"""Texts that are not wrapped but cut, and texts that are shown as they are written."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption

from .markdown.rich_text import RichText

_LINE = 1.6


class PlainText(RichText):
    """Shows a text as it is written: no Markdown, blanks and line breaks kept."""

    def _grow(self, before: str) -> bool:
        return False

    def _fill_rich(self, px: float) -> str:
        return fill_plain(self, px)


def fill_plain(view: RichText, px: float) -> str:
    """Put the text of ``view`` into its document as it is written."""
    document = view.document
    document.setPlainText(view.source)
    option = document.defaultTextOption()
    option.setTabStopDistance(4 * px)
    document.setDefaultTextOption(option)
    change = QTextBlockFormat()
    change.setLineHeight(round(px * _LINE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(change)
    view.setAccessibleName(view.source)
    return ""


class OneLine(RichText):
    """Shows a text on one line. What does not fit ends in "…", and the tooltip tells the whole."""

    def _fill(self) -> None:
        super()._fill()
        option = QTextOption(self._document.defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._document.setDefaultTextOption(option)
        self._document.setTextWidth(-1)
        self._full = QSize(math.ceil(self._document.idealWidth()), math.ceil(self._document.size().height()))
        self._is_cut = False
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_cut:
            self._fill()
        else:
            self._cut()

    def heightForWidth(self, width: int) -> int:
        return self._full.height()

    def sizeHint(self) -> QSize:
        return self._full

    @property
    def is_cut(self) -> bool:
        """Whether less than the whole text is shown."""
        return self._is_cut

    def tip_at(self, point: QPointF) -> str:
        return super().tip_at(point) or (self.accessibleName() if self._is_cut else "")

    def _cut(self) -> None:
        width = self.width()
        # A widget that has not been placed yet has some size of Qt's.
        if self._full.width() <= width or not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return
        document = self._document
        document.setTextWidth(-1)
        dots = self.fontMetrics().horizontalAdvance("…") + 1
        middle = QPointF(max(width - dots, 0), document.size().height() / 2)
        end = document.documentLayout().hitTest(middle, Qt.HitTestAccuracy.FuzzyHit)
        cursor = QTextCursor(document)
        cursor.setPosition(max(end, 0))
        format = cursor.charFormat()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.insertText("…", format)
        self._is_cut = True
        while document.idealWidth() > width and cursor.position() > 1:
            cursor.deletePreviousChar()
            cursor.deletePreviousChar()
            cursor.insertText("…", format)


class PlainOneLine(OneLine):
    """A text on one line, shown as it is written."""

    def _fill_rich(self, px: float) -> str:
        return fill_plain(self, px)
