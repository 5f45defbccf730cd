"""The head of a block that folds: chevron, icon and label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from .controls.paint import draw_chevron
from .icon_mark import IconMark
from .markdown.label import Label
from .scene import Scene

if TYPE_CHECKING:
    from .expander import Expander, ExpanderType

HEAD = 38
STEP_INDENT = 36
ROUGH_HEADS = {"default": HEAD + 2, "compact": 38, "step": 24}
"""The heights in px of closed ones whose label takes one line."""


class ExpanderHead(QAbstractButton):
    """The head: icon or chevron, and the label."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.label = Label("", scene, parent=self)
        self.icon_label = IconMark(scene, 16, self)
        for child in (self.label, self.icon_label):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.type: ExpanderType = "default"

    def show_element(self, element: Expander) -> None:
        """Take over label, icon and kind."""
        self.type = element.type
        self.label.set_source(element.label)
        self.setAccessibleName(self.label.accessibleName())
        icon = element.icon or (":material/circle:" if element.type == "step" else None)
        self.icon_label.setVisible(icon is not None)
        if icon is not None:
            theme = self.scene.theme
            color = theme.text if element.icon else theme.faint_text
            self.icon_label.show_icon(icon, color)
        self._place()

    def px(self, length: float) -> int:
        """A length that is ``length`` px at the usual font size."""
        return self.scene.theme.px(length)

    def side(self) -> int:
        """The px left of the first thing in the head."""
        return self.px(12) if self.type == "default" else 0

    def text_left(self) -> int:
        """Where the label begins."""
        if self.type == "step":
            return self.px(STEP_INDENT)
        return self.side() + self.px(24 if self.icon_label.isHidden() else 48)

    def icon_left(self) -> int:
        """Where the icon begins."""
        return self.side() + (0 if self.type == "step" else self.px(24))

    def height_for(self, width: int) -> int:
        """The height in px for a width."""
        right = self.side() or self.px(24)
        tall, room = {"default": (38, 16), "compact": (32, 16), "step": (24, 2)}[self.type]
        text = self.label.heightForWidth(max(40, width - self.text_left() - right))
        return max(self.px(tall), text + self.px(room))

    def sizeHint(self) -> QSize:
        return QSize(self.text_left() + self.label.sizeHint().width() + self.px(24), self.px(HEAD))

    def resizeEvent(self, event: object) -> None:
        self._place()

    def _place(self) -> None:
        if not self.icon_label.isHidden():
            side = self.px(16)
            self.icon_label.setGeometry(self.icon_left(), (self.height() - side) // 2, side, side)
        left = self.text_left()
        width = max(0, self.width() - left - (self.side() or self.px(24)))
        height = self.label.heightForWidth(max(1, width))
        self.label.setGeometry(left, (self.height() - height) // 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.type == "default" and (self.underMouse() or self.isChecked()):
            painter.fillPath(self.face(), QColor(theme.hover if self.underMouse() else theme.head))
        if self.type != "step" or self.underMouse():
            side = self.px(16)
            x = self.side() if self.type != "step" else self.width() - self.px(20)
            square = QRectF(x, (self.height() - side) / 2, side, side)
            draw_chevron(painter, square, theme.text, "down" if self.isChecked() else "right")
        painter.end()

    def face(self) -> QPainterPath:
        """Its outline: round at the top, and at the bottom too while closed."""
        radius = self.scene.theme.radius - 1
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        if self.isChecked():
            lower = QPainterPath()
            lower.addRect(QRectF(0, self.height() / 2, self.width(), self.height() / 2))
            path = path.united(lower)
        return path
