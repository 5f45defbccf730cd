"""How rows, columns and cells of a table are chosen, and how rows are sorted."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import QTableView, QWidget

from .choice import Choice
from .header import ColumnHeader, Corner, RowMarks
from .model import TableModel

_STEP = QItemSelectionModel.SelectionFlag


class ChoosingTable(QTableView):
    """The part of a grid that knows what is chosen.

    Signals:
        chosen: The user chose rows, columns or cells; the wire form of the choice.
        marks_changed: The set of marked rows changed.
        row_wanted: The user clicked the plus among the boxes.
    """

    chosen = Signal(dict)
    marks_changed = Signal()
    row_wanted = Signal()

    column_header: ColumnHeader
    marks: RowMarks
    corner: Corner

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = TableModel(self)
        self.choice = Choice()
        self.modes: frozenset[str] = frozenset()
        self.marks_shown = False
        self._marked: set[int] = set()
        self._last_mark = 0
        self._silent = False

    def is_marked(self, row: int) -> bool:
        """Whether a row is chosen by its box."""
        return row in self._marked

    @property
    def marked(self) -> set[int]:
        """The rows chosen by their boxes."""
        return set(self._marked)

    def set_choice(self, choice: Choice) -> None:
        """Show a choice that the script made; emits nothing."""
        overlay = self.table_model.overlay
        self.choice = choice
        shown = [overlay.shown_row(row) for row in choice.rows] if overlay is not None else []
        self._marked = {row for row in shown if row is not None}
        if any("cell" in mode for mode in self.modes) and overlay is not None:
            self._select_cells(choice)
        self.viewport().update()
        self.corner.update()
        self.marks.viewport().update()
        self.horizontalHeader().viewport().update()

    def _select_cells(self, choice: Choice) -> None:
        names = [look.name for look in self.table_model.looks]
        selection = QItemSelection()
        for row, name in choice.cells:
            shown = self.table_model.overlay.shown_row(row) if self.table_model.overlay else None
            if shown is not None and name in names:
                index = self.table_model.index(shown, names.index(name))
                selection.select(index, index)
        self._silent = True
        self.selectionModel().select(selection, _STEP.ClearAndSelect)
        self._silent = False

    def _on_mark_clicked(self, row: int, extend: bool) -> None:
        model = self.table_model
        if model.is_adder(row):
            self.row_wanted.emit()
            return
        single = "single-row" in self.modes or "single-row-required" in self.modes
        if single:
            keep = "single-row-required" in self.modes or row not in self._marked
            self._marked = {row} if keep else set()
        elif extend:
            low, high = sorted((self._last_mark, row))
            self._marked |= set(range(low, high + 1))
        else:
            self._marked ^= {row}
        self._last_mark = row
        self._tell_rows()

    @property
    def all_marked(self) -> bool | None:
        """Whether all rows are marked; None for some of them."""
        rows = 0 if self.table_model.overlay is None else self.table_model.overlay.rows
        return False if not self._marked else True if len(self._marked) >= rows else None

    def _on_corner_clicked(self) -> None:
        rows = 0 if self.table_model.overlay is None else self.table_model.overlay.rows
        self._marked = set() if self.all_marked else set(range(rows))
        self._tell_rows()

    def _tell_rows(self) -> None:
        self.corner.update()
        self.viewport().update()
        self.marks.viewport().update()
        self.marks_changed.emit()
        if any("row" in mode for mode in self.modes) and self.table_model.overlay is not None:
            bases = [self.table_model.overlay.base_row(row) for row in sorted(self._marked)]
            self.choice.rows = [base for base in bases if base is not None]
            self.chosen.emit(self.choice.wire())

    def _on_header_clicked(self, column: int) -> None:
        look = self.table_model.looks[column]
        if any("column" in mode for mode in self.modes) and not look.is_index:
            columns = self.choice.columns
            if look.name in columns:
                columns.remove(look.name)
            else:
                self.choice.columns = [*(columns if "multi-column" in self.modes else []), look.name]
            self.horizontalHeader().viewport().update()
            self.viewport().update()
            self.chosen.emit(self.choice.wire())
        else:
            self.sort_next(column)

    def sort_next(self, column: int) -> None:
        """Sort by a column: up, then down, then not at all."""
        model = self.table_model
        if model.editing.add or model.editing.delete:
            return  # rows that come and go have no place in a sorted table
        now = model.sorted_by
        if now is None or now[0] != model.looks[column].name:
            self.sort(column)
        else:
            self.sort(None if now[1] else column, True)

    def sort(self, column: int | None, descending: bool = False) -> None:
        """Show the rows in the order of a column; None for the data's own."""
        self.table_model.sort_by(column, descending)
        self.set_choice(self.choice)
        self.horizontalHeader().viewport().update()

    def _on_selection_changed(self, *_: object) -> None:
        if self._silent or not any("cell" in mode for mode in self.modes) or self.table_model.overlay is None:
            return
        cells = []
        for index in self.selectionModel().selectedIndexes():
            look, base = (
                self.table_model.looks[index.column()],
                self.table_model.overlay.base_row(index.row()),
            )
            if base is not None and not look.is_index:
                cells.append((base, look.name))
        self.choice.cells = sorted(cells)
        self.chosen.emit(self.choice.wire())
