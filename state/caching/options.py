"""The arguments of ``st.cache_data`` and ``st.cache_resource``: checked, and as the caches use them."""

from __future__ import annotations

import datetime as dt
import inspect
import logging
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

from ..durations import seconds_of
from ..errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitMissingRequiredParameterError,
    StreamlitValueError,
)
from ..patterns import pattern
from ..records import dataclass
from .keys import HashFuncs, full_name

Ttl = float | dt.timedelta | str | None
Scope = Literal["global", "session"]
RefreshMode = Literal["foreground", "background"]

_log = logging.getLogger("desklit.caching")

_SIZE = pattern(r"\s*(\d+(?:\.\d*)?|\.\d+)\s*(b|kb|mb|gb|tb|kib|mib|gib|tib)\s*", re.IGNORECASE)
_POWERS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the decorator was given. ``ttl`` is in seconds, ``max_size`` in bytes."""

    command: str
    ttl: float | None = None
    max_entries: int | None = None
    max_size: int | None = None
    spinner: bool | str = True
    show_time: bool = False
    persist: bool = False
    hash_funcs: HashFuncs | None = None
    session: bool = False
    background: bool = False
    validate: Callable[[Any], Any] | None = None
    release: Callable[[Any], Any] | None = None


def read_options(
    command: str,
    *,
    ttl: Ttl,
    max_entries: object,
    max_size: object = None,
    show_spinner: bool | str,
    show_time: bool,
    persist: object = None,
    hash_funcs: object,
    scope: object,
    refresh_mode: object,
    validate: Callable[[Any], Any] | None = None,
    on_release: Callable[[Any], Any] | None = None,
) -> Options:
    """Check the arguments of a decorator.

    Raises:
        StreamlitAPIException: One of them is none of what it accepts; the message names it.
        TypeError: ``ttl`` is no span of time.
    """
    seconds = None if ttl is None else seconds_of(ttl)
    is_kept = _one_of("persist", persist, (None, False, True, "disk")) in (True, "disk")
    background = _one_of("refresh_mode", refresh_mode, ("foreground", "background")) == "background"
    if background:
        _check_background(seconds, is_kept)
    if is_kept and seconds is not None:
        _log.warning("`ttl` has no effect together with `persist`: what is kept on disk never expires.")
    return Options(
        command=command,
        ttl=None if is_kept else seconds,
        max_entries=_count(max_entries),
        max_size=None if max_size is None else size_in_bytes(max_size, "max_size"),
        spinner=show_spinner if isinstance(show_spinner, str) else bool(show_spinner),
        show_time=bool(show_time),
        persist=is_kept,
        hash_funcs=_by_name(hash_funcs),
        session=_one_of("scope", scope, ("global", "session")) == "session",
        background=background,
        validate=_callback("validate", validate),
        release=_callback("on_release", on_release),
    )


def size_in_bytes(size: object, name: str) -> int:
    """Bytes, of a number or a text such as ``"500MB"``; all units are powers of 1024.

    Raises:
        StreamlitInvalidParameterTypeError: It is neither.
        StreamlitValueError: It is not above 0, or the text has no unit.
    """
    if isinstance(size, bool) or not isinstance(size, (int, str)):
        raise StreamlitInvalidParameterTypeError(
            f'`{name}` is {size!r}. It accepts a whole number of bytes, or a text such as "500MB".'
        )
    if isinstance(size, str):
        found = _SIZE.fullmatch(size)
        bytes_ = 0 if found is None else int(float(found[1]) * 1024 ** _POWERS[found[2][0].lower()])
    else:
        bytes_ = size
    if bytes_ <= 0:
        raise StreamlitValueError(
            f'`{name}` is {size!r}. It accepts a number of bytes above 0, or a text with a unit as "500MB".'
        )
    return bytes_


def _check_background(ttl: float | None, persist: bool) -> None:
    if ttl is None:
        raise StreamlitMissingRequiredParameterError(
            '`refresh_mode="background"` needs a `ttl`, which says when a value is to be refreshed.'
        )
    if not ttl > 0:
        raise StreamlitValueError('`refresh_mode="background"` needs a `ttl` above 0.')
    if persist:
        raise StreamlitIncompatibleParametersError(
            '`refresh_mode="background"` and `persist` exclude each other: on disk nothing expires.'
        )


def _count(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise StreamlitInvalidParameterTypeError(
            f"`max_entries` is {value!r}. It accepts a whole number or None."
        )
    if value < 1:
        raise StreamlitValueError(f"`max_entries` is {value!r}. It accepts a number from 1 on, or None.")
    return int(value)


def _by_name(functions: object) -> HashFuncs | None:
    if functions is None:
        return None
    if not isinstance(functions, Mapping) or not all(
        isinstance(kind, (str, type)) and callable(function) for kind, function in functions.items()
    ):
        raise StreamlitInvalidParameterTypeError(
            "`hash_funcs` accepts a dict of functions by types or by the full names of types."
        )
    named = {full_name(kind) if isinstance(kind, type) else kind: each for kind, each in functions.items()}
    return named or None


def _callback(name: str, function: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    if function is not None and not callable(function):
        raise StreamlitInvalidParameterTypeError(f"`{name}` is {function!r}. It accepts a function.")
    if inspect.iscoroutinefunction(function):
        raise StreamlitAPIException(
            f"`{name}` of `st.cache_resource` is `async def`, which nobody awaits. Use a plain function."
        )
    return function


def _one_of(name: str, value: object, allowed: tuple[object, ...]) -> object:
    if not any(value is each or (isinstance(value, str) and value == each) for each in allowed):
        choice = ", ".join(map(repr, allowed))
        raise StreamlitValueError(f"`{name}` is {value!r}. It accepts: {choice}.")
    return value
