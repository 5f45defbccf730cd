"""What the arguments of date fields mean, and how dates look and are read. Knows no Qt."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from ..state.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
    StreamlitValueError,
)
from ..state.patterns import pattern
from ..state.records import dataclass

_ORDERS = ("YYYY/MM/DD", "DD/MM/YYYY", "MM/DD/YYYY")
FORMATS = tuple(order.replace("/", separator) for separator in "/.-" for order in _ORDERS)
RANGE_DASH = " \N{EN DASH} "


@dataclass(frozen=True, slots=True)
class DateRules:
    """The checked arguments of a date field."""

    default: tuple[dt.date, ...]
    is_range: bool
    low: dt.date
    high: dt.date
    format: str
    clearable: bool


def date_rules(value: object, min_value: object, max_value: object, format: object) -> DateRules:
    """Check the arguments together.

    Raises:
        StreamlitInvalidParameterTypeError: One is no date, or a range has more than two.
        StreamlitValueError: ``format`` is not known.
        StreamlitInvalidMinMaxError: ``min_value`` is after ``max_value``.
        StreamlitValueBelowMinError: ``value`` begins before ``min_value``.
        StreamlitValueAboveMaxError: ``value`` ends after ``max_value``.
    """
    is_range = isinstance(value, (list, tuple))
    dates = _dates(value)
    low, high = date_bounds(dates, _bound("min_value", min_value), _bound("max_value", max_value))
    if low > high:
        raise StreamlitInvalidMinMaxError(f"`min_value` is {low}, which is after `max_value`, {high}.")
    if dates and dates[0] < low:
        raise StreamlitValueBelowMinError(f"`value` is {dates[0]}, which is before `min_value`, {low}.")
    if dates and dates[-1] > high:
        raise StreamlitValueAboveMaxError(f"`value` is {dates[-1]}, which is after `max_value`, {high}.")
    return DateRules(dates, is_range, low, high, checked_format(format), not dates)


def checked_format(format: object) -> str:
    """Check a format of dates.

    Raises:
        StreamlitValueError: It is none of the known ones.
    """
    if format in FORMATS:
        return str(format)
    choice = ", ".join(map(repr, FORMATS))
    raise StreamlitValueError(f"`format` is {format!r}. It accepts: {choice}.")


def _dates(value: object) -> tuple[dt.date, ...]:
    if value is None:
        return ()
    if not isinstance(value, (list, tuple)):
        return (as_date("value", value),)
    if len(value) > 2:
        raise StreamlitInvalidParameterTypeError(
            f"`value` as a range holds none, one or two dates, not {len(value)}."
        )
    return tuple(as_date("value", part) for part in value)


def _bound(name: str, value: object) -> dt.date | None:
    return None if value is None else as_date(name, value)


def as_date(name: str, value: object) -> dt.date:
    """The date that an argument means.

    Args:
        name: The argument's name.
        value: A date, a datetime, "today" or an ISO text.

    Raises:
        StreamlitInvalidParameterTypeError: It is none of these.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if value == "today":
        return dt.date.today()
    if isinstance(value, str):
        for read in (dt.date.fromisoformat, lambda text: dt.datetime.fromisoformat(text).date()):
            try:
                return read(value)
            except ValueError:
                continue
    raise StreamlitInvalidParameterTypeError(
        f'`{name}` accepts a date, a datetime, an ISO text such as "2024-05-31" or "today"; it is {value!r}.'
    )


def date_bounds(
    dates: tuple[dt.date, ...], low: dt.date | None, high: dt.date | None
) -> tuple[dt.date, dt.date]:
    """The bounds; where none is given it lies ten years from the value, or from today."""
    today = dt.date.today()
    first, last = (dates[0], dates[-1]) if dates else (today, today)
    return (
        years_from(first, -10) if low is None else low,
        years_from(last, 10) if high is None else high,
    )


def years_from(day: dt.date, years: int) -> dt.date:
    """The same day in another year, the 28th of February for the 29th where there is none."""
    year = day.year + years
    if year < dt.MINYEAR:
        return dt.date.min
    if year > dt.MAXYEAR:
        return dt.date.max
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def months_from(day: dt.date, months: int) -> dt.date:
    """The same day in another month, or the last one of that month."""
    place = min(max(day.year * 12 + day.month - 1 + months, 12), dt.MAXYEAR * 12 + 11)
    year, month = divmod(place, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


# Between text and dates


def date_text(day: dt.date, format: str) -> str:
    """A date in one of the formats.

    Example:
        >>> date_text(dt.date(2024, 5, 31), "DD.MM.YYYY")
        '31.05.2024'
    """
    text = format.replace("YYYY", f"{day.year:04d}")
    return text.replace("MM", f"{day.month:02d}").replace("DD", f"{day.day:02d}")


def range_text(days: tuple[dt.date, ...], format: str) -> str:
    """One or two dates."""
    return RANGE_DASH.join(date_text(day, format) for day in days)


_THREE = pattern(r"\s*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\s*")
_EIGHT = pattern(r"\s*(\d{8})\s*")


def read_date(text: str, format: str) -> dt.date:
    """The date that a user typed: parts in the order of the format, or an ISO date; eight digits will do.

    Raises:
        ValueError: The text is no date.
    """
    order = [part for part in re.split(r"[^A-Z]", format) if part]
    eight = _EIGHT.fullmatch(text)
    if eight is not None:
        parts, at = [], 0
        for name in order:
            parts.append(eight[1][at : at + len(name)])
            at += len(name)
    else:
        three = _THREE.fullmatch(text)
        if three is None:
            raise ValueError(text)
        parts = list(three.groups())
        if len(parts[0]) == 4 and order[0] != "YYYY":
            order = ["YYYY", "MM", "DD"]
    numbers = dict(zip(order, map(int, parts), strict=True))
    year = numbers["YYYY"]
    if year < 100 and len(parts[order.index("YYYY")]) <= 2:
        year += 2000 if year < 70 else 1900
    return dt.date(year, numbers["MM"], numbers["DD"])


def read_range(text: str, format: str) -> tuple[dt.date, ...]:
    """The dates of a range that a user typed, in their order.

    Raises:
        ValueError: The text is no range.
    """
    if not text.strip():
        return ()
    parts = re.split(r"\s*(?:\N{EN DASH}|\N{EM DASH}|\bto\b|\s-\s)\s*", text.strip())
    parts = [part for part in parts if part]
    if not 1 <= len(parts) <= 2:
        raise ValueError(text)
    return tuple(sorted(read_date(part, format) for part in parts))


def segment_at(format: str, position: int) -> tuple[int, str]:
    """Which date of a range, and which of its parts ("YYYY", "MM", "DD"), lies at a place in the text."""
    width = len(format)
    which = 1 if position > width + 1 else 0
    inside = position - which * (width + len(RANGE_DASH))
    starts = [(format.index(part), part) for part in ("YYYY", "MM", "DD")]
    part = max((start, name) for start, name in starts if start <= max(inside, 0))[1]
    return which, part


def segment_span(format: str, which: int, part: str) -> tuple[int, int]:
    """Start and length of a part in the text."""
    return which * (len(format) + len(RANGE_DASH)) + format.index(part), len(part)


def stepped(day: dt.date, part: str, by: int) -> dt.date:
    """A date some years, months or days further."""
    if part == "YYYY":
        return years_from(day, by)
    if part == "MM":
        return months_from(day, by)
    try:
        return day + dt.timedelta(days=by)
    except OverflowError:
        return day


def settled_dates(value: Any, rules: DateRules) -> Any:
    """What the session state holds for a field with bounds: the default for all that is not within them.

    Raises:
        TypeError: The values of a range are no dates.
    """
    if value is None:
        return None
    if rules.is_range:
        fits = isinstance(value, tuple) and value and all(rules.low <= day <= rules.high for day in value)
        return value if fits else rules.default
    if isinstance(value, dt.date):
        day = value.date() if isinstance(value, dt.datetime) else value
        if rules.low <= day <= rules.high:
            return value
    return rules.default[0] if rules.default else None


def state_dates(value: Any) -> tuple[dt.date, ...]:
    """The dates in what the session state holds for a date field.

    Raises:
        AttributeError: Something in it is no date.
    """
    parts = () if value is None else tuple(value) if isinstance(value, (list, tuple)) else (value,)
    return tuple(dt.date(part.year, part.month, part.day) for part in parts)
