"""Python's own collections as tables, and back: lists, rows, records, mappings."""

from __future__ import annotations

import dataclasses
import hashlib
import marshal
import pickle
from collections.abc import Iterable, Mapping, Sequence, Sized
from typing import Any, NoReturn, cast

from ...state.errors import StreamlitDataframeConversionError
from .infer import infer, plain
from .sheet import (
    Rebuild,
    Sheet,
    SheetSource,
    to_columns,
    to_list,
    to_mapping,
    to_nested,
    to_records,
    to_rows,
    to_set,
    to_tuple,
)
from .table import Column, Kind, Table

VALUE = "value"


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
        counted = str(place) if width > 1 else VALUE
        name = fields[place] if place < len(fields) else counted
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
