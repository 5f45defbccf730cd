"""numpy arrays as tables, and back. Imported only when an array comes in."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from . import plain
from .sheet import Rebuild, Sheet, SheetSource
from .table import Column, PagedCells, Table

EAGER_CELLS = 200_000


def read_array(data: Any) -> Table:
    """The table of an array with one or two dimensions, or with named fields.

    Raises:
        ValueError: The array has more than two dimensions.
    """
    array = np.array(data)  # the table's own copy
    if array.ndim > 2:
        raise ValueError(f"An array shown as a table has one or two dimensions, not {array.ndim}.")
    if array.ndim == 0:
        return plain.make_table({}, lambda sheet: np.array([]))
    if array.dtype.names:
        columns = {name: array[name] for name in array.dtype.names}
    elif array.ndim == 1 or array.shape[1] == 1:
        columns = {plain.VALUE: array.reshape(-1)}
    else:
        columns = {str(place): array[:, place] for place in range(array.shape[1])}

    def rebuild(sheet: Sheet) -> object:
        return _rebuild(sheet, array)

    if array.size <= EAGER_CELLS or array.dtype == object:
        return plain.make_table(
            {name: _values(part) for name, part in columns.items()}, rebuild, rows=len(array)
        )
    return _large(columns, rebuild, array)


def _values(part: Any) -> list[Any]:
    return list(part.tolist()) if part.dtype.kind not in "mM" else list(part.astype("O").tolist())


def _large(columns: dict[str, Any], rebuild: Rebuild, array: Any) -> Table:
    import zlib

    empty = plain.make_table({name: _values(part[:1]) for name, part in columns.items()}, rebuild)
    made: list[Column] = []
    for column, part in zip(empty.columns, columns.values(), strict=True):

        def fetch(start: int, stop: int, part: Any = part) -> list[object]:
            return [None if value != value else value for value in _values(part[start:stop])]

        kind = "float" if part.dtype.kind == "f" else column.kind
        made.append(dataclasses.replace(column, kind=kind, cells=PagedCells(fetch, len(array))))
    labels = Column("", "int", range(len(array)))
    sheet = Sheet(tuple(made), labels, True)
    digest = zlib.crc32(np.ascontiguousarray(array).view(np.uint8).data)
    return dataclasses.replace(
        empty,
        columns=tuple(made),
        index=(labels,),
        rows=len(array),
        source=SheetSource(sheet, rebuild),
        fingerprint=plain.fingerprint((array.shape, array.dtype.str, digest)),
    )


def _rebuild(sheet: Sheet, array: Any) -> object:
    parts = [_part(column, array.dtype) for column in sheet.columns]
    if array.dtype.names:
        new = np.empty(
            len(sheet.labels.cells),
            dtype=[(c.name, p.dtype) for c, p in zip(sheet.columns, parts, strict=True)],
        )
        for column, part in zip(sheet.columns, parts, strict=True):
            new[column.name] = part
        return new
    if array.ndim == 1:
        return parts[0] if parts else array.copy()
    return np.column_stack(parts) if parts else array.copy()


def _part(column: Column, dtype: Any) -> Any:
    cells = [column.cells[row] for row in range(len(column.cells))]
    own = dtype[column.name] if dtype.names else dtype
    if own.kind in "UST":
        return np.array([np.nan if cell is None else cell for cell in cells], dtype=object)
    if None in cells:
        if own.kind in "iuf":
            values = [np.nan if cell is None else cell for cell in cells]
            return np.array(values, dtype=own if own.kind == "f" else np.float64)
        if own.kind not in "mM":
            return np.array(cells, dtype=object)
    return np.array(cells, dtype=own)
