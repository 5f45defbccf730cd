"""The window's menu: run again, look, print, a second window, about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ..widgets.controls.popup import show_round_corners
from .menu_entry import Entry


def build_menu(entries: Iterable[Entry], parent: QWidget) -> QMenu:
    """A menu of these entries."""
    menu = QMenu(parent)
    menu.setAccessibleName("Menu")
    show_round_corners(menu)
    _fill(menu, entries)
    return menu


def build_menu_bar(entries: Callable[[], Iterable[Entry]], window: QWidget) -> QMenuBar:
    """The bar at the top of the screen that each program has on macOS.

    Args:
        entries: Gives the entries as they are when the menu is opened.
        window: The window while which is active the bar is this.
    """
    bar = QMenuBar(window)
    menu = bar.addMenu("File")

    def fill() -> None:
        menu.clear()
        _fill(menu, entries())

    # Filled at once, too: an empty menu is never opened, and its keys would not be known.
    fill()
    menu.aboutToShow.connect(fill)
    return bar


def _fill(menu: QMenu, entries: Iterable[Entry]) -> None:
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
