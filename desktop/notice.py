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

    def height_for(self, width: int) -> int:
        """The height in px that it takes at this width."""
        text = self.label.heightForWidth(self._text_width(width))
        below = _ROW + 4 if self.buttons and width <= NARROW else 0
        return max(text, _ROW - 4) + 2 * _PAD + below

    def _text_width(self, width: int) -> int:
        beside = sum(button.sizeHint().width() + 4 for button in self.buttons) if width > NARROW else 0
        return max(40, width - SIDE - 44 - beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = self.width(), self.height()
        room = self._text_width(width)
        text = self.label.heightForWidth(room)
        self.label.setGeometry(SIDE, _PAD + max(0, _ROW - 4 - text) // 2, room, text)
        self.close_button.setGeometry(width - 34, _PAD, 24, 24)
        stacked = width <= NARROW
        sizes = [button.sizeHint().width() for button in self.buttons]
        x = SIDE - 8 if stacked else width - 38 - sum(sizes) - 4 * max(0, len(sizes) - 1)
        y = height - _PAD - _ROW if stacked else _PAD - 2
        for button, size in zip(self.buttons, sizes, strict=True):
            button.setGeometry(x, y, size, _ROW)
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
