"""A word in passing, such as "Copied": it lies over the page's lower edge and goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ..widgets.controls.paint import draw_face
from ..widgets.fonts import text_font
from ..widgets.scene import Scene

MOMENT = 2500  # ms that it stays, and 50 for each further character above 30
BELOW = 24  # px from the window's lower edge
_PAD_X, _PAD_Y = 16, 8


class PassingNotice(QWidget):
    """One line in the middle of the window's lower edge; the next one replaces it.

    Args:
        scene: The window's side.
        window: What it lies over.
    """

    def __init__(self, scene: Scene, window: QWidget) -> None:
        super().__init__(window)
        self.scene = scene
        self._window = window
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.restyle()
        self.hide()

    def mention(self, text: str) -> None:
        """Show a text for a moment."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self._place()
        self._window.installEventFilter(self)  # as long as it is needed: it sees each event of the window
        self.show()
        self.raise_()
        self._timer.start(MOMENT + 50 * max(0, len(text) - 30))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        self.hide()

    def text(self) -> str:
        """What it says; "" when it has gone."""
        return self.label.text() if not self.isHidden() else ""

    def restyle(self) -> None:
        """Take over the scene's theme."""
        theme = self.scene.theme
        self.label.setFont(text_font(theme.font, theme.px(14)))
        # Inverted, so that it stands out over any page.
        self.label.setStyleSheet(f"color: {theme.background}; background: transparent;")
        self.update()

    def _place(self) -> None:
        window = self._window
        room = min(480, window.width() - 2 * _PAD_X - 32)
        lines = self.label.fontMetrics().boundingRect(
            0, 0, room, 10_000, int(Qt.TextFlag.TextWordWrap), self.label.text()
        )
        width, height = lines.width() + 2, lines.height()
        self.label.setGeometry(_PAD_X, _PAD_Y, width, height)
        self.resize(width + 2 * _PAD_X, height + 2 * _PAD_Y)
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - BELOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        fill = QColor(theme.text)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, QRectF(self.rect()), theme.radius, fill.name(), None)
