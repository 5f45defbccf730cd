"""Tables: data editors, dataframes, static tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton, QWidget

from ....widgets.data_editor.formats import exact_text, value_text
from ..errors import AppTestError
from ..menus import choose_entries
from .base import Acts, pick

_BOX = 18  # px: the middle of the boxes at the left
_TYPED = {dt.datetime: "%Y%m%d%H%M%S", dt.date: "%Y%m%d", dt.time: "%H%M%S"}


class TableActs(Acts):
    """A grid of cells. Rows are counted as they are shown."""

    def target(self) -> QWidget:
        viewport: QWidget = self._grid.viewport()
        return viewport

    # Reading

    def cell(self, row: int, column: str | int) -> str:
        return str(self._model.text(self._row(row), self._column(column)))

    def rows(self) -> list[list[str]]:
        model = self._model
        columns = [at for at, look in enumerate(model.looks) if not look.is_index]
        return [[model.text(row, at) for at in columns] for row in range(self._count)]

    # Cells

    def click_cell(self, row: int, column: str | int) -> None:
        self._click(self._row(row), self._column(column))

    def edit(self, row: int, column: str | int, value: Any) -> None:
        row, at = self._row(row), self._column(column)
        look = self._model.looks[at]
        if not self._model.can_edit(row, at):
            raise AppTestError(f"its cells in {look.label!r} can't be edited")
        if look.editor == "checkbox" and value is not None:
            if bool(self._model.value(row, at)) != bool(value):
                self._click(row, at)
            return
        if value is None:
            self._click(row, at)
            self.hand.press("Delete")
            return
        self.hand.double_click(*self._place(row, at))
        self.wait_for(lambda: self._grid.cells.editor is not None, "the cell was to open")
        self._enter(self._grid.cells.editor, value)

    def _enter(self, editor: QWidget, value: Any) -> None:
        """Give the open editor a value."""
        if isinstance(editor, QComboBox):
            self._choose(editor, value)
            return
        if isinstance(editor, QLineEdit):
            self.hand.press("Ctrl+A")
            self.hand.press("Delete")
            self.hand.type(value if isinstance(value, str) else exact_text(value))
        else:
            form = _TYPED.get(type(value))
            if form is None:
                raise AppTestError(f"it takes a date or a time, not {value!r}")
            for keys in ("Home", "Ctrl+Right", "Ctrl+Left"):  # the first section, chosen as a whole
                self.hand.press(keys)
            self.hand.type(value.strftime(form))
        self.hand.press("Enter")
        if self._grid.cells.editor is editor:
            why = editor.toolTip() or "no such value"
            self.hand.press("Escape")
            raise AppTestError(f"the cell does not take {value!r}: {why}")

    def _choose(self, editor: QComboBox, value: Any) -> None:
        look = self._model.looks[self._grid.currentIndex().column()]
        texts = look.option_texts
        number = look.options.index(value) if value in look.options else pick(value, texts, "option")
        listed = editor.view()
        self.wait_for(listed.isVisible, "the list of options was to open")
        index = listed.model().index(number, 0)
        listed.scrollTo(index)
        self.hand.click(listed.viewport(), listed.visualRect(index).center())

    # Rows

    def add_row(self, values: Mapping[str, Any]) -> None:
        row = self._count
        if not self._model.is_adder(row):
            raise AppTestError("it takes no further rows")
        self._click(row, 0)
        if self._grid.cells.editor is not None:
            self.hand.press("Escape")
        for column, value in values.items():
            self.edit(row, column, value)

    def delete_rows(self, rows: Sequence[int]) -> None:
        self.select_rows(rows)
        for button in self.view.frame.tools.findChildren(QToolButton):
            if button.accessibleName() == "Delete rows" and button.isVisible():
                self.hand.click(button)
                return
        raise AppTestError("its rows can't be deleted")

    def select_rows(self, rows: Sequence[int]) -> None:
        grid = self._grid
        if not grid.marks.isVisible():
            raise AppTestError("its rows have no boxes to choose them by")
        wanted = {self._row(row) for row in rows}
        for row in sorted(wanted ^ grid.marked):
            # In a table where one row is chosen, another one takes its place.
            if (row in wanted) != (row in grid.marked):
                grid.scrollTo(self._model.index(row, 0))
                middle = grid.rowViewportPosition(row) + grid.rowHeight(row) // 2
                self.hand.click(grid.marks.viewport(), QPoint(_BOX, middle))
        if grid.marked != wanted:
            raise AppTestError(f"the rows {sorted(wanted)} can't be chosen together")

    # Columns

    def click_header(self, column: str | int) -> None:
        self.hand.click(*self._head(column))

    def column_menu(self, column: str | int, *entries: str) -> None:
        head = self._head(column)
        choose_entries(lambda: self.hand.open_menu(*head), entries)

    def _head(self, column: str | int) -> tuple[QWidget, QPoint]:
        header, at = self._grid.horizontalHeader(), self._column(column)
        self._grid.scrollTo(self._model.index(0, at))
        return header.viewport(), QPoint(header.sectionViewportPosition(at) + 30, header.height() // 2)

    # Places

    @property
    def _grid(self) -> Any:
        return self.view.frame.grid

    @property
    def _model(self) -> Any:
        return self._grid.table_model

    @property
    def _count(self) -> int:
        overlay = self._model.overlay
        return 0 if overlay is None else int(overlay.rows)

    def _row(self, row: int) -> int:
        if not 0 <= row < self._count:
            raise AppTestError(f"there is no row {row}: it has {self._count} rows")
        return row

    def _column(self, column: str | int) -> int:
        looks = self._model.looks
        plain = [at for at, look in enumerate(looks) if not look.is_index]
        if isinstance(column, int):
            if not 0 <= column < len(plain):
                raise AppTestError(f"there is no column {column}: it has {len(plain)} columns")
            return plain[column]
        for at, look in enumerate(looks):
            if look.name == column:
                return at
        return pick(column, (look.label for look in looks), "column")

    def _place(self, row: int, at: int) -> tuple[QWidget, QPoint]:
        index = self._model.index(row, at)
        self._grid.scrollTo(index)
        return self._grid.viewport(), self._grid.visualRect(index).center()

    def _click(self, row: int, at: int) -> None:
        self.hand.click(*self._place(row, at))


class StaticTableActs(Acts):
    """A table to read."""

    def cell(self, row: int, column: str | int) -> str:
        table = self.view.element.table
        if not 0 <= row < table.rows:
            raise AppTestError(f"there is no row {row}: it has {table.rows} rows")
        names = [str(each.name) for each in table.columns]
        at = column if isinstance(column, int) else pick(column, names, "column")
        return value_text(table.columns[at].cells[row])

    def rows(self) -> list[list[str]]:
        table = self.view.element.table
        columns = range(len(table.columns))
        return [[self.cell(row, at) for at in columns] for row in range(table.rows)]
