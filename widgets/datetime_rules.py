"""What the arguments of a field for dates with times mean. Knows no Qt."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ..state.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from ..state.records import dataclass
from .date_rules import checked_format, date_text, read_date, years_from
from .time_rules import checked_step, read_time

COMMA = ", "
_LAST = dt.time(23, 59)


@dataclass(frozen=True, slots=True)
class DateTimeRules:
    """The checked arguments of the field; ``step`` in seconds."""

    default: dt.datetime | None
    low: dt.datetime
    high: dt.datetime
    format: str
    step: int


def datetime_rules(
    value: object, min_value: object, max_value: object, format: object, step: object
) -> DateTimeRules:
    """Check the arguments together.

    Raises:
        StreamlitInvalidParameterTypeError: One is no date or time, or ``step`` no span.
        StreamlitValueOutOfRangeError: ``step`` is too short or too long.
        StreamlitValueError: ``format`` is not known.
        StreamlitInvalidMinMaxError: ``min_value`` is after ``max_value``.
        StreamlitValueBelowMinError: ``value`` is before ``min_value``.
        StreamlitValueAboveMaxError: ``value`` is after ``max_value``.
    """
    moment = as_moment("value", value)
    day = moment.date() if moment is not None else dt.date.today()
    low = as_moment("min_value", min_value) or dt.datetime.combine(years_from(day, -10), dt.time())
    high = as_moment("max_value", max_value, _LAST) or dt.datetime.combine(years_from(day, 10), _LAST)
    if low > high:
        raise StreamlitInvalidMinMaxError(f"`min_value` is {low}, which is after `max_value`, {high}.")
    if moment is not None and moment < low:
        raise StreamlitValueBelowMinError(f"`value` is {moment}, which is before `min_value`, {low}.")
    if moment is not None and moment > high:
        raise StreamlitValueAboveMaxError(f"`value` is {moment}, which is after `max_value`, {high}.")
    return DateTimeRules(moment, low, high, checked_format(format), checked_step(step, 60))


def as_moment(name: str, value: object, time_of_dates: dt.time = dt.time()) -> dt.datetime | None:
    """The moment that an argument means, in whole minutes and without a time zone.

    Args:
        name: The argument's name.
        value: A datetime, a date, a time (of today), "now", an ISO text or None.
        time_of_dates: The time that a bare date gets.

    Raises:
        StreamlitInvalidParameterTypeError: It is none of these.
    """
    if value is None:
        return None
    moment: dt.datetime
    if value == "now":
        moment = dt.datetime.now()
    elif isinstance(value, dt.datetime):
        moment = value
    elif isinstance(value, dt.date):
        moment = dt.datetime.combine(value, time_of_dates)
    elif isinstance(value, dt.time):
        moment = dt.datetime.combine(dt.date.today(), value)
    else:
        moment = _of_text(name, value)
    return moment.replace(second=0, microsecond=0, tzinfo=None)


def _of_text(name: str, value: object) -> dt.datetime:
    if isinstance(value, str):
        for read in (
            dt.datetime.fromisoformat,
            lambda text: dt.datetime.combine(dt.date.today(), dt.time.fromisoformat(text)),
        ):
            try:
                return read(value)
            except ValueError:
                continue
    raise StreamlitInvalidParameterTypeError(
        f'`{name}` accepts a datetime, a date, a time, an ISO text such as "2024-05-31 08:45" or "now"; '
        f"it is {value!r}."
    )


def state_moment(value: Any) -> str | None:
    """A value of the session state as ISO text.

    Raises:
        AttributeError: It is neither a datetime nor None.
    """
    if value is None:
        return None
    if not isinstance(value, dt.datetime):
        raise AttributeError(f"A field for dates with times holds a datetime or None, not {value!r}.")
    text: str = value.replace(second=0, microsecond=0, tzinfo=None).isoformat(timespec="minutes")
    return text


def moment_text(moment: dt.datetime, format: str) -> str:
    """A moment to show.

    Example:
        >>> moment_text(dt.datetime(2024, 5, 31, 8, 45), "DD.MM.YYYY")
        '31.05.2024, 08:45'
    """
    return date_text(moment.date(), format) + COMMA + moment.strftime("%H:%M")


def read_moment(text: str, format: str) -> dt.datetime:
    """The moment that a user typed; without a time it is midnight.

    Raises:
        ValueError: The text is no moment.
    """
    text = text.strip()
    date, comma, time = text.partition(",")
    if not comma:
        date, _, time = text.replace("T", " ").partition(" ")
    if not time.strip():
        return dt.datetime.combine(read_date(date, format), dt.time())
    return dt.datetime.combine(read_date(date, format), read_time(time, seconds=False))
