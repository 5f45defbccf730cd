"""A table whose values all stand in lists, its edits, and Python's collections made of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from ...state.records import dataclass
from .edits import KEEP, Edits, read_value
from .infer import settle
from .table import INDEX, Column

Rebuild = Callable[["Sheet"], object]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A table whose values all stand in lists: what edits are applied to.

    Args:
        columns: The columns; ``cells`` of each is a list.
        labels: The row labels.
        counted: The labels only count the rows from 0.
    """

    columns: tuple[Column, ...]
    labels: Column
    counted: bool

    def cells(self) -> list[list[Any]]:
        """The values, column by column."""
        return [list(column.cells) for column in self.columns]  # type: ignore[call-overload]

    def rows(self) -> Iterable[tuple[Any, ...]]:
        """The values, row by row."""
        return (
            zip(*self.cells(), strict=True)
            if self.columns
            else iter(() for _ in range(len(self.labels.cells)))
        )

    def edited(self, edits: Edits) -> Sheet:
        """The sheet after the edits: first changes, then deletions, then additions."""
        cells = self.cells()
        labels = list(self.labels.cells)  # type: ignore[call-overload]
        places = {column.name: place for place, column in enumerate(self.columns)}
        for row, values in edits.changed.items():
            _check_row(row, len(labels))
            for name, value in values.items():
                if name == INDEX:
                    _put(labels, row, value, self.labels)
                else:
                    _put(cells[places[name]], row, value, self.columns[places[name]])
        self._delete(labels, cells, edits.deleted)
        self._add(labels, cells, places, edits.added)
        columns = tuple(
            dataclasses.replace(column, cells=settle(column.kind, values))
            for column, values in zip(self.columns, cells, strict=True)
        )
        return Sheet(columns, dataclasses.replace(self.labels, cells=labels), self.counted)

    @staticmethod
    def _delete(labels: list[Any], cells: list[list[Any]], deleted: Sequence[int]) -> None:
        for row in deleted:
            _check_row(row, len(labels))
        gone = set(deleted)
        for values in (labels, *cells):
            values[:] = [value for row, value in enumerate(values) if row not in gone]

    def _add(
        self,
        labels: list[Any],
        cells: list[list[Any]],
        places: Mapping[str, int],
        added: Sequence[Mapping[str, object]],
    ) -> None:
        taken = set(labels)
        for values in added:
            for name in values:
                if name != INDEX and name not in places:
                    raise KeyError(name)
            label = values.get(INDEX)
            if label is None and self.labels.kind == "int":
                label = max(labels, default=-1) + 1
            elif label is not None:
                label = read_value(label, self.labels)
            if label is None or label is KEEP or label in taken:
                continue  # a row without a label of its own has no place in the data
            taken.add(label)
            labels.append(label)
            for column, cell in zip(self.columns, cells, strict=True):
                value = read_value(values.get(column.name), column)
                cell.append(None if value is KEEP else value)


def _check_row(row: int, rows: int) -> None:
    if not -rows <= row < rows:
        raise IndexError(f"Row {row} does not exist: the data has {rows} rows.")


def _put(cells: list[Any], row: int, value: object, column: Column) -> None:
    new = read_value(value, column)
    if new is KEEP or (new is None and column.kind == "bool" and None not in cells):
        return
    cells[row] = new


class SheetSource:
    """The source of a table that is a sheet: edits it and builds the given kind of data again.

    Args:
        sheet: The values.
        rebuild: Makes data of the given kind from a sheet.
    """

    __slots__ = ("_rebuild", "_sheet")

    def __init__(self, sheet: Sheet, rebuild: Rebuild) -> None:
        self._sheet = sheet
        self._rebuild = rebuild

    def apply(self, edits: Edits, /) -> object:
        return self._rebuild(self._sheet.edited(edits) if edits else self._sheet)


# How each kind of data is built again.


def to_list(sheet: Sheet) -> object:
    """The first column as a list."""
    return [list(cell) if isinstance(cell, set) else cell for cell in _first(sheet)]


def to_tuple(sheet: Sheet) -> object:
    """The first column as a tuple."""
    return tuple(_first(sheet))


def to_set(sheet: Sheet) -> object:
    """The first column as a set."""
    return set(_first(sheet))


def to_rows(sheet: Sheet) -> object:
    """A list of rows, each a list."""
    return [list(row) for row in sheet.rows()]


def to_records(sheet: Sheet) -> object:
    """A list of rows, each a dict."""
    names = [column.name for column in sheet.columns]
    return [dict(zip(names, row, strict=True)) for row in sheet.rows()]


def to_columns(sheet: Sheet) -> object:
    """A dict of lists."""
    return {column.name: cells for column, cells in zip(sheet.columns, sheet.cells(), strict=True)}


def to_nested(sheet: Sheet) -> object:
    """A dict of dicts: the values by row label, by column name."""
    labels = list(sheet.labels.cells)  # type: ignore[call-overload]
    return {
        column.name: dict(zip(labels, cells, strict=True))
        for column, cells in zip(sheet.columns, sheet.cells(), strict=True)
    }


def to_mapping(sheet: Sheet) -> object:
    """A dict of the first column's values by row label."""
    return dict(zip(sheet.labels.cells, _first(sheet), strict=True))  # type: ignore[call-overload]


def _first(sheet: Sheet) -> list[Any]:
    return sheet.cells()[0] if sheet.columns else []
