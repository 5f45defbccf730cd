"""A small button that copies a text and says so for a moment."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFocusEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from .controls.paint import draw_face
from .markdown.pictures import draw_icon
from .scene import Scene

_SIDE = 28
_ICON = 16
_DONE_MS = 1500


class CopyButton(QAbstractButton):
    """Copies what ``text`` gives to the clipboard.

    Args:
        text: Gives the text when the button is pressed.
        scene: The window's side.
        color: Colour of the icon (``#rrggbb``); that of icons by default.
        bare: Whether it has no face of its own.
        quiet: Whether it is seen only while the mouse is over its parent, or while it has the focus.
        parent: The parent widget.
    """

    def __init__(
        self,
        text: Callable[[], str],
        scene: Scene,
        *,
        color: str | None = None,
        bare: bool = False,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.scene = scene
        self.color = color
        self._text = text
        self._bare = bare
        self._quiet = quiet
        self._done = QTimer(self)
        self._done.setSingleShot(True)
        self._done.setInterval(_DONE_MS)
        self._done.timeout.connect(self._reset)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._copy)
        self._reset()

    def sizeHint(self) -> QSize:
        side = self.scene.theme.px(_SIDE)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    @property
    def is_done(self) -> bool:
        """Whether it says at present that it has copied."""
        return self._done.isActive()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self._done.start()
        self._say("Copied")

    def _reset(self) -> None:
        self._say("Copy to clipboard")

    def _say(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        parent = self.parentWidget()
        if self._quiet and not (self.hasFocus() or self.is_done or (parent and parent.underMouse())):
            return
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        hot = self.underMouse() or self.isDown()
        if not self._bare:
            draw_face(painter, rect, theme.radius, theme.hover if hot else theme.face, theme.border)
        elif hot:
            painter.setOpacity(0.12)
            draw_face(painter, rect, theme.radius, self.color or theme.text, None)
            painter.setOpacity(1)
        if self.hasFocus():
            draw_face(painter, rect, theme.radius, None, theme.primary, 2)
        icon = ":material/check:" if self.is_done else ":material/content_copy:"
        side = theme.px(_ICON)
        picture = draw_icon(icon, side, self.color or theme.text, self.devicePixelRatioF())
        at = (self.width() - side) // 2
        painter.drawPixmap(at, at, picture)
