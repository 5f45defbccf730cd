"""``st.fragment``: a function whose widgets run it again alone."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, overload

from ..state.container import ActiveContainer
from ..state.context import run_or_none
from ..state.errors import StreamlitBadTimeStringError
from ..state.fragments import Fragment
from .container import Box

P = ParamSpec("P")
R = TypeVar("R")

_UNITS = {
    "d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6, "w": 604800.0,
}  # fmt: skip
_WORDS = {
    "week": "w", "day": "d", "hour": "h", "hr": "h", "min": "m", "minute": "m", "sec": "s", "second": "s",
    "millisecond": "ms", "millis": "ms", "milli": "ms", "microsecond": "us", "micro": "us",
}  # fmt: skip
_PART = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*,?")
_active = ActiveContainer()


@overload
def fragment(
    func: Callable[P, R],
    *,
    run_every: float | dt.timedelta | str | None = None,
    parallel: bool = False,
    key: str | int | None = None,
) -> Callable[P, R]: ...


@overload
def fragment(
    func: None = None,
    *,
    run_every: float | dt.timedelta | str | None = None,
    parallel: bool = False,
    key: str | int | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]: ...


def fragment(
    func: Callable[..., Any] | None = None,
    *,
    run_every: float | dt.timedelta | str | None = None,
    parallel: bool = False,
    key: str | int | None = None,
) -> Any:
    """Let a function run again alone when one of the widgets that it made changes.

    The rest of the page stays as it is. What the function writes to containers outside of it is
    added there each time, until the whole script runs again.

    Args:
        func: The function.
        run_every: Seconds, a timedelta or a text such as ``"1m30s"``, after which the function runs
            again by itself; None for never.
        parallel: Whether a run of the whole script goes on while the function runs. The call then
            gives None.
        key: A name for its place in the page.

    Returns:
        The function; calls give what it gives.

    Raises:
        StreamlitBadTimeStringError: ``run_every`` is a text that says no time.

    Example:
        >>> @st.fragment(run_every="5s")
        ... def clock():
        ...     st.write(datetime.now())
        >>> clock()
    """
    if func is None:
        return functools.partial(fragment, run_every=run_every, parallel=parallel, key=key)
    function = func
    every = seconds_of(run_every)
    name = f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', repr(function))}"

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        run = run_or_none()
        if run is None:
            return function(*args, **kwargs)
        path = run.fragments.next_path(name)
        block = Box(key=f"{name}#{path[-1][1]}" if key is None else str(key))
        place = _active.target().open_block(block)
        made = Fragment(path, functools.partial(function, *args, **kwargs), place, every)
        run.fragments.add(made)
        if parallel:
            run.run_parallel(functools.partial(made.execute, run))
            return None
        return made.execute(run)

    return call


def seconds_of(every: float | dt.timedelta | str | None) -> float | None:
    """A span of time in seconds, or None for none.

    Raises:
        StreamlitBadTimeStringError: The text says no time.
    """
    if isinstance(every, str):
        return _read(every)
    if isinstance(every, dt.timedelta):
        return every.total_seconds()
    if isinstance(every, (int, float)):
        return max(0.0, float(every)) or None
    return None


def _read(text: str) -> float:
    total, end = 0.0, 0
    for part in _PART.finditer(text.strip().lower()):
        unit = part[2] if part[2] in _UNITS else _WORDS.get(part[2].rstrip("s"))
        if part.start() != end or unit is None:
            break
        total += float(part[1]) * _UNITS[unit]
        end = part.end()
    if not end or end != len(text.strip()):
        raise StreamlitBadTimeStringError(
            f"`run_every` is {text!r}, which says no time. It accepts texts such as `'10s'` or `'1h 30m'`."
        )
    return total
