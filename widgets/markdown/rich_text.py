"""A view of one formatted text: painted by itself, since text edits cost five times as much."""

from __future__ import annotations

import math
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
)
from PySide6.QtWidgets import QLabel, QWidget

from ..fonts import ICON_FAMILY, load_faces, load_fonts, text_font
from ..scene import Scene
from ..theme import Theme
from ..wrapping import has_endless_word, wrap_mode
from .bullets import Paint
from .formulas import InlineFormula, add_math, find_formulas
from .growth import SHORT, graft, is_far_reaching, is_simple, joined, kept, last_paragraph
from .highlight import CODE_FAMILY
from .html import Mode, render
from .lines import set_line_height
from .math import INLINE
from .parse import is_plain
from .plain import plain_text
from .polish import Ornaments, polish
from .selection import Selection

Align = Literal["left", "center", "right", "justify"]
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}
_INDENT = 28.0  # px, a level of a list


def _heading_weight(theme: Theme, px: float) -> int:
    """The weight of the theme's heading that is nearest in size."""
    sizes = theme.heading_sizes
    nearest = min(range(len(sizes)), key=lambda level: abs(sizes[level] - px))
    return theme.heading_weights[nearest]


class RichText(QLabel):
    """Shows one Markdown text. Its words can be selected and copied, its links followed.

    It is a QLabel for the sake of screen readers, to which it then is static text with its words as
    its name; it paints everything itself.

    Args:
        source: The Markdown.
        scene: The window's side; its ``link_activated`` tells of links.
        mode: As for ``render``.
        allow_html: Whether HTML in the source is shown as such.
        align: How lines are set.
        color: ``#rrggbb``; the theme's text colour by default.
        font_px: The size in px at the usual font size of 16; the theme's by default.
        selectable: Whether text can be selected. If not, clicks beside links go to the parent.
        parent: The parent widget.
    """

    def __init__(
        self,
        source: str,
        scene: Scene,
        *,
        mode: Mode = "block",
        allow_html: bool = False,
        align: Align = "left",
        color: str | None = None,
        font_px: float | None = None,
        selectable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.scene = scene
        self.source = source
        self.mode = mode
        self.allow_html = allow_html
        self._align = align
        self._color = color
        self._font_px = font_px
        self._ratio = 0.0  # of the screen that the formulas were drawn for
        self._formulas: list[InlineFormula] = []
        self._heights: dict[int, int] = {}
        self._natural_width: int | None = None
        self._ornaments = Ornaments()
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self.selection = Selection(self, self._document, selectable=selectable)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fill()

    # ---- content

    def set_source(self, source: str) -> None:
        """Show another text. What is selected stays so if it still reads the same: a text may grow."""
        if source != self.source:
            held = self.selection.held()
            before, self.source = self.source, source
            if not self._grow(before):
                self._fill()
            self.selection.take_up(held)

    def set_align(self, align: Align) -> None:
        """Set the lines another way."""
        if align != self._align:
            self._align = align
            self._fill()

    def set_color(self, color: str | None) -> None:
        """Use another colour (``#rrggbb``); None for the theme's."""
        if color != self._color:
            self._color = color
            self._fill()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self._fill()

    def _px(self) -> float:
        sizes = {"block": 16.0, "label": 14.0, "heading": 28.0}
        return (self._font_px or sizes[self.mode]) * self.scene.theme.base_font_size / 16

    def _grow(self, before: str) -> bool:
        """Make only the end anew, if the text begins as the one before; False if all has to be."""
        source, document = self.source, self._document
        if self.mode != "block" or self.allow_html or len(before) < SHORT or is_plain(before):
            return False
        cut = last_paragraph(before)
        if not cut or source[:cut] != before[:cut] or is_far_reaching(source[cut:]):
            return False
        if has_endless_word(source[cut:]):
            return False
        if not is_simple(self._html(before[cut:])):
            return False
        html = self._html(source[cut:])
        if not is_simple(html):
            return False
        at = document.lastBlock().position()
        tail = QTextDocument()
        tail.setDocumentMargin(0)
        tail.setDefaultFont(document.defaultFont())
        tail.setDefaultTextOption(document.defaultTextOption())
        ornaments = self._read(tail, html)
        set_line_height(tail, self.mode, self._px())
        graft(document, at, tail)
        self._ornaments = joined(self._ornaments, at, ornaments)
        self._formulas = kept(self._formulas, at)
        self.setAccessibleName(document.toPlainText())
        self._on_filled(links=self.selection.has_links() or "<a " in html, start=at)
        return True

    def _fill(self) -> None:
        document, theme = self._document, self.scene.theme
        px = self._px()
        heading = self.mode == "heading"
        weight = theme.base_font_weight if not heading else _heading_weight(theme, px)
        document.setIndentWidth(theme.px(_INDENT))
        font = text_font(theme.heading_font if heading else theme.font, px, weight)
        self.setFont(font)
        # Setting what is set already would lay out once more the text that is about to go.
        if document.defaultFont() != font:
            document.setDefaultFont(font)
        option = document.defaultTextOption()
        wanted = (_ALIGN[self._align], wrap_mode(self.source))
        if (option.alignment(), option.wrapMode()) != wanted:
            option.setAlignment(wanted[0])
            option.setWrapMode(wanted[1])
            document.setDefaultTextOption(option)
        self._formulas = []
        if is_plain(self.source):
            self._ornaments = Ornaments()
            document.setPlainText(self.source)
            self.setAccessibleName(self.source)
            links = False
        else:
            links = "<a " in self._fill_rich(px)
        set_line_height(document, self.mode, px)
        self._on_filled(links=links)

    def _on_filled(self, *, links: bool, start: int = 0) -> None:
        self._heights.clear()
        self._natural_width = None
        self.selection.reset(with_links=links, start=start)
        self.updateGeometry()
        self.update()

    def _fill_rich(self, px: float) -> str:
        document = self._document
        html = self._html(self.source)
        self._ornaments = self._read(document, html)
        self._formulas = list(find_formulas(document, self._ratio)) if INLINE in html else []
        self.setAccessibleName(plain_text(self.source) if self.mode != "block" else document.toPlainText())
        return html

    def _html(self, source: str) -> str:
        return render(
            source,
            self.scene.theme,
            mode=self.mode,
            allow_html=self.allow_html,
            font_px=self._px(),
            color=self._color,
        )

    def _read(self, document: QTextDocument, html: str) -> Ornaments:
        if ICON_FAMILY in html:
            load_fonts(["icons"])
        load_faces(html, self.scene.theme.font)
        if CODE_FAMILY in html:
            load_fonts(["code"])
        if "math:" in html:
            self._ratio = self.devicePixelRatioF()
            add_math(document, html, self._ratio)
        document.setHtml(html)
        return polish(document, html, self.scene.theme.base_font_size)

    # ---- size

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            self._set_width(max(width, 1))
            height = self._heights[width] = math.ceil(self._document.size().height())
        return height

    def sizeHint(self) -> QSize:
        if self._natural_width is None:
            self._document.setTextWidth(-1)
            self._natural_width = math.ceil(self._document.idealWidth())
        return QSize(self._natural_width, self.heightForWidth(self._natural_width))

    def _set_width(self, width: int) -> None:
        self._ornaments.fit(width)
        if self._document.textWidth() != width:  # Qt lays out all of it anew even if it is the same
            self._document.setTextWidth(width)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def first_line_middle(self) -> int:
        """Where the eye sees the middle of the first line, in px from the top."""
        self.heightForWidth(max(self.width(), 1))
        layout = self._document.firstBlock().layout()
        if not layout.lineCount():
            return self.height() // 2
        line = layout.lineAt(0)
        return round(line.y() + line.ascent() - self.fontMetrics().xHeight() / 2)

    # ---- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        document, theme = self._document, self.scene.theme
        if self._ratio and self._ratio != self.devicePixelRatioF():
            self._fill()  # moved to another screen
        if document.textWidth() != self.width():
            self._set_width(self.width())
        painter = QPainter(self)
        self._ornaments.paint(painter, document, self._paint(), QRectF(event.rect()))
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(self._color or theme.text))
        context.palette = palette
        context.clip = QRectF(event.rect())
        context.selections = self.selection.painted(QColor(theme.selection))
        document.documentLayout().draw(painter, context)
        for drawn in self._formulas:
            drawn.paint(painter, document)
        self.selection.paint_focus(painter, QColor(theme.primary))
        painter.end()

    def _paint(self) -> Paint:
        theme = self.scene.theme
        color = QColor(self._color or theme.text)
        unit = theme.base_font_size / 16
        return Paint(theme.radius, color, QColor(theme.primary), QColor(theme.border), unit)

    # ---- interaction, in ``selection``; no ``event``, which would take Python for every event there is

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.selection.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.selection.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.selection.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.selection.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.selection.key(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.setAccepted(self.selection.menu(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.selection.focus_in(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.selection.focus_out(event)

    def tip_at(self, point: QPointF) -> str:
        """The address of the link, or the tooltip of the text, at a point of the widget."""
        found = self._document.documentLayout().formatAt(point).toCharFormat()
        return found.toolTip() or found.anchorHref()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.selection.move_focus(1 if forward else -1) or super().focusNextPrevChild(forward)

    @property
    def document(self) -> QTextDocument:
        """The laid-out text."""
        return self._document

    @property
    def ornaments(self) -> Ornaments:
        """What is painted below the text."""
        return self._ornaments
