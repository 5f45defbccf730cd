"""Cached functions: what ``st.cache_data`` and ``st.cache_resource`` make of a function."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import FunctionType
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from ..context import run_or_none
from ..errors import StreamlitAPIException, StreamlitValueError
from .entry import Limits
from .errors import UnhashableParamError, UnhashableTypeError, UserHashError
from .keys import Hasher, add_code, full_name
from .options import Options
from .store import Store
from .work import Work

if TYPE_CHECKING:
    from ..run import Run

P = ParamSpec("P")
R = TypeVar("R")


class CachedFunction(Generic[P, R]):
    """A function whose values are kept. It is called like the function itself."""

    def __init__(self, function: Callable[P, R], work: type[Work], options: Options) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._options = options
        self._is_async = inspect.iscoroutinefunction(function)
        if self._is_async and options.background:
            raise StreamlitValueError(
                '`refresh_mode` is "background", but the function is `async def`. It accepts: "foreground".'
            )
        self._work = work(function, options)
        self._limits: tuple[object, Limits] | None = None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        key = self._key(args, kwargs)
        run = run_or_none()
        if self._is_async:
            return cast(R, self._work.awaited(self._store(run), key, args, kwargs))
        return cast(R, self._work.value(self._store(run), key, args, kwargs))

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return self if instance is None else BoundFunction(self, instance)

    def __repr__(self) -> str:
        return f"<cached by st.{self._options.command}: {self._function!r}>"

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget the value for these arguments, or, without any, all values of this function.

        Args:
            *args: Arguments as in a call.
            **kwargs: Arguments as in a call.

        Example:
            >>> load.clear("sales.csv")
            >>> load.clear()
        """
        store = self._store(run_or_none())
        key = self._key(args, kwargs) if args or kwargs else None
        if self._options.persist:
            self._work.caches.disk.remove(store.name, key)
        store.let_go(store.empty() if key is None else store.drop(key))

    # Where the values are

    @functools.cached_property
    def _name(self) -> str:
        """The function's digest: its code and defaults, not the lines where it stands."""
        hasher = Hasher()
        function: Any = self._function
        hasher.text(f"{function.__module__}.{function.__qualname__}")
        while function is not None:
            code = getattr(function, "__code__", None)
            if code is not None:
                hasher.text(code.co_filename)
                add_code(hasher, code)
            _add_defaults(hasher, function)
            function = getattr(function, "__wrapped__", None)
        return hasher.digest().hex()

    def _store(self, run: Run | None) -> Store:
        options = self._options
        session = None
        if options.session:
            if run is None:
                raise StreamlitAPIException(
                    f'`{self._function.__name__}()` has `scope="session"` and is called where no session is '
                    "known. In a thread of your own, hand the run over with `add_script_run_ctx(thread)`.",
                    error_id="session-scoped-cache-outside-app-thread",
                )
            session = run.state
        store = self._work.caches.store(self._name, self._limits_now(run), session)
        store.release = options.release
        return store

    def _limits_now(self, run: Run | None) -> Limits:
        options = self._options
        times = 1.0
        if options.background:
            times = float(run.config.get("runner.cacheBackgroundRefreshTTLMultiplier")) if run else 2.0
        if self._limits is None or self._limits[0] != times:
            keep = None if options.ttl is None else options.ttl * max(times, 1.0)
            limits = Limits(options.ttl, keep, options.max_entries, options.max_size, options.persist)
            self._limits = (times, limits)
        return self._limits[1]

    # What it is called with

    @functools.cached_property
    def _names(self) -> tuple[str, ...]:
        """The parameters that an argument without a name may be for."""
        function: Any = self._function
        if isinstance(function, FunctionType) and not hasattr(function, "__wrapped__"):
            return function.__code__.co_varnames[: function.__code__.co_argcount]
        parameters = inspect.signature(function).parameters.values()
        kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
        return tuple(each.name for each in parameters if each.kind in kinds)

    def _key(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bytes:
        hasher = Hasher(self._options.hash_funcs, f"`{self._function.__qualname__}()`")
        names = self._names
        for number, value in enumerate(args):
            self._add(hasher, names[number] if number < len(names) else "", value)
        for name, value in kwargs.items():
            self._add(hasher, name, value)
        return hasher.digest()

    def _add(self, hasher: Hasher, name: str, value: Any) -> None:
        if name.startswith("_"):
            return
        hasher.text(name)
        try:
            hasher.add(value)
        except UserHashError:
            raise
        except UnhashableTypeError as error:
            raise self._unhashable(name, value, error) from error
        except Exception as error:
            raise self._unhashable(name, value, error) from error

    def _unhashable(self, name: str, value: Any, error: Exception) -> UnhashableParamError:
        function, kind = self._function.__name__, full_name(type(value))
        found = f"`{name}`" if name else "one without a name"
        held = f" (because of `{error}` in it)" if str(error) and str(error) != kind else ""
        other = f"_{name or 'args'}"
        return UnhashableParamError(
            f"An argument of `{function}()` can't be hashed: {found}, of type `{kind}`{held}. A cache finds "
            "a value by the arguments' content, which this type does not tell.\n\n"
            "If the value does not depend on it, begin its name with an underscore:\n\n"
            f"```\n@st.{self._options.command}\ndef {function}({other}, ...):\n    ...\n```\n\n"
            f"Otherwise say what tells it apart: `hash_funcs={{\"{kind}\": lambda value: ...}}`."
        )


class BoundFunction(Generic[R]):
    """A cached function as a method of an object."""

    def __init__(self, function: CachedFunction[Any, R], instance: object) -> None:
        functools.update_wrapper(self, function)
        self._function = function
        self._instance = instance

    def __call__(self, *args: Any, **kwargs: Any) -> R:
        return self._function(self._instance, *args, **kwargs)

    def __repr__(self) -> str:
        return f"<{self._function!r} of {self._instance!r}>"

    def clear(self, *args: Any, **kwargs: Any) -> None:
        """Forget the value for these arguments, or, without any, all values, of all objects."""
        if args or kwargs:
            self._function.clear(self._instance, *args, **kwargs)
        else:
            self._function.clear()


def _add_defaults(hasher: Hasher, function: Any) -> None:
    for default in (
        *(getattr(function, "__defaults__", None) or ()),
        *(getattr(function, "__kwdefaults__", None) or {}).items(),
    ):
        start = len(hasher.parts)
        try:
            hasher.add(default)
        except Exception:
            del hasher.parts[start:]
            hasher.text(full_name(type(default)))

