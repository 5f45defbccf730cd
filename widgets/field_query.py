"""How the values of fields are written as query parameters. Knows no Qt."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence

from ..state.container import Container
from ..state.patterns import pattern
from ..state.query_params import QueryForm, text_form
from ..state.session_state import equal
from .command import Joined
from .date_rules import DateRules
from .datetime_rules import DateTimeRules, state_moment
from .number_rules import Number, NumberRules
from .time_rules import state_time

_COLOR = pattern(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_DATE = pattern(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_TIME = pattern(r"(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?")
_MOMENT = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def text_query(limit: int) -> QueryForm:
    """A text of at most ``limit`` characters; 0 for any number."""
    return text_form(limit or None)


def number_query(rules: NumberRules) -> QueryForm:
    """A finite number within bounds."""

    def read(texts: Sequence[str]) -> Number:
        given = float(texts[-1])
        if not math.isfinite(given):
            raise ValueError(texts[-1])
        number: Number = int(given) if rules.whole else given
        if not rules.low <= number <= rules.high:
            raise ValueError(texts[-1])
        return number

    return QueryForm(read, lambda number: [] if number is None else [str(number)])


def tidy(place: Container, joined: Joined, form: QueryForm, default: object) -> None:
    """Write a bound parameter as its value is written, where it said the same in another way.

    What only repeats a name, or writes a number in another notation, stays as the link has it.
    """
    params, key = place.run.state.query, str(joined.id[1])
    texts = params.get_all(key)
    wanted = [] if equal(joined.value, default) else form.written(joined.value)
    if not texts or wanted is None or (len(wanted) == 1 and _same(texts[-1], wanted[0], joined.value)):
        return
    params.put(key, wanted)


def _same(text: str, wanted: str, value: object) -> bool:
    if text == wanted:
        return True
    try:
        return isinstance(value, (int, float)) and float(text) == value
    except ValueError:
        return False


def color_query() -> QueryForm:
    """A colour, with or without its ``#``."""

    def read(texts: Sequence[str]) -> str:
        found = _COLOR.fullmatch(texts[-1])
        if found is None:
            raise ValueError(texts[-1])
        return f"#{found[1]}"

    return QueryForm(read, lambda color: [str(color)])


def date_query(rules: DateRules) -> QueryForm:
    """A date, or the one or two of a range, within bounds."""

    def one(text: str) -> dt.date:
        found = _DATE.fullmatch(text)
        if found is None:
            raise ValueError(text)
        day = dt.date(*map(int, found.groups()))
        if not rules.low <= day <= rules.high:
            raise ValueError(text)
        return day

    def read(texts: Sequence[str]) -> dt.date | tuple[dt.date, ...]:
        if not rules.is_range:
            return one(texts[-1])
        if len(texts) > 2:
            raise ValueError(texts)
        return tuple(map(one, texts))

    def write(value: dt.date | Sequence[dt.date] | None) -> list[str]:
        days = [] if value is None else [value] if isinstance(value, dt.date) else value
        return [day.strftime("%Y-%m-%d") if day.year > 999 else day.isoformat() for day in days]

    return QueryForm(read, write)


def time_query(*, seconds: bool) -> QueryForm:
    """A time, with seconds where they count."""

    def read(texts: Sequence[str]) -> dt.time:
        found = _TIME.fullmatch(texts[-1])
        if found is None:
            raise ValueError(texts[-1])
        hour, minute, second = (int(part or 0) for part in found.groups())
        return dt.time(hour, minute, second if seconds else 0)

    def write(value: dt.time | None) -> list[str]:
        text = state_time(None, value, seconds=seconds)
        return [] if text is None else [text]

    return QueryForm(read, write)


def moment_query(rules: DateTimeRules) -> QueryForm:
    """A moment in whole minutes within bounds."""

    def read(texts: Sequence[str]) -> dt.datetime:
        if _MOMENT.fullmatch(texts[-1]) is None:
            raise ValueError(texts[-1])
        moment = dt.datetime.fromisoformat(texts[-1])
        if not rules.low <= moment <= rules.high:
            raise ValueError(texts[-1])
        return moment

    def write(value: dt.datetime | None) -> list[str]:
        text = state_moment(value)
        return [] if text is None else [text]

    return QueryForm(read, write)
