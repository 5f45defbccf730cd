"""``st.cache_data`` and ``st.cache_resource``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, ParamSpec, TypeVar, overload

from ..errors import StreamlitInvalidParameterTypeError
from .function import CachedFunction
from .options import Options, RefreshMode, Scope, Ttl, read_options
from .store import DATA, RESOURCES
from .work import DataWork, ResourceWork, Work

P = ParamSpec("P")
R = TypeVar("R")
Decorator = Callable[[Callable[P, R]], CachedFunction[P, R]]


class CacheData:
    """``st.cache_data``: a decorator, and the cache of all functions that it decorates."""

    @overload
    def __call__(self, func: Callable[P, R]) -> CachedFunction[P, R]: ...

    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: dict[Any, Callable[[Any], Any]] | None = None,
        scope: Scope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Decorator[..., Any]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        max_size: int | str | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        persist: Literal["disk"] | bool | None = None,
        hash_funcs: dict[Any, Callable[[Any], Any]] | None = None,
        scope: Scope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Any:
        """Keep what a function returns, so that the next call with equal arguments need not run it.

        Each caller gets a copy. The values are shared by all windows. What the function shows is shown
        again with the value. An argument whose name begins with an underscore does not count; an error
        is not kept.

        Args:
            func: The function, plain or ``async def``.
            ttl: For how long a value is good: seconds, a ``timedelta`` or text as ``"1h30m"``; None for
                ever. It does not hold for values on disk.
            max_entries: How many values are kept, from 1 on; those used longest ago go first.
            max_size: How much they may take in pickled form: bytes, or text as ``"500MB"``.
            show_spinner: Whether to show a spinner while the function runs, or its text.
            show_time: Whether the spinner shows the seconds.
            persist: ``"disk"`` or True keeps values on disk, for this user alone.
            hash_funcs: By type, or full name of a type: what to hash instead of a value of that type.
            scope: ``"global"`` or ``"session"``: whether all windows share the values.
            refresh_mode: ``"background"`` gives an expired value for some time more, while it is
                computed anew in a thread. It needs a ``ttl``.

        Returns:
            The cached function, whose ``clear`` forgets its values.

        Raises:
            StreamlitAPIException: An argument is none of what it accepts.
            UnhashableParamError: (in a call) An argument of the function can't be hashed.

        Example:
            >>> @st.cache_data(ttl="1h")
            ... def load(path):
            ...     return pandas.read_csv(path)
        """
        options = read_options(
            "cache_data",
            ttl=ttl,
            max_entries=max_entries,
            max_size=max_size,
            show_spinner=show_spinner,
            show_time=show_time,
            persist=persist,
            hash_funcs=hash_funcs,
            scope=scope,
            refresh_mode=refresh_mode,
        )
        return _decorated(func, DataWork, options)

    def clear(self) -> None:
        """Forget the values of all functions, those on disk included."""
        DATA.clear()


class CacheResource:
    """``st.cache_resource``: a decorator, and the cache of all functions that it decorates."""

    @overload
    def __call__(self, func: Callable[P, R]) -> CachedFunction[P, R]: ...

    @overload
    def __call__(
        self,
        func: None = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: dict[Any, Callable[[Any], Any]] | None = None,
        on_release: Callable[[Any], None] | None = None,
        scope: Scope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Decorator[..., Any]: ...

    def __call__(
        self,
        func: Callable[..., Any] | None = None,
        *,
        ttl: Ttl = None,
        max_entries: int | None = None,
        show_spinner: bool | str = True,
        show_time: bool = False,
        validate: Callable[[Any], bool] | None = None,
        hash_funcs: dict[Any, Callable[[Any], Any]] | None = None,
        on_release: Callable[[Any], None] | None = None,
        scope: Scope = "global",
        refresh_mode: RefreshMode = "foreground",
    ) -> Any:
        """Keep what a function makes (a connection, a model) and share it: all callers get the same object.

        It has to bear several threads, since each window has its own. What the function shows is shown
        again with each call.

        Args:
            func: The function, plain or ``async def``.
            ttl: For how long a resource is good: seconds, a ``timedelta`` or text as ``"1h30m"``.
            max_entries: How many are kept, from 1 on; those used longest ago go first.
            show_spinner: Whether to show a spinner while the function runs, or its text.
            show_time: Whether the spinner shows the seconds.
            validate: Called with a resource each time it is asked for; if it returns False, the function
                makes a new one.
            hash_funcs: By type, or full name of a type: what to hash instead of a value of that type.
            on_release: Called with a resource that is dropped, in whatever thread that happens.
            scope: ``"global"`` or ``"session"``: whether all windows share them; those of a session are
                released with its window.
            refresh_mode: ``"background"`` gives an expired resource for some time more, while another is
                made in a thread. It needs a ``ttl``.

        Returns:
            The cached function, whose ``clear`` releases its resources.

        Raises:
            StreamlitAPIException: An argument is none of what it accepts.
            UnhashableParamError: (in a call) An argument of the function can't be hashed.

        Example:
            >>> @st.cache_resource(on_release=lambda connection: connection.close())
            ... def connect(path):
            ...     return sqlite3.connect(path, check_same_thread=False)
        """
        options = read_options(
            "cache_resource",
            ttl=ttl,
            max_entries=max_entries,
            show_spinner=show_spinner,
            show_time=show_time,
            hash_funcs=hash_funcs,
            scope=scope,
            refresh_mode=refresh_mode,
            validate=validate,
            on_release=on_release,
        )
        return _decorated(func, ResourceWork, options)

    def clear(self) -> None:
        """Release the resources of all functions."""
        RESOURCES.clear()


def _decorated(func: Callable[..., Any] | None, work: type[Work], options: Options) -> Any:
    def decorate(function: Any) -> CachedFunction[Any, Any]:
        if isinstance(function, (staticmethod, classmethod)):
            function = function.__func__
        if not hasattr(function, "__code__"):
            raise StreamlitInvalidParameterTypeError(
                f"`st.{options.command}` is put on {function!r}. It accepts a function written in Python."
            )
        return CachedFunction(function, work, options)

    return decorate if func is None else decorate(func)


cache_data = CacheData()
cache_resource = CacheResource()
