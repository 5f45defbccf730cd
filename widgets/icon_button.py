"""A small button that is only an icon, for the inside of fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from .controls.paint import draw_face, draw_mark
from .scene import Scene


class IconButton(QAbstractButton):
    """A Material icon of 16 px in 24 to click; the name is what it does, for tooltip and screen readers.

    Args:
        scene: The window's side.
        icon: ``":material/name:"``.
        name: What it does.
        tab_stop: Whether Tab stops at it.
        parent: The parent widget.
    """

    icon_px = 16
    box_px = 24

    def __init__(
        self, scene: Scene, icon: str, name: str, *, tab_stop: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.scene = scene
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if tab_stop else Qt.FocusPolicy.NoFocus)
        self.show_icon(icon, name)

    def show_icon(self, icon: str, name: str) -> None:
        """Show another icon with another name."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def halo(self) -> tuple[QRect, float]:
        """What the ring of the keyboard focus goes around, and the radius of its corners."""
        return self.rect().adjusted(3, 3, -3, -3), 6.0

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self.scene.theme.px(self.box_px)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self._hovered or self.isDown()):
            fill = theme.pressed if self.isDown() else theme.hover
            draw_face(painter, QRectF(self.rect()), theme.small_radius, fill, None)
        side = theme.px(self.icon_px)
        color = theme.text if self._hovered else theme.faded_text
        if not self.isEnabled():
            color = theme.faint_text
        x, y = (self.width() - side) // 2, (self.height() - side) // 2
        name = self._icon.removeprefix(":material/").removesuffix(":")
        if not draw_mark(painter, QRectF(x, y, side, side), color, name):
            from .markdown.pictures import draw_icon

            painter.drawPixmap(x, y, draw_icon(self._icon, side, color, self.devicePixelRatioF()))
