"""Choosing entries of menus, whether they open beside the event loop or hold it up."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from .errors import AppTestError

_PATIENCE = 2.0
_TICK = 5  # ms


class _Chooser:
    """Waits for a menu to open and clicks its entries, one after the other."""

    def __init__(self, entries: Sequence[str]) -> None:
        self.rest = list(entries)
        self.over = False
        self.error: AppTestError | None = None
        self._until = time.monotonic() + _PATIENCE
        self._timer = QTimer()
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._done: set[QMenu] = set()

    def _look(self) -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and menu not in self._done:
            self._done.add(menu)
            try:
                self._choose(menu)
            except AppTestError as error:
                self._end(error)
        elif time.monotonic() > self._until:
            self._end(AppTestError(f"no menu opened that has {self.rest[0]!r}"))

    def _choose(self, menu: QMenu) -> None:
        name = self.rest[0]
        wanted, action = _way_to(name, menu)
        if not action.isEnabled():
            raise AppTestError(f"the entry {name!r} is disabled")
        if wanted is action:
            self.rest.pop(0)
        if not self.rest:
            self._end(None)
        place = menu.actionGeometry(action).center()
        QTest.mouseMove(menu, place - QPoint(2, 2))
        QTest.mouseMove(menu, place)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _end(self, error: AppTestError | None) -> None:
        self._timer.stop()
        self.error, self.over = error, True
        while error is not None:
            popup = QApplication.activePopupWidget()
            if popup is None or not popup.close():
                break


def choose_entries(open_menu: Callable[[], object], entries: Sequence[str]) -> None:
    """Open a menu and choose an entry, in it or in a submenu of it.

    Args:
        open_menu: What a user does to see it.
        entries: The entry's name; before it those of submenus where the name alone is not enough.

    Raises:
        AppTestError: No menu opens, it lacks the entry (the message lists what it has), or the entry
            is disabled.
    """
    if not entries:
        raise AppTestError("which entry of the menu?")
    chooser = _Chooser(entries)
    open_menu()
    while not chooser.over:
        loop = QEventLoop()
        QTimer.singleShot(_TICK, loop.quit)
        loop.exec()
    if chooser.error is not None:
        raise chooser.error


def _way_to(name: str, menu: QMenu) -> tuple[QAction, QAction]:
    """The entry that is called so, and the entry of this menu that is it or opens the submenu that has it."""
    from .acts.base import pick

    reachable = _reachable(menu)
    return reachable[pick(name, (_plain(action) for action, _ in reachable), "entry")]


def _reachable(menu: QMenu) -> list[tuple[QAction, QAction]]:
    """Each entry of a menu and of its submenus, with the entry of the menu itself that leads there."""
    found = []
    for action in menu.actions():
        if not action.isSeparator():
            found.append((action, action))
            held = action.menu()
            if isinstance(held, QMenu):
                found += [(inner, action) for inner, _ in _reachable(held)]
    return found


def _plain(action: QAction) -> str:
    text = action.text().split("\t")[0]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
