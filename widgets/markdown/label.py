"""The label above or beside a widget: a plain QLabel where that shows the same, else a RichText."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from ...state.element import LabelVisibility
from ..fonts import text_font
from ..scene import Scene
from .parse import is_plain
from .plain import plain_text

if TYPE_CHECKING:
    from .rich_text import RichText

_HELP = 16  # px, the sign for help
_GAP = 4


class HelpMark(QLabel):
    """A small question mark whose tooltip shows Markdown."""

    def __init__(self, source: str, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.set_source(source)

    def set_source(self, source: str) -> None:
        """Show another help text."""
        self.source = source
        self.setAccessibleName("Help")
        self.setAccessibleDescription(plain_text(source))
        self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        from .pictures import draw_icon

        theme = self.scene.theme
        side = theme.px(_HELP)
        self.setFixedSize(side, side)
        self.setPixmap(draw_icon(":material/help:", side, theme.faded_text, self.devicePixelRatioF()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            from PySide6.QtWidgets import QToolTip

            from .tooltip import tooltip_html

            # Rendered when it is first looked at: most help texts never are.
            below = self.mapToGlobal(self.rect().bottomLeft())
            QToolTip.showText(below, tooltip_html(self.source, self.scene.theme), self, self.rect(), 60_000)
            return True
        return super().event(event)


class Label(QWidget):
    """The label of a widget, with an optional sign for help.

    Args:
        source: Markdown of one line.
        scene: The window's side.
        font_px: The size in px at the usual font size of 16.
        color: ``#rrggbb``; the theme's text colour by default.
        wrap: Whether to break lines; if not, what does not fit ends in "…".
        visibility: "visible", "hidden" (keeps its place) or "collapsed" (takes none).
        help: Markdown for the tooltip of the help sign; None for no sign.
        parent: The parent widget.
    """

    def __init__(
        self,
        source: str,
        scene: Scene,
        *,
        font_px: float = 14,
        color: str | None = None,
        wrap: bool = True,
        visibility: LabelVisibility = "visible",
        help: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.scene = scene
        self._font_px = font_px
        self._color = color
        self._wrap = wrap
        self._visibility = visibility
        self._enabled_look = True
        self._has_place = False  # whether it has been given a size, visible or not
        self._heights: dict[int, int] = {}
        self._one_line: int | None = None  # the width that the text asks for
        self._text: QLabel | None = None
        self._rich: RichText | None = None  # the same, where it takes more than a QLabel
        self._mark: HelpMark | None = None
        self.source = ""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_source(source)
        self.set_help(help)
        self.set_visibility(visibility)

    # ---- content

    def set_source(self, source: str) -> None:
        """Show another text."""
        if self._text is not None and source == self.source:
            return
        self.source = source
        rich = not is_plain(source)
        if self._text is None or rich != (self._rich is not None):
            self._replace(rich)
        elif self._rich is not None:
            self._rich.set_source(source)
        else:
            self._text.setText(source)
        self.setAccessibleName(plain_text(source))
        self._changed()

    def set_help(self, help: str | None) -> None:
        """Show another help text; None or "" removes the sign."""
        if not help:
            if self._mark is not None:
                self._mark.setParent(None)
                self._mark.deleteLater()
                self._mark = None
                self._changed()
        elif self._mark is None:
            self._mark = HelpMark(help, self.scene, self)
            self._mark.setVisible(self._visibility == "visible")
            self._changed()
        elif help != self._mark.source:
            self._mark.set_source(help)
        self.setAccessibleDescription(plain_text(help) if help else "")

    def set_visibility(self, visibility: LabelVisibility) -> None:
        """Show the label, hide it in its place or take its place away."""
        self._visibility = visibility
        for part in (self._text, self._mark):
            if part is not None:
                part.setVisible(visibility == "visible")
        self.setVisible(visibility != "collapsed") if visibility == "collapsed" else self._uncollapse()
        self._changed()

    def _uncollapse(self) -> None:
        if self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            self.show()

    def set_color(self, color: str | None) -> None:
        """Use another colour (``#rrggbb``); None for the theme's."""
        if color != self._color:
            self._color = color
            self.restyle()

    @property
    def looks_enabled(self) -> bool:
        """Whether it looks enabled."""
        return self._enabled_look

    def set_enabled_look(self, enabled: bool) -> None:
        """Look enabled or disabled; the help sign keeps working either way."""
        if enabled != self._enabled_look:
            self._enabled_look = enabled
            self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        if self._rich is not None:
            self._rich.set_color(self._paint_color())
            self._rich.restyle()
        elif self._text is not None:
            self._style_plain(self._text)
        if self._mark is not None:
            self._mark.restyle()
        self._changed()

    @property
    def text_widget(self) -> QLabel | None:
        """What shows the text: a QLabel, or a RichText for markup."""
        return self._text

    @property
    def help_mark(self) -> HelpMark | None:
        """The sign for help, if there is one."""
        return self._mark

    def _paint_color(self) -> str | None:
        return self._color if self._enabled_look else self.scene.theme.faint_text

    def _replace(self, rich: bool) -> None:
        old = self._text
        if rich:
            from .rich_text import RichText

            self._text = self._rich = RichText(
                self.source,
                self.scene,
                mode="label",
                color=self._paint_color(),
                font_px=self._font_px,
                selectable=False,
                parent=self,
            )
        else:
            self._text, self._rich = QLabel(self.source, self), None
            self._text.setTextFormat(Qt.TextFormat.PlainText)
            self._text.setWordWrap(self._wrap)
            self._text.setForegroundRole(QPalette.ColorRole.WindowText)  # on a button it would be another
            self._style_plain(self._text)
        if old is not None:
            old.setParent(None)
            old.deleteLater()
            self._text.setVisible(self._visibility == "visible")

    def _style_plain(self, label: QLabel) -> None:
        theme = self.scene.theme
        label.setFont(text_font(theme.font, theme.px(self._font_px)))
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._paint_color() or theme.text))
        label.setPalette(palette)

    # ---- size and place

    def _changed(self) -> None:
        self._heights.clear()
        self._one_line = None
        self.updateGeometry()
        if self._has_place:
            self._place()

    def _reserved(self) -> int:
        return self.scene.theme.px(_HELP + _GAP) if self._mark is not None else 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._visibility == "collapsed" or self._text is None:
            return 0
        height = self._heights.get(width)
        if height is None:
            inner = max(width - self._reserved(), 1)
            wanted = self._text.heightForWidth(inner) if self._wrap else self._text.sizeHint().height()
            height = self._heights[width] = max(
                wanted, self.scene.theme.px(_HELP) if self._mark is not None else 0
            )
        return height

    def sizeHint(self) -> QSize:
        if self._visibility == "collapsed" or self._text is None:
            return QSize(0, 0)
        width = self._one_line_width() + self._reserved()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _one_line_width(self) -> int:
        assert self._text is not None
        if self._rich is not None:
            return self._rich.sizeHint().width()
        if self._one_line is None:
            metrics = self._text.fontMetrics()
            # A last letter that hangs over, such as an f, would break the line.
            advance, ink = metrics.horizontalAdvance(self.source), metrics.boundingRect(self.source).width()
            self._one_line = max(advance, ink) + 1
        return self._one_line

    def first_line_middle(self) -> int:
        """The px from the top to the middle of the first line, for what stands beside it."""
        if self._rich is not None:
            return self._rich.first_line_middle()
        return 0 if self._text is None else self._text.fontMetrics().height() // 2

    def resizeEvent(self, event: object) -> None:
        self._has_place = True
        self._place()

    def _place(self) -> None:
        if self._text is None:
            return
        room = max(self.width() - self._reserved(), 0)
        width = min(self._one_line_width(), room)
        if not self._wrap and self._rich is None:
            shown = self._text.fontMetrics().elidedText(self.source, Qt.TextElideMode.ElideRight, room)
            self._text.setText(shown)
        self._text.setGeometry(0, 0, width, self.height())
        if self._mark is not None:
            side, gap = self._mark.width(), self.scene.theme.px(_GAP)
            self._mark.move(width + gap, max(self.first_line_middle() - side // 2, 0))
