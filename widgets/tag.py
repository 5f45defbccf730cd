"""One chosen option of a multiselect."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from .controls.paint import draw_face
from .fonts import text_font
from .scene import Scene

_CROSS = 7  # px


class Tag(QWidget):
    """One chosen option, with a cross that takes it back.

    Signals:
        removed: The cross was clicked.
    """

    removed = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.text = ""
        self.is_marked = False
        self._hovered = False
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_text(self, text: str, marked: bool) -> None:
        """Take over a text, and whether the keyboard points at the tag."""
        self.text, self.is_marked = text, marked
        self.setAccessibleName(text)
        self.setToolTip(text if self.wish() > self.width() else "")
        self.update()

    def wish(self) -> int:
        """The width in px at which the text is whole."""
        theme = self.scene.theme
        self.setFont(text_font(theme.font, theme.px(14), theme.base_font_weight))
        text = self.fontMetrics().horizontalAdvance(self.text.replace("\n", " ")) + 1
        return text + 2 * theme.px(8) + (theme.px(8 + _CROSS) if self.isEnabled() else 0)

    def cross_rect(self) -> QRect:
        """Where the cross can be clicked."""
        wide = self.scene.theme.px(8 + _CROSS + 6)
        return QRect(self.width() - wide, 0, wide, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.cross_rect().contains(
            event.position().toPoint()
        ):
            self.removed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.cross_rect().contains(event.position().toPoint()))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(self.cross_rect().contains(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(False)

    def _hover(self, hovered: bool) -> None:
        if hovered != self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isEnabled()
        fill = (theme.primary_hover if self.is_marked else theme.primary) if on else theme.switch
        draw_face(painter, QRectF(self.rect()), theme.radius * 0.75, fill, None)
        color = QColor(theme.on_primary if on else theme.faint_text)
        painter.setPen(color)
        room = self.rect().adjusted(theme.px(8), 0, -theme.px(8), 0)
        if on:
            room.adjust(0, 0, -theme.px(8 + _CROSS), 0)
        text = self.fontMetrics().elidedText(
            self.text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if on:
            self._paint_cross(painter, color)

    def _paint_cross(self, painter: QPainter, color: QColor) -> None:
        theme = self.scene.theme
        arm = theme.px(_CROSS) / 2
        middle = QPointF(self.width() - theme.px(8) - arm, self.height() / 2)
        if self._hovered:
            face = QRectF(middle.x() - 9, middle.y() - 9, 18, 18)
            draw_face(painter, face, 4, theme.primary_pressed, None)
        painter.setPen(QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm))
        painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm))
