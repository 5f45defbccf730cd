"""Edits of long columns, without touching the values in between."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Any, TypeVar

from ...state.records import dataclass
from .edits import KEEP, Edits, read_value
from .table import INDEX, Column

P = TypeVar("P")


@dataclass(slots=True)
class ColumnEdits:
    """The edits of one column: true values by row, and the cells of added rows."""

    changed: dict[int, Any] = field(default_factory=dict)
    added: list[Any] = field(default_factory=list)


def by_column(columns: Sequence[Column], edits: Edits, rows: int) -> dict[str, ColumnEdits]:
    """The edits of a table whose row labels only count, column by column.

    Args:
        columns: The table's columns.
        edits: The edits.
        rows: The number of rows.

    Raises:
        IndexError: An edited or deleted row does not exist.
        KeyError: An edited column does not exist.
    """
    found = {column.name: ColumnEdits() for column in columns}
    kinds = {column.name: column for column in columns}
    for row in (*edits.changed, *edits.deleted):
        if not 0 <= row < rows:
            raise IndexError(f"Row {row} does not exist: the data has {rows} rows.")
    for row, values in edits.changed.items():
        for name, value in values.items():
            if name == INDEX:
                continue
            new = read_value(value, kinds[name])
            if new is not KEEP:
                found[name].changed[row] = new
    for values in edits.added:
        for name in values:
            if name != INDEX and name not in found:
                raise KeyError(name)
        for name, column in kinds.items():
            new = read_value(values.get(name), column)
            found[name].added.append(None if new is KEEP else new)
    return found


def splice(
    rows: int,
    edits: ColumnEdits,
    deleted: frozenset[int],
    cut: Callable[[int, int], P],
    make: Callable[[list[Any]], P],
) -> list[P]:
    """The pieces of an edited column, in order.

    Args:
        rows: The number of rows of the column.
        edits: Its edits.
        deleted: The deleted rows.
        cut: Gives the column's values from one row up to another.
        make: Makes a piece of values.
    """
    pieces: list[P] = []
    start = 0
    for row in sorted({*edits.changed, *deleted}):
        if row > start:
            pieces.append(cut(start, row))
        if row not in deleted:
            pieces.append(make([edits.changed[row]]))
        start = row + 1
    pieces.append(cut(start, rows))
    if edits.added:
        pieces.append(make(edits.added))
    return pieces
