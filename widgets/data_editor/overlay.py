"""A table with the user's edits on top, row by row as they are shown. Without Qt."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .edits import KEEP, Edits, read_value
from .looks import Look
from .table import INDEX, Column, Table, all_values


class Overlay:
    """The rows on screen: the data's own in their shown order, then the added ones.

    Args:
        table: The data.
        state: Edits to begin with, as in the session state.
    """

    def __init__(self, table: Table, state: Mapping[str, Any] | None = None) -> None:
        self.table = table
        edits = Edits.from_state(state or {})
        self._changed = {row: dict(values) for row, values in edits.changed.items()}
        self._added = [dict(values) for values in edits.added]
        self._deleted = set(edits.deleted)
        self._sorted: Sequence[int] | None = None
        self._order: Sequence[int] = range(0)
        self._arrange()

    def _arrange(self) -> None:
        rows = range(self.table.rows) if self._sorted is None else self._sorted
        self._order = [row for row in rows if row not in self._deleted] if self._deleted else rows

    @property
    def kept(self) -> int:
        """How many rows of the data itself are shown."""
        return len(self._order)

    @property
    def rows(self) -> int:
        """How many rows are shown."""
        return len(self._order) + len(self._added)

    def state(self) -> dict[str, Any]:
        """The edits as they stand in the session state."""
        return {
            "edited_rows": {row: dict(values) for row, values in self._changed.items()},
            "added_rows": [dict(values) for values in self._added],
            "deleted_rows": sorted(self._deleted),
        }

    def base_row(self, row: int) -> int | None:
        """The place of a shown row in the data; None for an added one."""
        return self._order[row] if row < len(self._order) else None

    def shown_row(self, base: int) -> int | None:
        """Where a row of the data is shown; None if it is not."""
        if isinstance(self._order, range):
            return base if base in self._order else None
        try:
            return self._order.index(base)
        except ValueError:
            return None

    def column(self, look: Look) -> Column:
        """The column of the data that a look shows."""
        return self.table.index[look.position] if look.is_index else self.table.columns[look.position]

    def value(self, row: int, look: Look) -> Any:
        """The value of a shown cell."""
        column = self.column(look)
        base = self.base_row(row)
        if base is None:
            return self._added_value(row - len(self._order), look, column)
        values = self._changed.get(base)
        if values and look.name in values:
            new = read_value(values[look.name], column)
            if new is not KEEP:
                return new
        return column.cells[base]

    def _added_value(self, place: int, look: Look, column: Column) -> Any:
        if look.name in self._added[place]:
            new = read_value(self._added[place][look.name], column)
            return None if new is KEEP else new
        if look.is_index and self.table.range_index:
            return self.table.rows + place
        return None

    def put(self, row: int, look: Look, value: Any) -> None:
        """Set a cell to a value in the form of the session state."""
        base = self.base_row(row)
        if base is None:
            self._added[row - len(self._order)][look.name] = value
        else:
            self._changed.setdefault(base, {})[look.name] = value

    def add_row(self, values: Mapping[str, Any]) -> int:
        """Add a row at the end; gives its place."""
        self._added.append(dict(values))
        return self.rows - 1

    def remove(self, rows: Iterable[int]) -> None:
        """Delete shown rows: the data's are marked, added ones vanish."""
        places = set(rows)
        bases = {base for base in map(self.base_row, places) if base is not None}
        first = len(self._order)
        self._added = [values for place, values in enumerate(self._added) if place + first not in places]
        self._deleted |= bases
        for base in bases:
            self._changed.pop(base, None)
        self._arrange()

    def sort(self, look: Look | None, descending: bool = False) -> None:
        """Show the data's rows in the order of a column; None for the data's own order."""
        self._sorted = None if look is None else self._sorted_rows(look, descending)
        self._arrange()

    def _sorted_rows(self, look: Look, descending: bool) -> Sequence[int]:
        column = self.column(look)
        values = list(all_values(column.cells))
        for base, edited in self._changed.items():
            if look.name in edited:
                new = read_value(edited[look.name], column)
                values[base] = values[base] if new is KEEP else new
        if column.kind in ("int", "float") and len(values) > 10_000 and "numpy" in sys.modules:
            return _sorted_numbers(values, descending)
        filled = [row for row, value in enumerate(values) if value is not None]
        key: Callable[[int], Any] = values.__getitem__
        try:
            filled.sort(key=key, reverse=descending)
        except TypeError:  # values of several types: by their text
            filled.sort(key=lambda row: str(values[row]), reverse=descending)
        return filled + [row for row, value in enumerate(values) if value is None]


def _sorted_numbers(values: Sequence[Any], descending: bool) -> Sequence[int]:
    """Rows by their numbers, nothing last; ten times as fast as comparing Python's numbers."""
    import numpy as np

    whole = all(type(value) is int for value in values)
    try:
        numbers = np.array(values, dtype=np.int64 if whole else np.float64)
    except OverflowError:
        numbers = np.array(values, dtype=np.float64)
    rows: list[int] = np.argsort(-numbers if descending else numbers, kind="stable").tolist()
    return rows


def new_row(looks: Iterable[Look]) -> dict[str, Any]:
    """What an added row holds at first: the columns' defaults."""
    return {look.name: look.default for look in looks if look.default is not None and look.name != INDEX}
