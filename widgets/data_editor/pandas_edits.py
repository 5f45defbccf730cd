"""Edits of a pandas frame, dtype-true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

import numpy as np
import pandas as pd

from .edits import KEEP, Edits, read_value
from .table import INDEX, Column


def edit_frame(
    frame: pd.DataFrame, columns: Sequence[Column], index: Column | None, edits: Edits
) -> pd.DataFrame:
    """A copy of a frame with edits: first changes, then deletions, then additions.

    Args:
        frame: The frame; it is not changed.
        columns: The table's columns, one for each of the frame's.
        index: The column of row labels.
        edits: What to change.

    Raises:
        IndexError: An edited or deleted row does not exist.
        KeyError: An edited column does not exist.
    """
    new: pd.DataFrame = frame.copy()
    if not edits:
        return new
    places = {str(name): place for place, name in enumerate(new.columns)}
    for row, values in edits.changed.items():
        for name, value in values.items():
            if name == INDEX and index is not None:
                _rename(new, row, read_value(value, index))
            else:
                _set(new, row, places[name], columns[places[name]], value)
    if edits.deleted:
        new = new.drop(index=new.index[list(edits.deleted)])
    return _append(new, columns, index, places, edits.added) if edits.added else new


def _rename(frame: pd.DataFrame, row: int, label: Any) -> None:
    if label is KEEP or label is None:
        return
    labels = frame.index.tolist()
    labels[row] = label
    frame.index = pd.Index(labels, dtype=frame.index.dtype, name=frame.index.name)


def _set(frame: pd.DataFrame, row: int, place: int, column: Column, value: object) -> None:
    series = frame.iloc[:, place]
    if not -len(series) <= row < len(series):
        raise IndexError(f"Row {row} does not exist: the data has {len(series)} rows.")
    new = read_value(value, column)
    if new is KEEP or (new is None and series.dtype == np.bool_):
        return
    if new is None:
        series = _nullable(series)
        new = (
            None
            if series.dtype == object
            else series.dtype.type("nan")
            if series.dtype.kind == "f"
            else pd.NA
        )
        if series.dtype.kind in "mM":
            new = pd.NaT
        elif isinstance(series.dtype, pd.CategoricalDtype):
            new = np.nan
    _put(frame, series, row, place, new)


def _put(frame: pd.DataFrame, series: pd.Series[Any], row: int, place: int, value: Any) -> None:
    series = series.copy()
    if series.dtype == object and isinstance(value, (list, tuple)):
        cells = series.to_numpy(copy=True)
        cells[row] = value  # through pandas a list would be spread over rows
        series = pd.Series(cells, index=series.index, name=series.name)
    else:
        try:
            series.iloc[row] = value
        except (ValueError, TypeError, OverflowError):
            return  # the column cannot hold it: the old value stays
    frame.isetitem(place, series.array)


def _nullable(series: pd.Series[Any]) -> pd.Series[Any]:
    """The series in a dtype that has a missing value."""
    if isinstance(series.dtype, np.dtype) and series.dtype.kind in "iu":
        return series.astype("float64")
    if series.dtype == np.bool_:
        return series.astype(object)
    return series


def _append(
    frame: pd.DataFrame,
    columns: Sequence[Column],
    index: Column | None,
    places: Mapping[str, int],
    added: Sequence[Mapping[str, object]],
) -> pd.DataFrame:
    labels: list[Any] = []
    rows: list[Mapping[str, object]] = []
    taken = set(frame.index)
    for values in added:
        for name in values:
            if name != INDEX and name not in places:
                raise KeyError(name)
        label = _label(frame, index, values.get(INDEX), labels)
        if label is None or label is KEEP or label in taken:
            continue  # a row without a label of its own has no place in the frame
        taken.add(label)
        labels.append(label)
        rows.append(values)
    data = {
        place: _extended(frame.iloc[:, place], columns[place], [row.get(str(name)) for row in rows])
        for place, name in enumerate(frame.columns)
    }
    new = pd.DataFrame(data, index=range(len(frame) + len(rows)))
    new.columns = frame.columns
    new.index = _extended_index(frame.index, labels)
    return cast("pd.DataFrame", new)


def _label(frame: pd.DataFrame, index: Column | None, given: object, more: Sequence[Any]) -> Any:
    if index is None:
        return None
    if given is not None:
        return read_value(given, index)
    if not pd.api.types.is_integer_dtype(frame.index.dtype) and len(frame.index):
        return None
    return max([*more, int(frame.index.max()) if len(frame.index) else -1]) + 1


def _extended_index(index: pd.Index[Any], labels: list[Any]) -> pd.Index[Any]:
    if not labels:
        return index
    if isinstance(index, pd.RangeIndex):
        whole = range(index.start, index.stop + len(labels) * index.step, index.step)
        if list(whole)[len(index) :] == labels:
            return cast("pd.Index[Any]", pd.RangeIndex(whole.start, whole.stop, whole.step, name=index.name))
    if not len(index):
        return cast("pd.Index[Any]", pd.Index(labels, name=index.name))
    return cast("pd.Index[Any]", pd.Index([*index.tolist(), *labels], dtype=index.dtype, name=index.name))


def _extended(series: pd.Series[Any], column: Column, values: Sequence[object]) -> pd.Series[Any]:
    cells = [read_value(value, column) for value in values]
    cells = [None if cell is KEEP else cell for cell in cells]
    if None in cells:
        series = _nullable(series)
    if series.dtype == object:
        new = pd.Series([None] * len(cells), dtype=object)
        for place, cell in enumerate(cells):
            new.array[place] = cell
    else:
        new = pd.Series(cells, dtype=series.dtype)
    return pd.concat([series, new], ignore_index=True)
