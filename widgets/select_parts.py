"""The small parts of a select field: what shows the value and takes typing, and the x."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from .markdown.pictures import draw_icon
from .scene import Scene
from .window_keys import is_for_window


class ValueEdit(QLineEdit):
    """What is typed into a select field; as long as it is empty it shows the value."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self._value = ""
        self._is_hint = False

    def show_value(self, text: str, is_hint: bool) -> None:
        """Show this while nothing is typed; a hint is paler than a value."""
        self._value, self._is_hint = text, is_hint
        self.setAccessibleDescription("" if is_hint else text)
        self.update()

    @property
    def shown_value(self) -> str:
        """What is shown while nothing is typed."""
        return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_for_window(event, self, half_typed=bool(self.text())):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text():
            return
        theme = self.scene.theme
        painter = QPainter(self)
        color = theme.placeholder if self._is_hint else theme.text
        painter.setPen(QColor(color if self.isEnabled() else theme.faint_text))
        painter.setFont(self.font())
        room = self.rect().adjusted(2, 0, -2, 0)
        text = painter.fontMetrics().elidedText(
            self._value.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class IconButton(QAbstractButton):
    """A small picture to click, out of the way of the Tab key."""

    def __init__(self, scene: Scene, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self._icon = icon
        self._hovered = False
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        side = self.scene.theme.px(24)
        return QSize(side, side)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        color = theme.text if self._hovered else theme.faded_text
        side = theme.px(18)
        picture = draw_icon(self._icon, side, color, self.devicePixelRatioF())
        spot = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        QPainter(self).drawPixmap(spot.topLeft(), picture)
