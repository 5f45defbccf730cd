"""From data of any kind to a table, and from its edits back to the same kind of data.

The libraries of data frames are looked at only where a value of theirs comes in, so that a list or
a dict costs no import.
"""

from __future__ import annotations

import array
import collections.abc as abc
import dataclasses
import enum
import sys
from typing import Any

from . import plain
from .edits import Edits
from .sheet import Sheet
from .table import Table


def normalise(data: Any, *, editor: bool = False) -> Table:
    """Read data as a table.

    Args:
        data: A data frame, series, array, Arrow table, or one of Python's collections; None for
            an empty table.
        editor: Whether the table is to be edited, which allows fewer kinds of data.

    Returns:
        The table; its cells are fetched as they are looked at, where the data is large.

    Raises:
        StreamlitDataframeConversionError: Data of this kind is no table.
        StreamlitAPIException: The data cannot be edited.

    Example:
        >>> [column.name for column in normalise({"a": [1], "b": [2]}).columns]
        ['a', 'b']
    """
    if data is None:
        return _empty()
    foreign = _foreign(data, editor)
    if foreign is not None:
        return foreign
    if isinstance(data, (str, bytes, int, float, complex)):
        plain.refuse(data)
    if isinstance(data, abc.Mapping):
        return _mapping(data)
    if hasattr(data, "_fields") or (dataclasses.is_dataclass(data) and not isinstance(data, type)):
        return plain.read_object(data)
    if isinstance(data, type) and issubclass(data, enum.Enum):
        return plain.read_values([member.value for member in data], editor=editor)
    if isinstance(data, abc.Generator):
        if editor:
            plain.refuse(data)
        table = plain.read_values(data, editor=False)
        return dataclasses.replace(table, index_hidden=False, header_hidden=False)
    if isinstance(data, (abc.Sequence, abc.Set, abc.ValuesView, abc.Iterator, array.array)):
        return plain.read_values(data, editor=editor)
    plain.refuse(data)


def apply_edits(table: Table, state: Any) -> object:
    """The table's data with the edits of a session state, as the kind of data that was given.

    Args:
        table: What ``normalise`` made of the data.
        state: The edits as they stand in the session state: ``{"edited_rows": {row: {column:
            value}}, "added_rows": [{column: value}], "deleted_rows": [row]}``.

    Raises:
        AttributeError: The state is no mapping.
        IndexError: An edited or deleted row does not exist.
        KeyError: An edited column does not exist.

    Example:
        >>> apply_edits(normalise([1, 2]), {"edited_rows": {0: {"value": 9}}})
        [9, 2]
    """
    return table.source.apply(Edits.from_state(state))


def _mapping(data: abc.Mapping[Any, Any]) -> Table:
    if "pandas" in sys.modules and type(data) is dict:
        first = next(iter(data.values()), None)
        pandas = sys.modules["pandas"]
        if isinstance(first, pandas.Series):
            from .pandas_frames import read_series_columns

            return read_series_columns(data)
    if isinstance(data, dict) and type(data).__name__ != "Counter":
        return plain.read_dict(data)
    return plain.read_mapping(data)


def _empty() -> Table:
    return dataclasses.replace(plain.make_table({}, _empty_frame, header_hidden=False), index_hidden=False)


def _empty_frame(sheet: Sheet) -> object:
    import pandas as pd

    return pd.DataFrame(index=pd.RangeIndex(len(sheet.labels.cells)))


def _foreign(data: Any, editor: bool) -> Table | None:
    home = type(data).__module__.partition(".")[0]
    if "pandas" in sys.modules:
        from . import pandas_frames

        table = pandas_frames.read(data, editor=editor)
        if table is not None:
            return table
    if home == "numpy" and hasattr(data, "dtype"):
        from .numpy_arrays import read_array

        return read_array(data)
    if home == "polars":
        from .polars_frames import read_polars

        return read_polars(data)
    if home == "pyarrow":
        from .arrow_tables import read_arrow

        return read_arrow(data, editor=editor)
    return _by_protocol(data, editor)


def _by_protocol(data: Any, editor: bool) -> Table | None:
    """Frames of other libraries, through the protocols that they offer."""
    if isinstance(data, (type, abc.Mapping)):
        return None
    for name in ("to_pandas", "toPandas"):
        convert = getattr(data, name, None)
        if callable(convert):
            from .pandas_frames import read

            return read(convert(), editor=editor)
    if hasattr(data, "__arrow_c_stream__"):
        import pyarrow

        from .arrow_tables import read_arrow

        return read_arrow(pyarrow.table(data), editor=editor)
    if hasattr(data, "__dataframe__"):
        import pandas as pd

        from .pandas_frames import read

        return read(pd.api.interchange.from_dataframe(data), editor=editor)
    if hasattr(data, "__array__") and not isinstance(data, (abc.Sequence, str)):
        import numpy as np

        from .numpy_arrays import read_array

        return read_array(np.asarray(data))
    return None
