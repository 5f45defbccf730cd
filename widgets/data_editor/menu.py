"""The menus of a table: of a column's header, and of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from .grid import Grid


def column_menu(grid: Grid, column: int) -> QMenu:
    """Sorting and width of one column.

    Args:
        grid: The grid.
        column: The column's place.
    """
    model, look = grid.table_model, grid.table_model.looks[column]
    menu = QMenu(grid)
    now = model.sorted_by
    sortable = not (model.editing.add or model.editing.delete)
    for text, descending in (("Sort ascending", False), ("Sort descending", True)):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(now == (look.name, descending))
        action.setEnabled(sortable)
        action.triggered.connect(lambda _=False, down=descending: grid.sort(column, down))
    if now is not None:
        menu.addAction("Original order").triggered.connect(lambda: grid.sort(None))
    menu.addSeparator()
    menu.addAction("Autosize").triggered.connect(lambda: grid.widths.autosize(column))
    menu.addAction("Copy name").triggered.connect(lambda: QGuiApplication.clipboard().setText(look.label))
    return menu


def cell_menu(grid: Grid, index: QModelIndex) -> QMenu:
    """What can be done with the cells that are chosen, or else with the one under the mouse.

    Args:
        grid: The grid.
        index: The cell under the mouse; it may be none.
    """
    chosen = grid.selectionModel()
    if index.isValid() and not grid.marked and not chosen.isSelected(index):
        grid.setCurrentIndex(index)
    menu = QMenu(grid)
    copy = menu.addAction("Copy")
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    copy.setShortcutVisibleInContextMenu(True)
    copy.setEnabled(bool(grid.marked) or chosen.hasSelection() or index.isValid())
    copy.triggered.connect(grid.copy)
    menu.addAction("Copy the whole table").triggered.connect(grid.copy_all)
    return menu
