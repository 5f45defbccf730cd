"""What the arguments of ``st.slider`` come to: checked, and filled in where they are None. Knows no Qt."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from types import NoneType
from typing import Any, Final

from ..state.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueError,
)
from ..state.records import dataclass
from .slider_scale import DataType, Place, Scale, data_type, micros

_DAY: Final = dt.timedelta(days=1)
_MICROSECOND: Final = dt.timedelta(microseconds=1)
_FORMATS: Final[dict[DataType, str]] = {
    "int": "%d",
    "float": "%0.2f",
    "date": "YYYY-MM-DD",
    "datetime": "YYYY-MM-DD",
    "time": "HH:mm",
}
_LARGEST_INT: Final = (1 << 53) - 1
_LARGEST_FLOAT: Final = 1.797e308
_ACCEPTED: Final = "int, float, date, time, datetime, or a list or tuple of up to two of one of them"


@dataclass(frozen=True, slots=True)
class Declared:
    """What the arguments of ``st.slider`` come to.

    ``values`` are the default's, one or two; ``is_range`` tells that the script gets a tuple.
    """

    scale: Scale
    values: tuple[Any, ...]
    is_range: bool
    format: str

    @property
    def default(self) -> Any:
        """The default as the script gets it."""
        return self.values if self.is_range else self.values[0]


_NUMBERS: Final = frozenset((int, float, NoneType))


def declare(min_value: Any, max_value: Any, value: Any, step: Any, format: Any) -> Declared:
    """Check the arguments of a slider and fill in what is None.

    Raises:
        StreamlitInvalidParameterTypeError: Values of several kinds, or of one that has no slider.
        StreamlitValueError: More than two values, or a step of 0.
        StreamlitInvalidMinMaxError: The bounds are equal.
        StreamlitJSNumberBoundsError: A bound is too large.
        TypeError: Dates and times that can't be compared.
    """
    if format is not None and not isinstance(format, str):
        raise TypeError(f"`format` is a {type(format).__name__}. It accepts a str or None.")
    if {type(min_value), type(max_value), type(value), type(step)} <= _NUMBERS:
        return _declare_numbers(min_value, max_value, value, step, format)
    return _declare(min_value, max_value, value, step, format)


@lru_cache(maxsize=4096, typed=True)
def _declare_numbers(min_value: Any, max_value: Any, value: Any, step: Any, format: Any) -> Declared:
    # A rerun declares the same sliders again.
    return _declare(min_value, max_value, value, step, format)


def _declare(min_value: Any, max_value: Any, value: Any, step: Any, format: Any) -> Declared:
    if value is None:
        value = 0 if min_value is None else min_value
    is_range = isinstance(value, (list, tuple))
    values = tuple(value) if is_range else (value,)
    kind = _kind_of(values, min_value, max_value)
    start = values[0] if values else None
    low = _first_bound(kind, start) if min_value is None else min_value
    high = _last_bound(kind, start) if max_value is None else max_value
    _same_kind(kind, low, high)
    if step is None:
        step = _usual_step(kind, low, high)
    _check_step(kind, step, low, high)
    if not values:
        values = (low, high)
    return _declared(kind, values, low, high, step, is_range, format)


def _kind_of(values: tuple[Any, ...], min_value: Any, max_value: Any) -> DataType:
    if len(values) > 2:
        raise StreamlitValueError(f"`value` has {len(values)} values. It accepts {_ACCEPTED}.")
    known = values or (min_value if min_value is not None else max_value if max_value is not None else 0,)
    kinds = {data_type(value) for value in known}
    if None in kinds:
        wrong = next(value for value in known if data_type(value) is None)
        raise StreamlitInvalidParameterTypeError(
            f"`value` is a {type(wrong).__name__}. It accepts {_ACCEPTED}."
        )
    if len(kinds) > 1:
        raise StreamlitInvalidParameterTypeError(f"`value` has values of several kinds: {known!r}.")
    kind = kinds.pop()
    assert kind is not None
    return kind


def _first_bound(kind: DataType, start: Any) -> Any:
    if kind == "int":
        return 0
    return 0.0 if kind == "float" else dt.time.min if kind == "time" else _shifted(start, -14)


def _last_bound(kind: DataType, start: Any) -> Any:
    if kind == "int":
        return 100
    return 1.0 if kind == "float" else dt.time.max if kind == "time" else _shifted(start, 14)


def _shifted(start: Any, days: int) -> Any:
    try:
        return start + dt.timedelta(days=days)
    except OverflowError:
        return start.min if days < 0 else start.max


def _same_kind(kind: DataType, low: Any, high: Any) -> None:
    kinds = {kind, data_type(low), data_type(high)}
    if len(kinds) == 1:
        if kind == "datetime" and (low.tzinfo is None) != (high.tzinfo is None):
            raise TypeError("`min_value` and `max_value` have to be both with or both without a time zone.")
        return
    if not kinds & {"int", "float", None}:
        raise TypeError("`min_value`, `max_value` and `value` must be all dates, all datetimes or all times.")
    raise StreamlitInvalidParameterTypeError(
        "`min_value`, `max_value` and `value` have to be of one kind: "
        f"they are {type(low).__name__}, {type(high).__name__} and {kind}."
    )


def _usual_step(kind: DataType, low: Any, high: Any) -> Any:
    if kind == "int":
        return 1
    if kind == "float":
        return 0.01
    short = kind == "time" or abs(micros(high) - micros(low)) < _DAY // _MICROSECOND
    return dt.timedelta(minutes=15) if short else _DAY


def _check_step(kind: DataType, step: Any, low: Any, high: Any) -> None:
    wanted = kind if kind in ("int", "float") else "timedelta"
    given = "timedelta" if isinstance(step, dt.timedelta) else data_type(step)
    if wanted != given:
        raise StreamlitInvalidParameterTypeError(
            f"`step` is a {type(step).__name__}. With values of {kind} it accepts a {wanted}."
        )
    if not step:
        raise StreamlitValueError("`step` is 0. It accepts any other step.")


def _declared(
    kind: DataType, values: tuple[Any, ...], low: Any, high: Any, step: Any, is_range: bool, format: Any
) -> Declared:
    if kind == "int":
        values, low, high, step = tuple(map(int, values)), int(low), int(high), int(step)
    raw = Scale(kind, 0, 1, 1, getattr(values[0], "tzinfo", None))
    first, last = raw.place(low), raw.place(high)
    if first == last or low != low or high != high:
        raise StreamlitInvalidMinMaxError(f"`min_value` and `max_value` must differ: {low!r} and {high!r}.")
    places = [(raw.place(value), value) for value in values if value == value]
    bounds = [(first, low), (last, high), *places]
    (first, low), (last, high) = min(bounds, key=_by_place), max(bounds, key=_by_place)
    _check_size(kind, "min_value", first, low)
    _check_size(kind, "max_value", last, high)
    if isinstance(step, dt.timedelta):
        step = step // _MICROSECOND
    scale = Scale(kind, first, last, float(step) if kind == "float" else step, raw.tz)
    ordered = tuple(sorted(values, key=scale.place)) if len(values) == 2 else values
    return Declared(scale, ordered, is_range, format or _FORMATS[kind])


def _by_place(bound: tuple[Place, Any]) -> Place:
    return bound[0]


def _check_size(kind: DataType, name: str, place: Place, value: Any) -> None:
    largest = _LARGEST_FLOAT if kind == "float" else _LARGEST_INT
    if abs(place) <= largest:
        return
    if kind in ("date", "datetime"):
        raise StreamlitJSNumberBoundsError(f"`{name}` is {value}. It accepts 1684-07-29 to 2255-06-04.")
    raise StreamlitJSNumberBoundsError(f"`{name}` is {value!r}. It accepts -{largest} to {largest}.")
