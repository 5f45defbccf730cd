"""One notice: a message with its buttons, in the strip above the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ..widgets.controls.paint import draw_face
from ..widgets.icon_button import IconButton
from ..widgets.markdown.label import Label
from ..widgets.scene import Scene

if TYPE_CHECKING:
    from .notices import Notices

SIDE = 16  # px at the left of the text
NARROW = 520
"""px: in a notice up to this width the buttons stand below the text."""
_PAD = 8
_ROW = 28  # px: the height of a button, and of one line with its margins

Action = tuple[str, Callable[[], None]]
Tone = Literal["blue", "red"]


class Notice(QWidget):
    """One message with its buttons."""

    def __init__(
        self, text: str, actions: Sequence[Action], tone: Tone, scene: Scene, strip: Notices
    ) -> None:
        super().__init__(strip)
        self.scene = scene
        self.text = text
        self.tone = tone
        self.label = Label(text, scene, color=scene.theme.shades[tone].text, parent=self)
        self.buttons = [self._button(name, act, strip) for name, act in actions]
        self.close_button = IconButton(scene, ":material/close:", "Dismiss", parent=self)
        self.close_button.clicked.connect(lambda: strip.dismiss(self))
        self.setAccessibleName(self.label.accessibleName())

    def _button(self, name: str, act: Callable[[], None], strip: Notices) -> QPushButton:
        button = QPushButton(name, self)
        button.setProperty("kind", "menu")
        button.clicked.connect(lambda: strip.dismiss(self))
        button.clicked.connect(act)
        return button

    def _px(self, length: float) -> int:
        return self.scene.theme.px(length)

    def height_for(self, width: int) -> int:
        """The height in px that it takes at this width."""
        text = self.label.heightForWidth(self._text_width(width))
        below = self._px(_ROW + 4) if self.buttons and width <= self._px(NARROW) else 0
        return max(text, self._px(_ROW - 4)) + 2 * self._px(_PAD) + below

    def _text_width(self, width: int) -> int:
        buttons = self.buttons if width > self._px(NARROW) else []
        beside = sum(button.sizeHint().width() + 4 for button in buttons)
        return max(40, width - self._px(SIDE) - self._px(44) - beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = self.width(), self.height()
        room = self._text_width(width)
        text = self.label.heightForWidth(room)
        top = self._px(_PAD) + max(0, self._px(_ROW - 4) - text) // 2
        self.label.setGeometry(self._px(SIDE), top, room, text)
        cross = self._px(24)
        self.close_button.setGeometry(width - self._px(34), self._px(_PAD), cross, cross)
        stacked = width <= self._px(NARROW)
        sizes = [button.sizeHint().width() for button in self.buttons]
        x = self._px(SIDE - 8) if stacked else width - self._px(38) - sum(sizes) - 4 * max(0, len(sizes) - 1)
        y = height - self._px(_PAD) - self._px(_ROW) if stacked else self._px(_PAD) - 2
        for button, size in zip(self.buttons, sizes, strict=True):
            button.setGeometry(x, y, size, self._px(_ROW))
            x += size + 4

    def restyle(self) -> None:
        """Take over the scene's theme."""
        self.label.set_color(self.scene.theme.shades[self.tone].text)
        self.label.restyle()
        self.close_button.restyle()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.scene.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_face(painter, QRectF(self.rect()), theme.radius, theme.shades[self.tone].background, None)
