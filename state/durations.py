"""Spans of time as scripts write them: seconds, ``timedelta``, or text such as ``"1d2h34m"``."""

from __future__ import annotations

import datetime as dt
import re

from .errors import StreamlitBadTimeStringError
from .patterns import pattern

_UNITS = {
    "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0,
    "w": 604800.0, "": 1e-9,
}  # fmt: skip
_NAMES = {
    "nano": "ns", "nanos": "ns", "nanosecond": "ns", "nanoseconds": "ns",
    "micro": "us", "micros": "us", "microsecond": "us", "microseconds": "us",
    "milli": "ms", "millis": "ms", "millisecond": "ms", "milliseconds": "ms",
    "sec": "s", "secs": "s", "second": "s", "seconds": "s",
    "min": "m", "mins": "m", "minute": "m", "minutes": "m",
    "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "d", "days": "d", "week": "w", "weeks": "w",
}  # fmt: skip
_PART = pattern(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-zµ]*)(?:\s*,)?", re.IGNORECASE)
_CLOCK = pattern(r"^(.*?)\s*(\d+):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?\s*$")
_ISO = pattern(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$")


def seconds_of(span: float | int | dt.timedelta | str) -> float:
    """A span of time in seconds.

    Args:
        span: Seconds, a ``timedelta``, or text: ``"90s"``, ``"1d2h34m"``, ``"1.5 days"``, ``"00:30:00"``,
            ``"PT15M"``. As with pandas a text that is only a number means nanoseconds.

    Raises:
        StreamlitBadTimeStringError: The text is none of them.
        TypeError: It is something else.
    """
    if isinstance(span, dt.timedelta):
        return span.total_seconds()
    if isinstance(span, str):
        return _of_text(span)
    if isinstance(span, (int, float)):
        return float(span)
    raise TypeError(f"A span of time is seconds, a timedelta or text such as '1h30m', not {span!r}.")


def _of_text(text: str) -> float:
    rest = text.strip()
    sign = -1.0 if rest.startswith("-") else 1.0
    rest = rest.lstrip("+-").strip()
    iso = _ISO.match(rest)
    if iso is not None and any(iso.groups()):
        days, hours, minutes, seconds = (float(group or 0) for group in iso.groups())
        return sign * (((days * 24 + hours) * 60 + minutes) * 60 + seconds)
    total = 0.0
    clock = _CLOCK.match(rest)
    if clock is not None:
        rest = clock[1]
        total = (int(clock[2]) * 60 + int(clock[3])) * 60 + float(clock[4] or 0)
    elif not rest:
        raise _bad(text)
    at = 0
    while at < len(rest):
        part = _PART.match(rest, at)
        factor = None if part is None else _factor(part[2])
        if part is None or factor is None:
            raise _bad(text)
        total += float(part[1]) * factor
        at = part.end()
    return sign * total


def _factor(unit: str) -> float | None:
    unit = unit.lower()
    return _UNITS.get(_NAMES.get(unit, unit))


def _bad(text: str) -> StreamlitBadTimeStringError:
    return StreamlitBadTimeStringError(
        f"{text!r} is no span of time. Write it as `'90s'`, `'1d2h34m'`, `'1.5 days'` or `'00:30:00'`."
    )
