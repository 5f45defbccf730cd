"""The table as Qt's views see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from .edits import wire_value
from .looks import Editing, Look
from .overlay import Overlay, new_row
from .table import Table
from .values import cell_text, parse_text, problem

AnyIndex = QModelIndex | QPersistentModelIndex
VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
_ROOT = QModelIndex()


class TableModel(QAbstractTableModel):
    """A table and its edits. The first columns are row labels; one more row at the end adds rows.

    Signals:
        edited: The user changed something; the edits as they stand in the session state.
    """

    edited = Signal(dict)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.looks: tuple[Look, ...] = ()
        self.editing = Editing()
        self.overlay: Overlay | None = None
        self.placeholder: str | None = None
        self.sorted_by: tuple[str, bool] | None = None

    def set_table(
        self, table: Table, looks: Sequence[Look], editing: Editing, state: Mapping[str, Any] | None = None
    ) -> None:
        """Show other data or other edits. Emits nothing but the model's own resets."""
        overlay = Overlay(table, state)
        if self.sorted_by is not None:
            name, descending = self.sorted_by
            look = next((one for one in looks if one.name == name), None)
            self.sorted_by = None if look is None else self.sorted_by
            overlay.sort(look, descending)
        old, shape = self.overlay, (self.rowCount(), self.columnCount())
        same_shape = old is not None and shape == (overlay.rows + editing.add, len(looks))
        if same_shape:
            # Keeps selection, current cell, scroll position and an open editor.
            self.looks, self.editing, self.overlay = tuple(looks), editing, overlay
            self._refresh()
            return
        self.beginResetModel()
        self.looks, self.editing, self.overlay = tuple(looks), editing, overlay
        self.endResetModel()

    def _refresh(self) -> None:
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    # What Qt asks

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if self.overlay is None else self.overlay.rows + self.editing.add

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return len(self.looks)

    def is_adder(self, row: int) -> bool:
        """Whether a row is the last one, where rows are added."""
        return self.editing.add and self.overlay is not None and row == self.overlay.rows

    def value(self, row: int, column: int) -> Any:
        """The true value of a cell."""
        if self.overlay is None or self.is_adder(row):
            return None
        return self.overlay.value(row, self.looks[column])

    def text(self, row: int, column: int) -> str:
        """A cell as it is written."""
        look = self.looks[column]
        return cell_text(self.value(row, column), look)

    def data(self, index: AnyIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(index.row(), index.column())
        if role in (Qt.ItemDataRole.EditRole, VALUE_ROLE):
            return self.value(index.row(), index.column())
        if role == Qt.ItemDataRole.CheckStateRole and self.looks[index.column()].editor == "checkbox":
            return (
                Qt.CheckState.Checked if self.value(index.row(), index.column()) else Qt.CheckState.Unchecked
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.looks):
            return None
        look = self.looks[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return look.label
        return look.help if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.can_edit(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def can_edit(self, row: int, column: int) -> bool:
        """Whether the user may edit a cell."""
        look = self.looks[column]
        if not self.editing.cells or self.is_adder(row):
            return False
        new = self.overlay is not None and self.overlay.base_row(row) is None
        # In an added row, a label of one's own is what makes the row.
        return look.editable or (new and look.is_index and not self.range_index)

    @property
    def range_index(self) -> bool:
        """Whether the row labels only count."""
        return self.overlay is None or self.overlay.table.range_index

    # What users do

    def setData(self, index: AnyIndex, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.can_edit(index.row(), index.column()):
            return False
        if not self._put(index.row(), index.column(), value):
            return False
        self.dataChanged.emit(index, index)
        self._tell()
        return True

    def _put(self, row: int, column: int, value: Any) -> bool:
        look = self.looks[column]
        if self.overlay is None or (value is None and look.required):
            return False
        if value == self.value(row, column) and type(value) is type(self.value(row, column)):
            return False
        if value is not None and problem(value, look) is not None:
            return False
        self.overlay.put(row, look, wire_value(value))
        return True

    def put_texts(self, row: int, column: int, lines: Sequence[Sequence[str]]) -> None:
        """Write texts into the cells from one cell on, as pasting does; rows are added where allowed."""
        if self.overlay is None:
            return
        done = False
        for down, line in enumerate(lines):
            if row + down >= self.overlay.rows:
                if not self.editing.add:
                    break
                self._append()
                done = True
            for right, text in enumerate(line):
                place = column + right
                if place >= len(self.looks) or not self.can_edit(row + down, place):
                    continue
                value, ok = parse_text(text, self.looks[place])
                done = (ok and self._put(row + down, place, value)) or done
        if done:
            self._refresh()
            self._tell()

    def clear(self, cells: Iterable[tuple[int, int]]) -> None:
        """Empty cells."""
        done = [self._put(row, column, None) for row, column in cells if self.can_edit(row, column)]
        if any(done):
            self._refresh()
            self._tell()

    def add_row(self) -> int:
        """Add a row at the end; gives its place."""
        row = self._append()
        self._tell()
        return row

    def _append(self) -> int:
        assert self.overlay is not None
        row = self.overlay.rows
        self.beginInsertRows(_ROOT, row, row)
        self.overlay.add_row(new_row(self.looks))
        self.endInsertRows()
        return row

    def remove_rows(self, rows: Iterable[int]) -> None:
        """Delete rows."""
        gone = {row for row in rows if self.overlay is not None and row < self.overlay.rows}
        if not gone or self.overlay is None:
            return
        self.beginResetModel()
        self.overlay.remove(gone)
        self.endResetModel()
        self._tell()

    def _tell(self) -> None:
        if self.overlay is not None:
            self.edited.emit(self.overlay.state())

    def sort_by(self, column: int | None, descending: bool = False) -> None:
        """Show the rows in the order of a column; None for the data's own. No edit."""
        if self.overlay is None:
            return
        look = None if column is None else self.looks[column]
        self.layoutAboutToBeChanged.emit()
        self.overlay.sort(look, descending)
        self.sorted_by = None if look is None else (look.name, descending)
        self.layoutChanged.emit()
