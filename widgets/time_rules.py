"""What the arguments of time fields mean, and how times look and are read. Knows no Qt."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from ..state.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from ..state.patterns import pattern

DAY = 24 * 60 * 60
_LONGEST_STEP = 23 * 60 * 60


def checked_step(step: object, least: int) -> int:
    """A step in whole seconds.

    Args:
        step: Seconds, or a timedelta.
        least: The shortest one allowed, in seconds.

    Raises:
        StreamlitInvalidParameterTypeError: It is neither.
        StreamlitValueOutOfRangeError: It is shorter than ``least``, or longer than 23 hours.
    """
    if isinstance(step, dt.timedelta):
        seconds = int(step.total_seconds())
    elif isinstance(step, int) and not isinstance(step, bool):
        seconds = step
    else:
        raise StreamlitInvalidParameterTypeError(
            f"`step` accepts whole seconds or a timedelta; it is of the type {type(step).__name__}."
        )
    if not least <= seconds <= _LONGEST_STEP:
        raise StreamlitValueOutOfRangeError(
            f"`step` is {seconds} seconds. It accepts {least} second{'s'[: least > 1]} to 23 hours."
        )
    return seconds


def as_time(value: object, *, seconds: bool) -> dt.time | None:
    """The time that an argument means.

    Args:
        value: A time, a datetime, "now", an ISO text or None.
        seconds: Whether seconds count; else they are cut off.

    Raises:
        StreamlitInvalidParameterTypeError: It is none of these.
    """
    if value is None:
        return None
    if value == "now":
        time = dt.datetime.now().time().replace(microsecond=0)
    elif isinstance(value, dt.datetime):
        time = value.time().replace(microsecond=0)
    elif isinstance(value, dt.time):
        time = value
    else:
        time = _of_text(value)
    return time if seconds else time.replace(second=0, microsecond=0)


def _of_text(value: object) -> dt.time:
    if isinstance(value, str):
        for read in (dt.time.fromisoformat, lambda text: dt.datetime.fromisoformat(text).time()):
            try:
                return read(value).replace(microsecond=0)
            except ValueError:
                continue
    raise StreamlitInvalidParameterTypeError(
        f'`value` accepts a time, a datetime, an ISO text such as "08:45" or "now"; it is {value!r}.'
    )


def state_time(key: object, value: Any, *, seconds: bool) -> str | None:
    """A value of the session state as ISO text, with seconds if they count.

    Raises:
        TypeError: It is neither a time nor None.
    """
    if value is None:
        return None
    if not isinstance(value, (dt.time, dt.datetime)):
        raise TypeError(
            f"`st.session_state[{key!r}]` belongs to a time field, so it is a time or None, "
            f"not {type(value).__name__}."
        )
    return value.strftime("%H:%M:%S" if seconds else "%H:%M")


def time_text(time: dt.time, *, seconds: bool, half_day: bool) -> str:
    """A time to show.

    Args:
        time: The time.
        seconds: Whether to show seconds.
        half_day: Whether to count from 1 to 12, with AM and PM.

    Example:
        >>> time_text(dt.time(21, 5), seconds=False, half_day=True)
        '09:05 PM'
    """
    tail = ":%M:%S" if seconds else ":%M"
    if not half_day:
        return time.strftime("%H" + tail)
    # Not by %p: some locales have no word for it.
    return f"{time.hour % 12 or 12:02d}{time.strftime(tail)} {'PM' if time.hour >= 12 else 'AM'}"


_TYPED = pattern(r"(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?", re.IGNORECASE)


def read_time(text: str, *, seconds: bool) -> dt.time:
    """The time that a user typed: "9:30", "930", "9", "9.30 pm".

    Raises:
        ValueError: The text is no time.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found[4] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute, second if seconds else 0)


def seconds_of(time: dt.time) -> int:
    """The seconds from midnight."""
    return time.hour * 3600 + time.minute * 60 + time.second


def time_of(seconds: int) -> dt.time:
    """The time so many seconds after midnight, around the clock."""
    seconds %= DAY
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def snapped(time: dt.time, step: int, direction: int) -> dt.time:
    """The next multiple of the step after the time (1), or the last one before it (-1)."""
    now = seconds_of(time)
    if direction > 0:
        then = (now // step + 1) * step
        return time_of(then if then < DAY else 0)
    then = (now - 1) // step * step
    return time_of(then if then >= 0 else (DAY - 1) // step * step)
