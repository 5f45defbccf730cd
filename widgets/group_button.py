"""One option of pills or a segmented control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGraphicsOpacityEffect, QWidget

from .colors import mix
from .fonts import text_font
from .markdown.label import Label
from .markdown.parse import is_plain
from .markdown.pictures import draw_icon
from .markdown.plain import plain_text
from .scene import Scene

HEIGHT = 32  # px
_ICON, _BESIDE_ICON = 16, 8


class GroupButton(QAbstractButton):
    """One option: an icon, a label or both; pressed or not."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.is_pill = True
        self.is_first = self.is_last = False
        self._icon = ""
        self._rich: Label | None = None
        self._hovered = False

    def show_option(self, label: str, icon: str) -> None:
        """Take over a label in Markdown and an icon."""
        self._icon = icon
        if (label, icon) != (self.property("label"), self.property("icon")):
            self.setProperty("label", label)
            self.setProperty("icon", icon)
            self.setText("")
            self._drop_rich()
        plain = is_plain(label)
        self.setText(label.replace("\n", " ") if plain else "")
        if not plain and self._rich is None:
            self._rich = Label(label, self.scene, color=self._color(), wrap=False, parent=self)
            self._rich.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if not self.isEnabled():
                # Colours of its own in the label have to pale, too.
                effect = QGraphicsOpacityEffect(self._rich)
                effect.setOpacity(0.4)
                self._rich.setGraphicsEffect(effect)
            self._rich.show()
        self.setAccessibleName(plain_text(label) or icon.removeprefix(":material/").removesuffix(":"))
        self._place_label()

    def restyle(self) -> None:
        """Take over the scene's theme, or another state."""
        label = self.property("label") or ""
        self._drop_rich()
        self.show_option(label, self._icon)
        self.update()

    def _drop_rich(self) -> None:
        if self._rich is not None:
            self._rich.hide()
            self._rich.deleteLater()
            self._rich = None

    def checkStateSet(self) -> None:
        if self._rich is not None:
            self.restyle()

    def nextCheckState(self) -> None:
        """The group decides which buttons are pressed."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange and self._rich is not None:
            self.restyle()

    # Sizes

    def wish(self) -> int:
        """The width in px at which nothing is cut."""
        theme = self.scene.theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        return self._content() + 2 * theme.px(12 if self.is_pill else 16) + 2

    def _text_width(self) -> int:
        if self._rich is not None:
            return self._rich.sizeHint().width()
        return self.fontMetrics().horizontalAdvance(self.text()) + 1 if self.text() else 0

    def _content(self) -> int:
        text, theme = self._text_width(), self.scene.theme
        icon = theme.px(_ICON) if self._icon else 0
        return text + icon + (theme.px(_BESIDE_ICON) if text and icon else 0)

    def sizeHint(self) -> QSize:
        return QSize(self.wish(), self.scene.theme.px(HEIGHT))

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.rect(), self.height() / 2 if self.is_pill else self.scene.theme.button_radius

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_label()

    def _place_label(self) -> None:
        if self._rich is not None:
            left = self._text_left()
            room = max(0, min(self._text_width(), self.width() - left - 6))
            height = self._rich.heightForWidth(max(1, room))
            self._rich.setGeometry(left, (self.height() - height) // 2, room, height)

    def _text_left(self) -> int:
        theme = self.scene.theme
        start = max(theme.px(6), (self.width() - self._content()) // 2)
        return start + (theme.px(_ICON + _BESIDE_ICON) if self._icon else 0)

    # Looks

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def _color(self) -> str:
        theme = self.scene.theme
        if not self.isEnabled():
            return theme.faint_text
        return theme.primary if self.isChecked() else theme.text

    def _face(self) -> tuple[str, str]:
        theme = self.scene.theme
        if not self.isEnabled():
            return (mix(theme.background, theme.text, 0.1) if self.isChecked() else theme.face), theme.border
        if self.isChecked():
            strong = self._hovered or self.isDown()
            return mix(theme.background, theme.primary, 0.2) if strong else theme.primary_tint, theme.primary
        return theme.pressed if self.isDown() else theme.hover if self._hovered else theme.face, theme.border

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = self._face()
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(fill))
        painter.drawPath(self._outline(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)))
        left = self._text_left()
        if self._icon:
            size = theme.px(_ICON)
            picture = draw_icon(self._icon, size, self._color(), self.devicePixelRatioF())
            spot = QPoint(left - size - theme.px(_BESIDE_ICON), (self.height() - size) // 2)
            if not self.isEnabled():
                painter.setOpacity(0.5)
            painter.drawPixmap(spot, picture)
            painter.setOpacity(1)
        if self.text():
            painter.setPen(QColor(self._color()))
            room = self.rect().adjusted(left, 0, -6, 0)
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _outline(self, rect: QRectF) -> QPainterPath:
        path = QPainterPath()
        radius = rect.height() / 2 if self.is_pill else min(self.scene.theme.button_radius, rect.height() / 2)
        if self.is_pill or (self.is_first and self.is_last):
            path.addRoundedRect(rect, radius, radius)
            return path
        left, right = (radius if self.is_first else 0.0), (radius if self.is_last else 0.0)
        path.moveTo(rect.left() + left, rect.top())
        path.lineTo(rect.right() - right, rect.top())
        path.arcTo(rect.right() - 2 * right, rect.top(), 2 * right, 2 * right, 90, -90)
        path.lineTo(rect.right(), rect.bottom() - right)
        path.arcTo(rect.right() - 2 * right, rect.bottom() - 2 * right, 2 * right, 2 * right, 0, -90)
        path.lineTo(rect.left() + left, rect.bottom())
        path.arcTo(rect.left(), rect.bottom() - 2 * left, 2 * left, 2 * left, 270, -90)
        path.lineTo(rect.left(), rect.top() + left)
        path.arcTo(rect.left(), rect.top(), 2 * left, 2 * left, 180, -90)
        path.closeSubpath()
        return path
