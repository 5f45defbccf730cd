"""Python's own collections as tables, and back: lists, rows, records, mappings."""

from __future__ import annotations

import dataclasses
import hashlib
import marshal
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any, NoReturn, cast

from ...state.errors import StreamlitDataframeConversionError
from .edits import KEEP, Edits, read_value
from .infer import infer, plain, settle
from .table import INDEX, Column, Kind, Table

VALUE = "value"
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


# How each kind of data is read.


def make_table(
    columns: Mapping[str, Sequence[object]],
    rebuild: Rebuild,
    *,
    rows: int | None = None,
    labels: Sequence[object] | None = None,
    index_hidden: bool = True,
    header_hidden: bool = True,
) -> Table:
    """The table of named lists of values.

    Args:
        columns: The values by column name.
        rebuild: Makes data of the given kind from an edited sheet.
        rows: The number of rows, where no column tells.
        labels: The row labels; None to count.
        index_hidden: The kind of data has no labels worth showing.
        header_hidden: The kind of data has no names worth showing.
    """
    made: list[Column] = []
    for name, values in columns.items():
        kind, cells = infer(values)
        made.append(Column(name, kind, cells, zone=_zone(cells) if kind == "datetime" else None))
    length = len(made[0].cells) if made else (rows or 0)
    counted = labels is None
    label_kind: Kind
    label_cells: Sequence[object]
    label_kind, label_cells = ("int", list(range(length))) if labels is None else infer(labels)
    index = Column("", label_kind, label_cells)
    sheet = Sheet(tuple(made), index, counted)
    return Table(
        sheet.columns,
        (index,),
        length,
        SheetSource(sheet, rebuild),
        fingerprint([(column.name, column.kind, column.cells) for column in (index, *made)]),
        range_index=counted,
        index_hidden=index_hidden,
        header_hidden=header_hidden,
    )


def _zone(cells: Sequence[Any]) -> str | None:
    zone = next((cell.tzinfo for cell in cells if cell is not None), None)
    return None if zone is None else str(zone)


def fingerprint(data: object) -> bytes:
    """A digest that is equal for equal plain data."""
    try:
        # Version 2 writes no references, so that equal data gives equal bytes.
        text = marshal.dumps(cast(Any, data), 2)
    except ValueError:
        try:
            text = pickle.dumps(data)
        except Exception:  # what cannot be pickled is told apart by its text
            text = repr(data).encode()
    return hashlib.blake2b(text, digest_size=16).digest()


def read_values(data: Iterable[Any], *, editor: bool) -> Table:
    """The table of a list, tuple, set or other collection of values, rows or records."""
    values = list(data)
    first = values[0] if values else None
    if isinstance(first, Mapping):
        return _records(values)
    if isinstance(first, (list, tuple)):
        return _rows(values)
    if _is_dataclass(first) or (isinstance(first, Sized) and hasattr(first, "tolist")):
        if editor:
            refuse(data)
        return _objects(values)
    rebuild = (
        to_tuple if isinstance(data, tuple) else to_set if isinstance(data, (set, frozenset)) else to_list
    )
    return make_table({VALUE: values} if values or (editor and isinstance(data, set)) else {}, rebuild)


def _is_dataclass(value: object) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, type)


def _objects(values: list[Any]) -> Table:
    if _is_dataclass(values[0]):
        names = [part.name for part in dataclasses.fields(values[0])]
        return make_table(
            {name: [getattr(value, name, None) for value in values] for name in names},
            to_records,
            index_hidden=False,
            header_hidden=False,
        )
    table = _rows([value.tolist() for value in values])
    return dataclasses.replace(table, index_hidden=False, header_hidden=False)


def _records(values: list[Any]) -> Table:
    names: dict[Any, None] = {}
    for record in values:
        names.update(dict.fromkeys(record))
    return make_table(
        {str(name): [record.get(name) for record in values] for name in names},
        to_records,
        rows=len(values),
        header_hidden=False,
    )


def _rows(values: list[Any]) -> Table:
    fields: Sequence[str] = getattr(values[0], "_fields", ())
    width = max((len(row) for row in values if isinstance(row, Sized)), default=0)
    columns: dict[str, list[object]] = {}
    for place in range(width):
        name = fields[place] if place < len(fields) else str(place)
        columns[name] = [row[place] if place < len(row) else None for row in values]
    return make_table(columns, to_rows, rows=len(values))


def read_dict(data: dict[Any, Any]) -> Table:
    """The table of a dict: of columns, of dicts, or of single values."""
    if not data:
        return make_table({}, to_mapping, index_hidden=False)
    first = next(iter(data.values()))
    if isinstance(first, Mapping):
        return _nested(data)
    listed = {name: _listed(value) for name, value in data.items()}
    by_columns = isinstance(first, (list, tuple))
    lengths = {len(values) for values in listed.values() if values is not None}
    if len(lengths) != 1:
        table = read_mapping(data, to_columns if by_columns else to_mapping)
        return dataclasses.replace(table, index_hidden=True, header_hidden=False) if by_columns else table
    length = lengths.pop()
    columns = {
        str(name): [data[name]] * length if values is None else values for name, values in listed.items()
    }
    return make_table(
        columns,
        to_columns if by_columns else to_mapping,
        rows=length,
        index_hidden=by_columns,
        header_hidden=not by_columns,
    )


def _listed(value: Any) -> list[Any] | None:
    if isinstance(value, (list, tuple, range)):
        return list(value)
    if hasattr(value, "tolist") and getattr(value, "ndim", 0) == 1:
        return list(value.tolist())
    return None


def _nested(data: Mapping[Any, Any]) -> Table:
    labels: dict[Any, None] = {}
    for inner in data.values():
        labels.update(dict.fromkeys(inner))
    return make_table(
        {str(name): [inner.get(label) for label in labels] for name, inner in data.items()},
        to_nested,
        labels=list(labels),
        index_hidden=False,
        header_hidden=False,
    )


def read_mapping(data: Mapping[Any, Any], rebuild: Rebuild = to_mapping) -> Table:
    """The table of a mapping read by rows: its keys are the labels."""
    rows = [list(value) if isinstance(value, (list, tuple)) else [value] for value in data.values()]
    width = max((len(row) for row in rows), default=0)
    names = [VALUE] if width == 1 else [str(place) for place in range(width)]
    columns = {
        name: [row[place] if place < len(row) else None for row in rows] for place, name in enumerate(names)
    }
    return make_table(columns, rebuild, rows=len(rows), labels=list(data), index_hidden=False)


def read_object(data: Any) -> Table:
    """The table of one dataclass instance or named tuple: its fields are the labels."""
    names = data._fields if hasattr(data, "_fields") else [part.name for part in dataclasses.fields(data)]
    return read_mapping({name: plain(getattr(data, name)) for name in names})


def refuse(data: object) -> NoReturn:
    """Say that data of this type is no table."""
    raise StreamlitDataframeConversionError(
        f"A value of type `{type(data).__name__}` cannot be shown as a table. Give a data frame, a list, "
        "a dict of columns, a list of records or another collection of values."
    )


__all__ = [
    "Kind", "Sheet", "SheetSource", "fingerprint", "make_table", "read_dict", "read_mapping", "read_object",
    "read_values", "refuse", "to_list",
]  # fmt: skip
