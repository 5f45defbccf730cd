"""pandas data as tables, and back with true dtypes. Imported only when pandas data comes in."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

import numpy as np
import pandas as pd

from ...state.errors import StreamlitAPIException
from .edits import Edits
from .infer import families, is_missing, plain
from .pandas_edits import edit_frame
from .plain import fingerprint
from .table import Cells, Column, Kind, PagedCells, Table

Rebuild = Callable[[pd.DataFrame], object]

# Below this many cells a frame is read at once; above, page by page as it is looked at.
EAGER_CELLS = 50_000
_SAMPLE = 2_000


class FrameSource:
    """The source of a table that is a pandas frame.

    Args:
        frame: The frame as the table shows it; nobody else may change it.
        columns: The table's columns.
        index: The column of row labels, None for a hierarchy of them.
        rebuild: Makes data of the given kind from an edited frame.
        names: The columns' names as the frame was given, which may be no texts.
    """

    __slots__ = ("_columns", "_frame", "_index", "_names", "_rebuild")

    def __init__(
        self,
        frame: pd.DataFrame,
        columns: tuple[Column, ...],
        index: Column | None,
        rebuild: Rebuild,
        names: pd.Index[Any],
    ) -> None:
        self._frame = frame
        self._names = names
        self._columns = columns
        self._index = index
        self._rebuild = rebuild

    def as_shown(self) -> pd.DataFrame:
        """The frame with true dtypes and names."""
        shown: pd.DataFrame = self._frame.set_axis(self._names, axis="columns")
        return shown

    def apply(self, edits: Edits, /) -> object:
        return self._rebuild(edit_frame(self._frame, self._columns, self._index, edits))


def read(data: Any, *, editor: bool) -> Table | None:
    """The table of pandas data; None for anything else."""
    if isinstance(data, pd.DataFrame):
        return read_frame(data, same, editor=editor)
    if isinstance(data, pd.Series):
        return read_frame(data.to_frame(), _first_column, editor=editor)
    if isinstance(data, pd.Index):
        frame = data.to_frame(index=False)
        return dataclasses.replace(read_frame(frame, same, editor=editor), index_hidden=True)
    if isinstance(data, pd.api.extensions.ExtensionArray):
        table = read_frame(pd.DataFrame(data), same, editor=editor)
        return dataclasses.replace(table, index_hidden=True, header_hidden=True)
    if type(data).__name__ == "Styler" and hasattr(data, "data"):
        from .pandas_styles import cell_styles

        table = read_frame(data.data, same, editor=editor)
        return table if editor else dataclasses.replace(table, styles=cell_styles(data))
    return None


def read_series_columns(data: Mapping[Any, Any]) -> Table:
    """The table of a dict of series."""
    return read_frame(pd.DataFrame(data), _series_columns, editor=False)


def same(frame: pd.DataFrame) -> object:
    """A frame given is a frame given back."""
    return frame


def _first_column(frame: pd.DataFrame) -> object:
    return frame.iloc[:, 0]


def _series_columns(frame: pd.DataFrame) -> object:
    return {str(name): frame[name] for name in frame.columns}


def read_frame(data: pd.DataFrame, rebuild: Rebuild, *, editor: bool) -> Table:
    """The table of a frame.

    Raises:
        StreamlitAPIException: The frame is to be edited and has column names twice or an index
            that cannot be edited.
        ValueError: The frame has column names twice.
    """
    frame = _own(data)
    frame.columns = pd.Index(_names(frame.columns, flat=editor), dtype="str" if editor else object)
    _check(frame, editor)
    # Taking a column out of a frame is what costs: each is taken once.
    parts = [part for _, part in frame.items()]
    index = _index_columns(frame.index)
    columns = tuple(_column(str(part.name), part) for part in parts)
    for place, (column, part) in enumerate(zip(columns, parts, strict=True)):
        # An editor gives a mixture back as the text that it showed.
        if editor and column.kind == "mixed" and isinstance(part.dtype, np.dtype):
            frame.isetitem(place, part.astype("string").array)
    names = frame.columns if editor else data.columns
    source = FrameSource(frame, columns, index[0] if len(index) == 1 else None, rebuild, names)
    return Table(
        columns,
        index,
        len(frame),
        source,
        _fingerprint(frame, parts),
        range_index=isinstance(frame.index, pd.RangeIndex),
    )


def _own(data: pd.DataFrame) -> pd.DataFrame:
    # With copy-on-write a shallow copy is the table's own; before pandas 3 only a deep one is.
    lazy = int(pd.__version__.partition(".")[0]) >= 3
    return cast("pd.DataFrame", data.copy(deep=not lazy))


def _names(columns: pd.Index[Any], *, flat: bool) -> list[str]:
    if isinstance(columns, pd.MultiIndex) and flat:
        return ["_".join(str(part) for part in name) for name in columns]
    return [str(name) for name in columns]


def _check(frame: pd.DataFrame, editor: bool) -> None:
    twice = sorted(set(frame.columns[frame.columns.duplicated()]))
    if twice:
        message = f"Column names must be unique; these stand twice: {', '.join(map(repr, twice))}."
        raise StreamlitAPIException(message) if editor else ValueError(message)
    allowed = (pd.RangeIndex, pd.DatetimeIndex, pd.CategoricalIndex, pd.TimedeltaIndex, pd.PeriodIndex)
    if editor and not (isinstance(frame.index, allowed) or type(frame.index) is pd.Index):
        raise StreamlitAPIException(
            f"A frame with an index of type `{type(frame.index).__name__}` cannot be edited. "
            "Call `reset_index()` first."
        )


def _index_columns(index: pd.Index[Any]) -> tuple[Column, ...]:
    if isinstance(index, pd.RangeIndex):
        return (Column(_label(index.name), "int", range(index.start, index.stop, index.step)),)
    levels = [index.get_level_values(level) for level in range(index.nlevels)]
    return tuple(_column(_label(level.name), pd.Series(level, copy=False)) for level in levels)


def _label(name: object) -> str:
    return "" if name is None else str(name)


def _column(name: str, series: pd.Series[Any]) -> Column:
    kind, details = _kind(series)
    convert = _texts if kind == "mixed" else _plains
    eager = len(series) <= EAGER_CELLS

    def fetch(start: int, stop: int) -> Sequence[object]:
        return convert(series.iloc[start:stop])

    cells: Cells = convert(series) if eager else PagedCells(fetch, len(series))
    return Column(name, kind, cells, **details)


def _plains(series: pd.Series[Any]) -> list[object]:
    if series.dtype.kind in "biuf" and isinstance(series.dtype, np.dtype):
        values: list[Any] = series.to_numpy().tolist()
        return [None if value != value else value for value in values] if series.dtype.kind == "f" else values
    return [None if is_missing(value) else plain(value) for value in series.tolist()]


def _texts(series: pd.Series[Any]) -> list[object]:
    return [None if is_missing(value) else str(value) for value in series.tolist()]


def _kind(series: pd.Series[Any]) -> tuple[Kind, dict[str, Any]]:
    dtype = series.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        return "category", {"options": tuple(plain(value) for value in dtype.categories)}
    if isinstance(dtype, pd.DatetimeTZDtype):
        return "datetime", {"zone": str(dtype.tz)}
    if isinstance(dtype, pd.PeriodDtype):
        return "mixed", {}
    if pd.api.types.is_bool_dtype(dtype) and dtype.kind == "b":
        return "bool", {}
    if pd.api.types.is_integer_dtype(dtype):
        limits = np.iinfo(getattr(dtype, "numpy_dtype", dtype))
        return "int", {"low": int(limits.min), "high": int(limits.max)}
    if pd.api.types.is_float_dtype(dtype):
        return "float", {}
    if pd.api.types.is_datetime64_dtype(dtype):
        return "datetime", {}
    if pd.api.types.is_timedelta64_dtype(dtype):
        return "timedelta", {}
    if not (isinstance(dtype, np.dtype) and dtype.kind == "O"):
        if isinstance(dtype, pd.StringDtype):
            return "str", {}
        if isinstance(dtype, pd.ArrowDtype):
            from .arrow_tables import arrow_kind

            return arrow_kind(dtype.pyarrow_dtype)
        return "mixed", {}
    return _object_kind(series), {}


def _object_kind(series: pd.Series[Any]) -> Kind:
    # pandas stops looking as soon as a mixture is certain, and looks at C speed.
    guess = pd.api.types.infer_dtype(series, skipna=True)
    known: dict[str, Kind] = {
        "string": "str", "boolean": "bool", "date": "date", "time": "time", "datetime": "datetime",
        "decimal": "decimal", "bytes": "bytes", "timedelta": "timedelta", "integer": "int",
        "floating": "float", "mixed-integer-float": "float", "empty": "empty",
    }  # fmt: skip
    if guess in known:
        return known[guess]
    head = [plain(value) for value in series.iloc[:_SAMPLE].tolist()]
    found = families(value.tolist() if isinstance(value, np.ndarray) else value for value in head)
    return "list" if found == {"list"} else "mixed"


def _fingerprint(frame: pd.DataFrame, parts: Sequence[pd.Series[Any]]) -> bytes:
    index = frame.index
    labels = repr(index) if isinstance(index, pd.RangeIndex) else _checksum(pd.Series(index.to_flat_index()))
    names = [(str(part.name), str(part.dtype)) for part in parts]
    return fingerprint([frame.shape, names, labels, [_checksum(part) for part in parts]])


def _checksum(series: pd.Series[Any]) -> bytes:
    """A digest of the memory behind a series; objects in a long one are sampled."""
    values: Any = series.array
    if isinstance(series.dtype, np.dtype) and series.dtype.kind in "biufmM":
        return zlib.crc32(np.ascontiguousarray(series.to_numpy()).view(np.uint8).data).to_bytes(4, "big")
    long = len(series) > EAGER_CELLS
    if (
        long
        and sys.modules.get("pyarrow") is not None  # pandas has it where it is there, and does without it
        and hasattr(values, "__arrow_array__")
        and isinstance(series.dtype, (pd.StringDtype, pd.ArrowDtype))
    ):
        import pyarrow as pa

        from .arrow_tables import checksum

        arrow = pa.array(values)
        return checksum(arrow if isinstance(arrow, pa.ChunkedArray) else pa.chunked_array([arrow]))
    step = max(1, len(series) // _SAMPLE) if long else 1
    return fingerprint([str(series.dtype), *(_hashable(value) for value in series.iloc[::step].tolist())])


def _hashable(value: object) -> object:
    return value if isinstance(value, (str, int, float, bytes, type(None), dt.date)) else repr(value)
