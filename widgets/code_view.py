"""The box that code is shown in."""

from __future__ import annotations

import math
from typing import TypeVar

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QWidget

from ..state.element import Element, Height
from .controls.paint import draw_face
from .copy_button import CopyButton
from .fonts import text_font
from .markdown.highlight import code_families, highlight
from .markdown.rich_text import RichText
from .scene import Scene
from .view import View
from .wheel import Scroller
from .wrapping import wrap_mode

_PAD = 16
_GUTTER_GAP = 12
_LINE = 1.6
_RAISE = 2  # px: Qt puts all that a line is higher than its font above it, not one half below

E = TypeVar("E", bound=Element)


class CodeText(RichText):
    """Coloured code whose words can be selected."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        self._language: str | None = None
        self._wraps = False
        super().__init__("", scene, parent=parent)

    def show_code(self, code: str, language: str | None, *, wrap: bool) -> None:
        """Show other code, or the same in another way."""
        if (code, language, wrap) != (self.source, self._language, self._wraps):
            self.source, self._language, self._wraps = code, language, wrap
            self._fill()

    def _fill(self) -> None:
        theme, document = self.scene.theme, self._document
        document.setDefaultFont(text_font(theme.code_font, theme.code_font_size, theme.code_font_weight))
        option = QTextOption()
        option.setWrapMode(wrap_mode(self.source) if self._wraps else QTextOption.WrapMode.NoWrap)
        option.setTabStopDistance(4 * self._advance())
        document.setDefaultTextOption(option)
        self._color = theme.code_block_text
        if self._language is None:
            document.setPlainText(self.source)
        else:
            shown = highlight(self.source, self._language, theme)
            style = f"margin:0; white-space:pre-wrap; font-family:{code_families(theme)}"
            document.setHtml(f'<pre style="{style}">{shown}</pre>')
        self._space_lines()
        self._heights.clear()
        self.setAccessibleName(self.source)
        self.selection.reset(with_links=False)
        self.updateGeometry()
        self.update()

    def _advance(self) -> float:
        theme = self.scene.theme
        return theme.code_font_size * 0.6

    def _space_lines(self) -> None:
        theme = self.scene.theme
        change = QTextBlockFormat()
        height = round(theme.code_font_size * _LINE)
        change.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        change.setTopMargin(0)
        change.setBottomMargin(0)
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(change)


class _Page(QWidget):
    """The code with its numbers; scrolled by the frame."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene = scene
        self.numbers = False
        self.text = CodeText(scene, self)

    def px(self, length: float) -> int:
        """A length that is ``length`` px at the usual font size."""
        return self.scene.theme.px(length)

    def gutter(self) -> int:
        if not self.numbers:
            return 0
        digits = max(len(str(self.text.document.blockCount())), 2)
        return math.ceil(digits * self.scene.theme.code_font_size * 0.6) + self.px(_GUTTER_GAP)

    def height_in(self, width: int) -> int:
        return self.text.heightForWidth(max(width - self.gutter() - 2 * self.px(_PAD), 1)) + 2 * self.px(_PAD)

    def full_width(self) -> int:
        return self.text.sizeHint().width() + self.gutter() + 2 * self.px(_PAD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place()

    def place(self) -> None:
        left = self.px(_PAD) + self.gutter()
        self.text.setGeometry(
            left,
            self.px(_PAD) - _RAISE,
            self.width() - left - self.px(_PAD),
            self.height() - 2 * self.px(_PAD),
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.numbers:
            return
        theme, document = self.scene.theme, self.text.document
        painter = QPainter(self)
        painter.setPen(QColor(theme.faint_text))
        painter.setFont(text_font(theme.code_font, theme.code_font_size * 0.86))
        layout = document.documentLayout()
        line = round(theme.code_font_size * _LINE)
        block, number = document.begin(), 0
        while block.isValid():
            number += 1
            top = layout.blockBoundingRect(block).top() + self.px(_PAD) - _RAISE
            if top > event.rect().bottom():
                break
            if top + line >= event.rect().top() and block.layout().lineCount():
                first = block.layout().lineAt(0)
                word = str(number)
                right = self.px(_PAD) + self.gutter() - self.px(_GUTTER_GAP)
                x = right - painter.fontMetrics().horizontalAdvance(word)
                painter.drawText(QPointF(x, top + first.y() + first.ascent()), word)
            block = block.next()


class CodeFrame(View[E]):
    """A box with code that scrolls where it must, and a button to copy it."""

    def __init__(self, element: E, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self._height: Height = "content"
        self.page = _Page(scene)
        self.area = Scroller(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.page)
        self.area.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.page.setAutoFillBackground(False)
        self.copy_button = CopyButton(lambda: self.text.source, scene, quiet=True, parent=self)
        self.show_element(element)

    @property
    def text(self) -> CodeText:
        """What shows the code."""
        return self.page.text

    def show_code(
        self, code: str, language: str | None, *, numbers: bool, wrap: bool, height: Height
    ) -> None:
        """Take over what to show."""
        self._height = height
        self.page.numbers = numbers
        self.text.show_code(code, language, wrap=wrap)
        self._wraps = wrap
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.area.setVerticalScrollBarPolicy(off if height == "content" else needed)
        self.area.setHorizontalScrollBarPolicy(off if wrap else needed)
        self._place()

    def restyle(self) -> None:
        self.text.restyle()
        self._place()
        self.update()

    def _bar(self, width: int) -> int:
        """The px that the horizontal scroll bar takes at this width."""
        needed = not self._wraps and self.page.full_width() > width
        return self.area.horizontalScrollBar().sizeHint().height() if needed else 0

    def height_for(self, width: int) -> int:
        if isinstance(self._height, int):
            return self.scene.theme.zoomed(self._height)
        return self.page.height_in(width) + self._bar(width)

    def natural_width(self) -> int:
        return self.page.full_width()

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.height_for(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        self.area.setGeometry(self.rect())
        width = self.width() if self._wraps else max(self.width(), self.page.full_width())
        room = self.height() - self._bar(self.width())
        height = self.page.height_in(width)
        if height > room and self._height != "content":
            beside = self.width() - self.area.verticalScrollBar().sizeHint().width()
            fits = self._wraps or self.page.full_width() <= beside
            policy = Qt.ScrollBarPolicy
            self.area.setHorizontalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
            )
            width = beside if self._wraps else max(beside, self.page.full_width())
            height = self.page.height_in(width)
        self.page.resize(width, max(height, room))
        self.page.place()
        side = self.copy_button.width()
        inset = min(8, max((self.height() - side) // 2, 0))
        self.copy_button.move(self.width() - side - 8, inset)
        self.copy_button.raise_()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.copy_button.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.scene.theme
        draw_face(painter, QRectF(QRect(self.rect())), theme.radius, theme.code_background, None)
