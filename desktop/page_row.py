"""One page in a list of pages: its icon and title as a flat row, or as a flat button in a bar."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from ..state.pages import PageFacts
from ..widgets.controls.paint import draw_face
from ..widgets.fonts import text_font
from ..widgets.markdown.label import Label
from ..widgets.markdown.pictures import draw_icon
from ..widgets.markdown.plain import plain_text
from ..widgets.markdown.tooltip import tooltip_html
from ..widgets.scene import Scene

ICON, SIDE, GAP = 16, 8, 8  # px
EXTERNAL = ":material/open_in_new:"


class FlatRow(QAbstractButton):
    """A flat row with an icon before and, if wanted, one behind its text.

    Args:
        scene: The window's side.
        text: What it says, in Markdown of one line.
        icon: An emoji, ``":material/name:"`` or "".
        behind: The icon at the right end, or "".
        help: The tooltip, in Markdown.
        parent: The parent widget.
    """

    def __init__(
        self, scene: Scene, text: str, *, icon: str = "", behind: str = "", help: str = "",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.scene = scene
        self.current = False
        self.faded = False
        self._icon = "" if icon == "spinner" else icon
        self._behind = behind
        self._help = help
        self._hovered = False
        self._rich: Label | None = None
        plain = plain_text(text)
        if plain != text:
            self._rich = Label(text, scene, wrap=False, parent=self)
            self._rich.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(plain)
        self.setAccessibleName(plain)
        self.setAccessibleDescription(plain_text(help))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.setFont(text_font(theme.font, theme.px(14), 600 if self.current else 400))
        if self._rich is not None:
            self._rich.set_color(theme.faded_text if self.faded else theme.text)
            self._rich.restyle()
        self.updateGeometry()
        self.update()

    def mark_current(self, current: bool) -> None:
        """Say whether it is the one that is in force."""
        if current != self.current:
            self.current = current
            self.restyle()

    def sizeHint(self) -> QSize:
        text = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
        if self._rich is not None:
            text = self._rich.sizeHint().width()
        icons = sum(self.scene.theme.px(ICON + GAP) for icon in (self._icon, self._behind) if icon)
        return QSize(self.scene.theme.px(2 * SIDE) + icons + text, self.scene.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.rect().adjusted(2, 2, -2, -2), self.scene.theme.small_radius

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._rich is not None:
            room = self._text_rect()
            height = self._rich.heightForWidth(max(1, room.width()))
            self._rich.setGeometry(room.x(), (self.height() - height) // 2, room.width(), height)

    def _text_rect(self) -> QRect:
        px = self.scene.theme.px
        before = px(ICON + GAP) if self._icon else 0
        after = px(ICON + GAP) if self._behind else 0
        return self.rect().adjusted(px(SIDE) + before, 0, -px(SIDE) - after, 0)

    def _shown_text(self) -> str:
        metrics = QFontMetrics(self.font())
        return metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self._text_rect().width())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            whole = self.text() if self._shown_text() != self.text() else ""
            tip = tooltip_html(self._help, self.scene.theme) if self._help else whole
            if tip:
                QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.pressed if self.current or self.isDown() else theme.hover
        if self.current or self._hovered or self.isDown():
            draw_face(painter, QRectF(self.rect()), theme.small_radius, fill, None)
        color = theme.faded_text if self.faded and not self._hovered else theme.text
        icon, side = theme.px(ICON), theme.px(SIDE)
        top = (self.height() - icon) // 2
        ratio = self.devicePixelRatioF()
        if self._icon:
            painter.drawPixmap(side, top, draw_icon(self._icon, icon, color, ratio))
        if self._behind:
            mark = draw_icon(self._behind, icon, theme.faded_text, ratio)
            painter.drawPixmap(self.width() - side - icon, top, mark)
        painter.setPen(QColor(color))
        if self._rich is not None:
            painter.end()
            return
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self._text_rect(), align, self._shown_text())
        painter.end()


class PageRow(FlatRow):
    """The row of one page."""

    def __init__(self, scene: Scene, page: PageFacts, parent: QWidget | None = None) -> None:
        behind = EXTERNAL if page.url and page.icon != EXTERNAL else ""
        super().__init__(scene, page.title, icon=page.icon, behind=behind, help=page.help, parent=parent)
        self.page = page
