"""What a user can do to anything: point at it, click it, give it the focus, type."""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ..errors import AppTestError
from ..menus import choose_entries
from ..settle import deal_with_events

if TYPE_CHECKING:
    from ..driver import AppDriver

_PATIENCE = 2.0  # seconds for what opens after a click


class Acts:
    """What can be done to one thing. Public methods are the verbs; they send events and do not settle.

    Args:
        driver: The app.
        view: What is acted on.
    """

    def __init__(self, driver: AppDriver, view: Any) -> None:
        self.driver = driver
        self.hand = driver.hand
        self.view = view

    @classmethod
    def verbs(cls) -> list[str]:
        """What can be done."""
        inner = ("target", "spot", "verbs", "wait_for")
        return sorted(name for name in dir(cls) if not name.startswith("_") and name not in inner)

    def target(self) -> QWidget:
        """What a click goes to, and the keyboard's focus."""
        widget: QWidget = self.view
        return widget

    def spot(self) -> QPoint | None:
        """Where in the target to click; None for its middle."""
        return None

    def click(self) -> None:
        self.hand.click(self.target(), self.spot())

    def double_click(self) -> None:
        self.hand.double_click(self.target(), self.spot())

    def hover(self) -> None:
        self.hand.reach(self.target(), self.spot())
        self.hand.move(self.target(), self.spot())

    def focus(self) -> None:
        self.hand.activate(self.target())
        self.hand.show(self.target())
        self.target().setFocus(Qt.FocusReason.TabFocusReason)

    def type(self, text: str) -> None:
        self._take_focus()
        self.hand.type(text)

    def press(self, keys: str) -> None:
        self._take_focus()
        self.hand.press(keys)

    def menu(self, *entries: str) -> None:
        target = self.target()
        choose_entries(lambda: self.hand.open_menu(target, self.spot()), entries)

    def scroll_to(self) -> None:
        self.hand.show(self.target())

    def _take_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self.view or self.view.isAncestorOf(focused)):
            self.focus()

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Deal with events until something is so.

        Raises:
            AppTestError: It does not come about.
        """
        until = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > until:
                raise AppTestError(f"{what}, which did not happen")
            deal_with_events()


def pick(name: object, names: Iterable[str], what: str) -> int:
    """The number of a name among others: as it is written, or in other capitals.

    Raises:
        AppTestError: There is none; the message lists what there is, nearest first.
    """
    listed, wanted = list(names), str(name)
    for fold in (str, str.casefold):
        for number, each in enumerate(listed):
            if fold(each) == fold(wanted):
                return number

    def distance(each: str) -> float:
        return -difflib.SequenceMatcher(None, wanted.casefold(), each.casefold()).ratio()

    near = sorted(listed, key=distance)
    there = ", ".join(map(repr, near[:12])) + (" …" if len(near) > 12 else "")
    raise AppTestError(f"there is no {what} {wanted!r}; there are, nearest first: {there or 'none'}")
