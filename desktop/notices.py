"""Notices: what desklit itself has to say, in a strip above the page, outside of the element tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ..widgets.controls.paint import draw_face
from ..widgets.icon_button import IconButton
from ..widgets.markdown.label import Label
from ..widgets.scene import Scene
from .passing_notice import PassingNotice

SIDE, GAP = 16, 6  # px: beside the notices, and between them
BELOW = 8
NARROW = 520
"""px: in a notice up to this width the buttons stand below the text."""
_PAD = 8
_ROW = 28  # px: the height of a button, and of one line with its margins

Action = tuple[str, Callable[[], None]]
Tone = Literal["blue", "red"]


def escaped(text: str) -> str:
    """Text that a notice shows as it is, without Markdown."""
    return re.sub(r"([\\_*`\[\]:$<#])", r"\\\1", text)


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


class Notices(QWidget):
    """The strip of notices; it takes no room while there is none.

    Args:
        scene: The window's side.
        parent: The window, over which passing notices lie.

    Signals:
        changed: A notice came or went.
    """

    changed = Signal()

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = scene
        self.shown: list[Notice] = []
        self.passing = PassingNotice(scene, parent)
        self.hide()

    def texts(self) -> list[str]:
        """What the notices say, from above."""
        return [notice.text for notice in self.shown]

    def say(self, text: str, actions: Sequence[Action] = (), *, tone: Tone = "blue") -> Notice:
        """Show a notice until its user dismisses it; one with the same text is replaced.

        Args:
            text: Markdown of one line.
            actions: Buttons: their names and what they do. Each takes the notice away.
            tone: ``"red"`` for what went wrong.
        """
        for notice in [notice for notice in self.shown if notice.text == text]:
            self.dismiss(notice)
        notice = Notice(text, actions, tone, self.scene, self)
        self.shown.append(notice)
        notice.show()
        self.show()
        self.changed.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(notice, QAccessible.Event.Alert))
        return notice

    def mention(self, text: str) -> None:
        """Show a plain text for a moment, over the page."""
        self.passing.mention(text)

    def height_for(self, width: int) -> int:
        """The height in px that the notices want at this width."""
        room = width - 2 * SIDE
        heights = [notice.height_for(room) for notice in self.shown]
        return sum(heights) + GAP * (len(heights) - 1) + BELOW if heights else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        room = self.width() - 2 * SIDE
        y = 0
        for notice in self.shown:
            height = notice.height_for(room)
            notice.setGeometry(SIDE, y, room, height)
            y += height + GAP

    def dismiss(self, notice: Notice) -> None:
        """Take a notice away."""
        if notice in self.shown:
            self.shown.remove(notice)
            notice.hide()
            notice.deleteLater()
            self.setVisible(bool(self.shown))
            self._place()
            self.changed.emit()

    def focus_stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [button for notice in self.shown for button in (*notice.buttons, notice.close_button)]

    def restyle(self) -> None:
        """Take over the scene's theme."""
        for notice in self.shown:
            notice.restyle()
        self.passing.restyle()
