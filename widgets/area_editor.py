"""The editor of several lines that is in a text area and in a chat field, and the corner to pull it by."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from .scene import Scene
from .window_keys import opens_palette
from .wrapping import has_endless_word, wrap_mode

THREE_LINES = 94  # px
GRIP = 16


class Editor(QPlainTextEdit):
    """A plain editor that leaves Tab to the page, and room for typing to the limit only.

    Signals:
        edited: The user changed the text.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limit = 0
        self._silent = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)

    def put(self, text: str) -> None:
        """Show a text; ``edited`` is not emitted."""
        self._silent = True
        self.setWordWrapMode(wrap_mode(text))
        self.setPlainText(text)
        self._silent = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens_palette(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        before = self.textCursor().block().text()
        if has_endless_word(before + source.text()):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        super().insertFromMimeData(source)

    def _on_text_changed(self) -> None:
        if self._silent:
            return
        self._keep_limit()
        self.edited.emit()

    def _keep_limit(self) -> None:
        """Take away what was typed or pasted beyond the limit, where it was put in."""
        extra = len(self.toPlainText()) - self.limit
        if not self.limit or extra <= 0:
            return
        cursor = self.textCursor()
        end = cursor.position()
        self._silent = True
        cursor.setPosition(max(0, end - extra))
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if len(self.toPlainText()) > self.limit:
            self.setPlainText(self.toPlainText()[: self.limit])
        self._silent = False

    def sizeHint(self) -> QSize:
        return QSize(200, THREE_LINES)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)


class Grip(QWidget):
    """The corner to pull a field higher by.

    Signals:
        pulled: (px) How far down it was pulled, from where the pull began.
    """

    pulled = Signal(int)
    began = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._from: float | None = None
        self.setFixedSize(GRIP, GRIP)
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.globalPosition().y()
        self.began.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.pulled.emit(int(event.globalPosition().y() - self._from))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._scene.theme.faint_text), 1.2))
        for length in (8, 4):
            painter.drawLine(QPointF(12.5 - length, 12.5), QPointF(12.5, 12.5 - length))
