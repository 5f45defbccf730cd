"""Notices: what desklit itself has to say, in a strip above the page, outside of the element tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ..widgets.scene import Scene

if TYPE_CHECKING:
    from .notice import Action, Notice, Tone
    from .passing_notice import PassingNotice

SIDE, GAP = 16, 6  # px: beside the notices, and between them
BELOW = 8


def escaped(text: str) -> str:
    """Text that a notice shows as it is, without Markdown."""
    return re.sub(r"([\\_*`\[\]:$<#])", r"\\\1", text)


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
        self._over = parent
        self.hide()

    @cached_property
    def passing(self) -> PassingNotice:
        """What lies over the page for a moment; most windows never show one."""
        from .passing_notice import PassingNotice

        return PassingNotice(self.scene, self._over)

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
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        from .notice import Notice

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
        if "passing" in vars(self):
            self.passing.restyle()
