"""The menu of a column's header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
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
