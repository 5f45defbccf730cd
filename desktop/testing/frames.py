"""What ``value`` of a table gives: the pandas frame that Streamlit's AppTest gives, too.

Streamlit sends tables as Arrow, and its AppTest reads them from there; so types that Arrow does not have
come out as those that it has: a list as an array, a mixture as texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from ...widgets.data_editor.table import Table

_MIXTURES = ("mixed", "mixed-integer", "complex")


def shown_frame(table: Table) -> pd.DataFrame:
    """The data of a table, without edits, as it comes out of Arrow; where Arrow is missing, as it is."""
    as_shown = getattr(table.source, "as_shown", None)
    frame = as_shown() if as_shown is not None else _of_columns(table)
    try:
        import pyarrow as pa
    except ImportError:
        return frame
    try:
        arrow = pa.Table.from_pandas(frame)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        arrow = pa.Table.from_pandas(_without_mixtures(frame))
    found: pd.DataFrame = arrow.to_pandas()
    return found


def _of_columns(table: Table) -> pd.DataFrame:
    import pandas as pd

    frame = table.to_pandas()
    if table.range_index and not isinstance(frame.index, pd.RangeIndex):
        frame.index = pd.RangeIndex(len(frame))
    counted = [str(number) for number in range(len(frame.columns))]
    if table.header_hidden and list(frame.columns) == counted:
        frame.columns = pd.Index(range(len(counted)))
    return frame


def _without_mixtures(frame: pd.DataFrame) -> pd.DataFrame:
    made: pd.DataFrame = frame.copy()
    for place in range(len(frame.columns)):
        column = frame.iloc[:, place]
        if _is_mixture(column):
            made.isetitem(place, column.astype("string").array)
    if _is_mixture(frame.index.to_series()):
        made.index = frame.index.astype("string")
    return made


def _is_mixture(column: pd.Series[Any]) -> bool:
    """Whether Arrow has no type for the values; it has one for lists."""
    import pandas as pd

    if column.dtype.kind == "c":
        return True
    if column.dtype.kind != "O" or pd.api.types.infer_dtype(column, skipna=True) not in _MIXTURES:
        return False
    first = next((value for value in column if not (pd.api.types.is_scalar(value) and pd.isna(value))), None)
    return isinstance(first, dict) or not pd.api.types.is_list_like(first)
