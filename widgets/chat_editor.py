"""The parts of a chat input: the editor that sends by Enter, and the round button."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from .area_editor import Editor
from .colors import mix
from .controls.paint import draw_face
from .markdown.pictures import draw_icon
from .scene import Scene
from .wrapping import wrapped_height

SIDE = 32  # px, of the buttons


class ChatEditor(Editor):
    """A plain editor. Enter sends; with Shift it begins a new line.

    Signals:
        sent: Enter was pressed.
        files_pasted: (QMimeData) Something with files or a picture was pasted.
    """

    sent = Signal()
    files_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_files = False
        self.setProperty("kind", "bare")
        self.setFrameShape(ChatEditor.Shape.NoFrame)
        self.document().setDocumentMargin(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if shift:
                self.insertPlainText("\n")
                self.ensureCursorVisible()
            else:
                self.sent.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self._has_files(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._has_files(source):
            self.files_pasted.emit(source)
        else:
            super().insertFromMimeData(source)

    def _has_files(self, source: QMimeData) -> bool:
        if not self.takes_files:
            return False
        return any(url.isLocalFile() for url in source.urls()) or (source.hasImage() and not source.hasText())

    def height_of_text(self, width: int) -> int:
        """The height in px of the whole text at this width."""
        return wrapped_height(self.toPlainText(), self.font(), width)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)


class RoundButton(QAbstractButton):
    """A button that is only an icon; a ``strong`` one is filled with the primary colour.

    Args:
        scene: The window's side.
        parent: The parent widget.
    """

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.strong = False
        self._icon = ""
        self._hovered = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_icon(self, icon: str, name: str) -> None:
        """Show a Material icon; the name says what a click does."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        side = self.scene.theme.px(SIDE)
        return QSize(side, side)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ink = QRectF(self.rect()), theme.faded_text
        if not self.isEnabled():
            ink = theme.faint_text
            if self.strong:
                draw_face(painter, rect, theme.radius, mix(theme.secondary_background, theme.text, 0.1), None)
        elif self.strong:
            fill = theme.primary_hover if self._hovered or self.isDown() else theme.primary
            draw_face(painter, rect, theme.radius, fill, None)
            ink = theme.on_primary
        elif self._hovered:
            tint = QColor(theme.text)
            tint.setAlphaF(0.14 if self.isDown() else 0.08)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(rect, theme.radius, theme.radius)
            ink = theme.text
        side = theme.px(20)
        picture = draw_icon(self._icon, side, ink, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
        painter.end()
