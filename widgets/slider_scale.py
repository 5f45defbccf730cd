"""What a slider runs over: its bounds and step, and how a place on it becomes a value. Knows no Qt.

A place is an exact number: the value itself for int and float, microseconds since 1970 for dates and
since midnight for times.
"""

from __future__ import annotations

import datetime as dt
import math
import numbers
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from types import NoneType
from typing import Any, Final, Literal

from ..state.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)

DataType = Literal["int", "float", "date", "datetime", "time"]
Place = int | float

_DAY: Final = dt.timedelta(days=1)
_MICROSECOND: Final = dt.timedelta(microseconds=1)
_FORMATS: Final[dict[DataType, str]] = {
    "int": "%d", "float": "%0.2f", "date": "YYYY-MM-DD", "datetime": "YYYY-MM-DD", "time": "HH:mm",
}  # fmt: skip
# Times count from the first of January 2000 when they are written as a number.
_TIME_ORIGIN: Final = 946_684_800_000_000
_LARGEST_INT: Final = (1 << 53) - 1
_LARGEST_FLOAT: Final = 1.797e308
_ACCEPTED: Final = "int, float, date, time, datetime, or a list or tuple of up to two of one of them"


_PLAIN: Final[dict[type, DataType]] = {int: "int", float: "float", dt.date: "date", dt.datetime: "datetime"}


def data_type(value: object) -> DataType | None:
    """The kind of a value; None for what a slider can't hold."""
    plain = _PLAIN.get(type(value))
    if plain is not None:  # asking the abstract classes of numbers takes longer than all the rest
        return plain
    if isinstance(value, numbers.Integral):
        return "int"
    if isinstance(value, float) or (type(value).__module__ == "numpy" and isinstance(value, numbers.Real)):
        return "float"
    if isinstance(value, dt.datetime):
        return "datetime"
    if isinstance(value, dt.date):
        return "date"
    return "time" if isinstance(value, dt.time) else None


@dataclass(frozen=True, slots=True)
class Scale:
    """The bounds and the step of a slider as places."""

    data_type: DataType
    low: Place
    high: Place
    step: Place
    tz: dt.tzinfo | None = None

    @property
    def is_moment(self) -> bool:
        """Whether it runs over dates or times."""
        return self.data_type not in ("int", "float")

    def place(self, value: Any) -> Place:
        """Where a value is.

        Raises:
            TypeError: The value is of another kind than the slider.
        """
        if type(value) is int and self.data_type == "int":
            return value
        if self.is_moment:
            return self._moment_place(value)
        try:
            number = float(value)
        except TypeError:
            raise TypeError(f"A slider of {self.data_type} can't hold {value!r}.") from None
        if self.data_type == "float":
            return self.low if math.isnan(number) else number
        whole = int(number)
        return int(value) if isinstance(value, int) else whole if whole == number else number

    def _moment_place(self, value: Any) -> int:
        kind = data_type(value)
        if kind == self.data_type or (kind == "datetime" and self.data_type == "date"):
            return _micros(value if self.data_type != "date" or kind == "date" else value.date())
        raise TypeError(f"A slider of {self.data_type} can't hold {value!r}.")

    def value(self, place: Place) -> Any:
        """The value at a place."""
        if self.data_type == "int":
            return int(place)
        if self.data_type == "float":
            return float(place)
        span = dt.timedelta(microseconds=int(place))
        if self.data_type == "time":
            return (dt.datetime.min + span).time().replace(tzinfo=self.tz)
        moment = dt.datetime(1970, 1, 1) + span
        if self.data_type == "date":
            return moment.date()
        return moment.replace(tzinfo=self.tz)

    def check(self, place: Place, value: object) -> None:
        """See that a place lies within the bounds.

        Raises:
            StreamlitValueBelowMinError: It lies below.
            StreamlitValueAboveMaxError: It lies above.
        """
        if place < self.low:
            raise StreamlitValueBelowMinError(f"{value!r} is below `min_value`, {self.value(self.low)!r}.")
        if place > self.high:
            raise StreamlitValueAboveMaxError(f"{value!r} is above `max_value`, {self.value(self.high)!r}.")

    # As text

    def read(self, text: str) -> Place:
        """The place that a text stands for: a number, microseconds, or a moment in ISO format.

        Raises:
            ValueError: It stands for none.
        """
        if not self.is_moment:
            number = float(text)
            return int(number) if self.data_type == "int" else number
        kind = dt.time if self.data_type == "time" else dt.datetime
        try:
            moment = kind.fromisoformat(text)
        except ValueError:
            return int(text) - (_TIME_ORIGIN if self.data_type == "time" else 0)
        return _micros(
            moment.date() if self.data_type == "date" and isinstance(moment, dt.datetime) else moment
        )

    def write(self, place: Place) -> str:
        """A place as a text that ``read`` understands; moments as Streamlit writes them."""
        return str(place + _TIME_ORIGIN if self.data_type == "time" else place)

    # Steps

    @property
    def last(self) -> int:
        """The number of the last step; the first is 0."""
        return int((_exact(self.high) - _exact(self.low)) / self._exact_step())

    def number(self, place: Place) -> int:
        """The step that is nearest to a place."""
        steps = (_exact(place) - _exact(self.low)) / self._exact_step()
        return min(max(0, int(steps + Fraction(1, 2))), self.last)

    def place_at(self, number: int) -> Place:
        """The place of a step."""
        exact = _exact(self.low) + number * self._exact_step()
        return float(exact) if self.data_type == "float" else int(exact)

    def _exact_step(self) -> Fraction:
        whole = _exact(self.high) - _exact(self.low)
        return abs(_exact(self.step)) if math.isfinite(self.step) else whole * 2


def _exact(number: Place) -> Fraction:
    # By its decimal digits: 0.1 is a tenth, as the script's author means it.
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def _micros(value: dt.date | dt.time) -> int:
    if isinstance(value, dt.time):
        span = dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
        return span // _MICROSECOND + value.microsecond
    if isinstance(value, dt.datetime):
        return (value.replace(tzinfo=None) - dt.datetime(1970, 1, 1)) // _MICROSECOND
    return (value - dt.date(1970, 1, 1)) // _MICROSECOND


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
    short = kind == "time" or abs(_micros(high) - _micros(low)) < _DAY // _MICROSECOND
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
