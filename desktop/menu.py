"""Menus made of entries: one below a button, or a bar at the top of the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ..widgets.controls.popup import show_round_corners
from .menu_entry import LINE, Entry


def build_menu(entries: Iterable[Entry], parent: QWidget) -> QMenu:
    """A menu of these entries; groups open beside it."""
    menu = QMenu(parent)
    menu.setAccessibleName("Menu")
    show_round_corners(menu)
    fill_menu(menu, entries)
    return menu


def build_menu_bar(entries: Callable[[], Iterable[Entry]], window: QWidget) -> QMenuBar:
    """The bar at the top of the screen that each program has on macOS.

    Args:
        entries: Gives the entries as they are when a menu is opened; those in no group come under "App".
        window: The window while which is active the bar is this.
    """
    bar = QMenuBar(window)

    def fill(menu: QMenu) -> None:
        menu.clear()
        fill_menu(menu, _groups(entries()).get(menu.title(), ()))

    # Filled at once, too: an empty menu is never opened, and its keys would not be known.
    for name, held in _groups(entries()).items():
        menu = bar.addMenu(name)
        fill_menu(menu, held)
        menu.aboutToShow.connect(partial(fill, menu))
    return bar


def key_sequences(keys: str) -> list[QKeySequence]:
    """The keys of an entry."""
    return [QKeySequence(each) for each in keys.split("; ")] if keys else []


def fill_menu(menu: QMenu, entries: Iterable[Entry]) -> None:
    """Add entries to a menu."""
    for entry in _unfolded(entries):
        if not entry.name:
            menu.addSeparator()  # doubled ones are shown as one
        elif entry.entries:
            held = menu.addMenu(entry.name)
            show_round_corners(held)
            held.setEnabled(entry.enabled)
            fill_menu(held, entry.entries)
        else:
            menu.addAction(_action(entry, menu))


def _groups(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The menus of a bar."""
    groups: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        if entry.entries:
            groups[entry.name] = groups.get(entry.name, ()) + entry.entries
        elif entry.name:
            groups["App"] = (*groups.get("App", ()), entry)
    return groups


def _unfolded(entries: Iterable[Entry]) -> Iterable[Entry]:
    for entry in entries:
        if entry.flat:
            yield LINE
            yield from entry.entries
            yield LINE
        else:
            yield entry


def _action(entry: Entry, menu: QMenu) -> QAction:
    action = QAction(entry.name.replace("&", "&&"), menu)
    action.setEnabled(entry.enabled)
    if entry.keys:
        action.setShortcut(key_sequences(entry.keys)[0])
        # Shown here, bound by the window: two owners of one key would block each other.
        action.setShortcutVisibleInContextMenu(True)
    if entry.checked is not None:
        action.setCheckable(True)
        action.setChecked(entry.checked)
    if entry.act is not None:
        act = entry.act
        action.triggered.connect(lambda checked=False, act=act: act())
    return action
