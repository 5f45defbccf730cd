"""What a slider runs over: its bounds and step, and how a place on it becomes a value. Knows no Qt.

A place is an exact number: the value itself for int and float, microseconds since 1970 for dates and
since midnight for times.
"""

from __future__ import annotations

import datetime as dt
import math
import numbers
from fractions import Fraction
from typing import Any, Final, Literal

from ..state.errors import (
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from ..state.records import dataclass

DataType = Literal["int", "float", "date", "datetime", "time"]
Place = int | float

_MICROSECOND: Final = dt.timedelta(microseconds=1)
# Times count from the first of January 2000 when they are written as a number.
_TIME_ORIGIN: Final = 946_684_800_000_000


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
        AttributeError: It is nothing like a moment, and the slider is one of moments.
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
            return micros(value if self.data_type != "date" or kind == "date" else value.date())
        is_like = isinstance(value, (str, dt.date, dt.time))
        refusal = AttributeError if self.data_type == "datetime" and not is_like else TypeError
        raise refusal(f"A slider of {self.data_type} can't hold {value!r}.")

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
        return micros(
            moment.date() if self.data_type == "date" and isinstance(moment, dt.datetime) else moment
        )

    def write(self, place: Place) -> str:
        """A place as a text that ``read`` understands; moments as Streamlit writes them."""
        if isinstance(place, float) and place.is_integer():
            place = int(place)
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


def micros(value: dt.date | dt.time) -> int:
    """A moment in microseconds: since 1970, or for a time since midnight."""
    if isinstance(value, dt.time):
        span = dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
        return span // _MICROSECOND + value.microsecond
    if isinstance(value, dt.datetime):
        return (value.replace(tzinfo=None) - dt.datetime(1970, 1, 1)) // _MICROSECOND
    return (value - dt.date(1970, 1, 1)) // _MICROSECOND
