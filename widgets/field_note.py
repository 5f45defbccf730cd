"""Small words below a field: how to apply what is typed, how long it is, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from .fonts import text_font
from .scene import Scene

_FONT = 12  # px


class FieldHint(QObject):
    """A line of small text at the lower right of a field, in the gap below it, that takes no room.

    It lies on the nearest ancestor with room for it, so that showing it moves nothing.

    Args:
        anchor: The field.
        scene: The window's side.
    """

    def __init__(self, anchor: QWidget, scene: Scene) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self._scene = scene
        self._label: QLabel | None = None
        self._alarming = False

    @property
    def text(self) -> str:
        """What is shown; "" for nothing."""
        return self._label.text() if self._label is not None else ""

    def say(self, text: str, *, alarming: bool = False) -> None:
        """Show a text, or nothing for "".

        Args:
            text: Plain text.
            alarming: Whether to say it in red.
        """
        if not text:
            self.clear()
            return
        if self._label is None:
            self._label = QLabel()
            self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._label.setTextFormat(Qt.TextFormat.PlainText)
            self._alarming = not alarming
            # Only while there is something to move along: events are many.
            self._anchor.installEventFilter(self)
        if alarming != self._alarming:
            self._alarming = alarming
            self.restyle()
        self._label.setText(text)
        self._place()

    def clear(self) -> None:
        """Show nothing."""
        if self._label is not None:
            self._anchor.removeEventFilter(self)
            self._label.hide()
            self._label.deleteLater()
            self._label = None

    def restyle(self) -> None:
        """Take over the scene's theme."""
        if self._label is not None:
            _dress(self._label, self._scene, alarming=self._alarming)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._label is not None:
            if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
                self._place()
            elif event.type() in (QEvent.Type.Hide, QEvent.Type.ParentChange):
                self.clear()
        return False

    def _place(self) -> None:
        label, anchor = self._label, self._anchor
        if label is None:
            return
        size = label.sizeHint()
        size.setWidth(min(size.width(), max(anchor.width(), 40)))
        spot = QRect(QPoint(anchor.width() - size.width(), anchor.height() + 1), size)
        host = anchor
        while not host.rect().contains(QRect(anchor.mapTo(host, spot.topLeft()), size)):
            parent = host.parentWidget()
            if host.isWindow() or parent is None:
                break
            host = parent
        if label.parentWidget() is not host:
            label.setParent(host)
        label.setGeometry(QRect(anchor.mapTo(host, spot.topLeft()), size))
        label.show()
        label.raise_()


class FieldError(QLabel):
    """What is wrong with a field's value, below it; hidden while nothing is."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str) -> bool:
        """Show a text, or nothing for "".

        Returns:
            Whether that changes how much room is needed.
        """
        if text == self.text():
            return False
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.restyle()
        return True

    def restyle(self) -> None:
        """Take over the scene's theme."""
        _dress(self, self._scene, alarming=True)


def _dress(label: QLabel, scene: Scene, *, alarming: bool) -> None:
    theme = scene.theme
    label.setFont(text_font(theme.font, theme.px(_FONT)))
    palette = label.palette()
    color = theme.shades["red"].text if alarming else theme.placeholder
    palette.setColor(QPalette.ColorRole.WindowText, QColor(color))
    label.setPalette(palette)
