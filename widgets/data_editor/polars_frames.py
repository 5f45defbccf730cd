"""polars frames as tables, and back in their own schema. Imported only when polars data comes in."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import polars as pl

from . import plain
from .edits import Edits
from .splice import ColumnEdits, by_column, splice
from .table import Cells, Column, Kind, PagedCells, Table

EAGER_CELLS = 50_000


def read_polars(data: Any) -> Table | None:
    """The table of a polars frame, lazy frame or series; None for anything else."""
    if isinstance(data, pl.LazyFrame):
        data = data.collect()
    if isinstance(data, pl.Series):
        return _table(data.to_frame(), lambda frame: frame.to_series(0))
    return _table(data, lambda frame: frame) if isinstance(data, pl.DataFrame) else None


class PolarsSource:
    """The source of a table that is a polars frame.

    Args:
        frame: The frame.
        columns: The columns made of it.
        rebuild: Makes data of the given kind from an edited frame.
    """

    __slots__ = ("_columns", "_frame", "_rebuild")

    def __init__(
        self, frame: pl.DataFrame, columns: tuple[Column, ...], rebuild: Callable[[pl.DataFrame], object]
    ) -> None:
        self._frame = frame
        self._columns = columns
        self._rebuild = rebuild

    def apply(self, edits: Edits, /) -> object:
        if not edits:
            return self._rebuild(self._frame.clone())
        deleted = frozenset(edits.deleted)
        changes = by_column(self._columns, edits, self._frame.height)
        series = {name: _edited(self._frame[name], changes[name], deleted) for name in self._frame.columns}
        return self._rebuild(pl.DataFrame(series))


def _edited(series: pl.Series, edits: ColumnEdits, deleted: frozenset[int]) -> pl.Series:
    def cut(start: int, stop: int) -> pl.Series:
        return series.slice(start, stop - start)

    def make(values: list[Any]) -> pl.Series:
        return pl.Series(series.name, values, dtype=series.dtype, strict=False)

    return pl.concat(splice(len(series), edits, deleted, cut, make), rechunk=True)


def _table(data: pl.DataFrame, rebuild: Callable[[pl.DataFrame], object]) -> Table:
    frame = data.clone()
    columns = tuple(_column(frame[name]) for name in frame.columns)
    table = Table(
        columns,
        (Column("", "int", range(frame.height)),),
        frame.height,
        PolarsSource(frame, columns, rebuild),
        plain.fingerprint(
            [str(frame.schema), frame.height, *(_checksum(frame[name]) for name in frame.columns)]
        ),
    )
    return dataclasses.replace(table, index_hidden=True)


def _checksum(series: pl.Series) -> bytes:
    if len(series) <= EAGER_CELLS or series.dtype.is_nested() or series.dtype == pl.Object:
        return plain.fingerprint([repr(value) for value in series.head(EAGER_CELLS).to_list()])
    digest = zlib.crc32(series.hash().to_numpy().data)
    return digest.to_bytes(4, "big")


def _column(series: pl.Series) -> Column:
    kind, details = _kind(series)

    def fetch(start: int, stop: int) -> Sequence[object]:
        cells = series.slice(start, stop - start).to_list()
        if kind == "float":
            return [None if cell != cell else cell for cell in cells]
        return [None if c is None else str(c) for c in cells] if kind == "mixed" else cells

    length = len(series)
    cells: Cells = list(fetch(0, length)) if length <= EAGER_CELLS else PagedCells(fetch, length)
    return Column(series.name, kind, cells, **details)


def _categories(series: pl.Series) -> tuple[str, ...]:
    if isinstance(series.dtype, pl.Enum):
        return tuple(series.dtype.categories.to_list())
    return tuple(series.cast(pl.String).drop_nulls().unique(maintain_order=True).to_list())


def _kind(series: pl.Series) -> tuple[Kind, dict[str, Any]]:
    dtype = series.dtype
    if isinstance(dtype, (pl.Categorical, pl.Enum)):
        return "category", {"options": _categories(series)}
    if dtype.is_integer():
        limits = pl.select(low=dtype.min(), high=dtype.max()).row(0)  # type: ignore[attr-defined]
        return "int", {"low": limits[0], "high": limits[1]}
    if isinstance(dtype, pl.Datetime):
        return "datetime", {"zone": dtype.time_zone}
    plain_kinds: dict[Any, Kind] = {
        pl.Boolean: "bool", pl.Float32: "float", pl.Float64: "float", pl.Decimal: "decimal", pl.String: "str",
        pl.Date: "date", pl.Time: "time", pl.Duration: "timedelta", pl.List: "list", pl.Array: "list",
        pl.Binary: "bytes", pl.Null: "empty",
    }  # fmt: skip
    return plain_kinds.get(dtype.base_type(), "mixed"), {}
