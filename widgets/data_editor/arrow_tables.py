"""Arrow tables as tables, and back in their own schema. Imported only when Arrow data comes in."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from . import plain
from .edits import Edits
from .splice import ColumnEdits, by_column, splice
from .table import Cells, Column, Kind, PagedCells, Table

EAGER_CELLS = 50_000


def read_arrow(data: Any, *, editor: bool) -> Table:
    """The table of an Arrow table, record batch or array.

    Raises:
        StreamlitDataframeConversionError: Data of this type cannot be edited, or is no table.
    """
    if isinstance(data, (pa.Array, pa.ChunkedArray)):
        return arrow_table(pa.table({"0": data}), _as_array, index_hidden=True, header_hidden=True)
    if isinstance(data, pa.RecordBatch) and not editor:
        data = pa.Table.from_batches([data])
    if isinstance(data, pa.RecordBatchReader) and not editor:
        data = data.read_all()
    if not isinstance(data, pa.Table):
        plain.refuse(data)
    return arrow_table(data, lambda table: table)


def _as_array(table: Any) -> object:
    return table.column(0).combine_chunks()


class ArrowSource:
    """The source of a table that is an Arrow table.

    Args:
        table: The Arrow table.
        columns: The columns made of it.
        rebuild: Makes data of the given kind from an edited Arrow table.
    """

    __slots__ = ("_columns", "_rebuild", "_table")

    def __init__(self, table: Any, columns: tuple[Column, ...], rebuild: Any) -> None:
        self._table = table
        self._columns = columns
        self._rebuild = rebuild

    def apply(self, edits: Edits, /) -> object:
        if not edits:
            return self._rebuild(self._table)
        rows, deleted = self._table.num_rows, frozenset(edits.deleted)
        changes = by_column(self._columns, edits, rows)
        arrays = [
            _edited(self._table.column(place), field.type, changes[field.name], deleted)
            for place, field in enumerate(self._table.schema)
        ]
        table = pa.Table.from_arrays(arrays, schema=_nullable(self._table.schema))
        return self._rebuild(table.combine_chunks())


def _edited(column: Any, kind: Any, edits: ColumnEdits, deleted: frozenset[int]) -> Any:
    def cut(start: int, stop: int) -> list[Any]:
        return list(column.slice(start, stop - start).chunks)

    def make(values: list[Any]) -> list[Any]:
        return [pa.array(values, kind)]

    pieces = splice(len(column), edits, deleted, cut, make)
    return pa.chunked_array([chunk for piece in pieces for chunk in piece], kind)


def _nullable(schema: Any) -> Any:
    return pa.schema([field.with_nullable(True) for field in schema], schema.metadata)


def arrow_table(
    table: Any, rebuild: Any, *, index_hidden: bool = False, header_hidden: bool = False
) -> Table:
    """The table of an Arrow table that nobody changes."""
    columns = tuple(_column(field, table.column(place)) for place, field in enumerate(table.schema))
    parts: list[object] = [str(table.schema.remove_metadata()), table.num_rows]
    parts += [checksum(table.column(place)) for place in range(table.num_columns)]
    return Table(
        columns,
        (Column("", "int", range(table.num_rows)),),
        table.num_rows,
        ArrowSource(table, columns, rebuild),
        plain.fingerprint(parts),
        index_hidden=index_hidden,
        header_hidden=header_hidden,
    )


def checksum(column: Any) -> bytes:
    """A digest of the memory behind an Arrow column."""
    if len(column) <= EAGER_CELLS:
        # A slice shares the memory of the whole, so that a short one is cheaper by its values.
        return plain.fingerprint(column.to_pylist())
    digest = 0
    for chunk in column.chunks:
        digest = zlib.crc32(repr((len(chunk), chunk.offset)).encode(), digest)
        for buffer in chunk.buffers():
            digest = digest if buffer is None else zlib.crc32(buffer, digest)
    return digest.to_bytes(4, "big")


def _column(field: Any, values: Any) -> Column:
    kind, details = arrow_kind(field.type)
    if kind == "category":
        details = {
            "options": tuple(
                values.unify_dictionaries().chunk(0).dictionary.to_pylist() if len(values) else ()
            )
        }

    def fetch(start: int, stop: int) -> Sequence[object]:
        cells = values.slice(start, stop - start).to_pylist()
        if kind == "float":
            return [None if cell != cell else cell for cell in cells]
        return [None if c is None else str(c) for c in cells] if kind == "mixed" else cells

    cells: Cells = (
        list(fetch(0, len(values))) if len(values) <= EAGER_CELLS else PagedCells(fetch, len(values))
    )
    return Column(field.name, kind, cells, **details)


def arrow_kind(kind: Any) -> tuple[Kind, dict[str, Any]]:
    """What values of an Arrow type are, with the further arguments of their column."""
    types = pa.types
    if types.is_dictionary(kind):
        return "category", {}
    if types.is_integer(kind):
        bits, signed = kind.bit_width, types.is_signed_integer(kind)
        return "int", {"low": -(1 << bits - 1) if signed else 0, "high": (1 << bits - signed) - 1}
    if types.is_timestamp(kind):
        return "datetime", {"zone": kind.tz}
    tests: tuple[tuple[Any, Kind], ...] = (
        (types.is_boolean, "bool"),
        (types.is_floating, "float"),
        (types.is_decimal, "decimal"),
        (types.is_string, "str"),
        (types.is_large_string, "str"),
        (types.is_date, "date"),
        (types.is_time, "time"),
        (types.is_duration, "timedelta"),
        (types.is_list, "list"),
        (types.is_large_list, "list"),
        (types.is_fixed_size_list, "list"),
        (types.is_binary, "bytes"),
        (types.is_large_binary, "bytes"),
        (types.is_null, "empty"),
    )
    return next((name for test, name in tests if test(kind)), "mixed"), {}
