"""The window's menu: run again, look, print, a second window, about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ..widgets.controls.popup import show_round_corners


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu; ``name`` "" stands for a line.

    Args:
        name: What it says.
        act: What it does.
        keys: Keys shown beside it and, but for single letters, bound to it.
        checked: True or False for an entry with a tick.
        enabled: Whether it can be chosen.
    """

    name: str
    act: Callable[[], object] | None = None
    keys: str = ""
    checked: bool | None = None
    enabled: bool = True


LINE = Entry("")


def build_menu(entries: Iterator[Entry] | list[Entry], parent: QWidget) -> QMenu:
    """A menu of these entries."""
    menu = QMenu(parent)
    menu.setAccessibleName("Menu")
    show_round_corners(menu)
    for entry in entries:
        if not entry.name:
            menu.addSeparator()
            continue
        action = QAction(entry.name, menu)
        action.setEnabled(entry.enabled)
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
            # Shown here, bound by the window: two owners of one key would block each other.
            action.setShortcutVisibleInContextMenu(True)
        if entry.checked is not None:
            action.setCheckable(True)
            action.setChecked(entry.checked)
        if entry.act is not None:
            act = entry.act
            action.triggered.connect(lambda checked=False, act=act: act())
        menu.addAction(action)
    return menu
