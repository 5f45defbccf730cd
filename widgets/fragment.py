"""``st.fragment``: a function whose widgets run it again alone."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, overload

from ..state.container import ActiveContainer
from ..state.context import run_or_none
from ..state.durations import seconds_of
from ..state.errors import StreamlitAPIException, StreamlitValueError
from ..state.fragments import Fragment
from .container import Box

P = ParamSpec("P")
R = TypeVar("R")

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

    The rest of the page stays as it is. What the function writes to containers outside of it, such as
    the sidebar, takes the place of what it wrote there the last time.

    Args:
        func: The function.
        run_every: Seconds, a timedelta or a text such as ``"1m30s"``, after which the function runs
            again by itself; None for never.
        parallel: Whether a run of the whole script goes on while the function runs. The call then
            gives None, and the function may not write outside of itself.
        key: A name by which callbacks can run the function alone: ``st.rerun("name")``.

    Returns:
        The function; calls give what it gives.

    Raises:
        StreamlitBadTimeStringError: ``run_every`` is a text that says no time.
        StreamlitAPIException: ``key`` is empty, or ``"app"`` or ``"fragment"``.
        StreamlitDuplicateElementKey: (in a call) Another function has the key.

    Example:
        >>> @st.fragment(run_every="5s")
        ... def clock():
        ...     st.write(datetime.now())
        >>> clock()
    """
    if func is None:
        return functools.partial(fragment, run_every=run_every, parallel=parallel, key=key)
    function = func
    every = interval_of(run_every)
    known_as = None if key is None else _checked_key(key)
    name = f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', repr(function))}"

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        run = run_or_none()
        if run is None:
            return function(*args, **kwargs)
        if known_as is not None:
            run.fragments.claim_key(known_as, name)
        path = run.fragments.next_path(name)
        place = _active.target().open_block(Box(key=f"{name}#{path[-1][1]}"))
        made = Fragment(path, functools.partial(function, *args, **kwargs), place, every, parallel=parallel)
        run.fragments.add(made, known_as)
        if parallel:
            run.run_parallel(functools.partial(made.execute, run))
            return None
        return made.execute(run)

    return call


def _checked_key(key: object) -> str:
    text = str(key)
    if not text:
        raise StreamlitValueError("`key` of `st.fragment` is empty. It accepts a text with something in it.")
    if text in ("app", "fragment"):
        raise StreamlitAPIException(
            f"`key` of `st.fragment` is {text!r}, which means something else for `st.rerun`. Choose another."
        )
    return text


def interval_of(every: float | dt.timedelta | str | None) -> float | None:
    """A span of time in seconds, or None for none.

    Raises:
        StreamlitBadTimeStringError: The text says no time.
        TypeError: It is no span of time.
    """
    return None if every is None else max(0.0, seconds_of(every)) or None
