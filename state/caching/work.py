"""How a cached value comes about: from the store, by waiting for who computes it, or by computing it."""

from __future__ import annotations

import asyncio
import inspect
import logging
import pickle
from collections.abc import Callable
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import AbstractContextManager, nullcontext
from typing import Any, cast

from ..context import enter_run, entered, recorders, run_or_none
from .entry import Entry, Flight
from .errors import (
    CachedFunctionReturnedAwaitableError,
    CachedStFunctionInBackgroundModeWarning,
    UnevaluatedDataFrameError,
    UnserializableReturnValueError,
)
from .options import Options, size_in_bytes
from .refresh import REFRESHER
from .replay import Handles, Recorder, is_recording, show_again
from .store import DATA, RESOURCES, Caches, Store, clock

_log = logging.getLogger("desklit.caching")

_PATIENCE = 0.05  # seconds between two looks at whether a waiting run is still wanted
_COOLING = 5.0  # seconds after a refresh failed in which none is tried
_UNCHANGING = frozenset({type(None), bool, int, float, complex, str, bytes})
_QUERIES = (
    ("snowflake.snowpark.", ("DataFrame", "Table", "Series")),
    ("pyspark.", ("DataFrame", "Series")),
    ("modin.", ("DataFrame", "Series")),
    ("dask.", ("DataFrame", "Series", "Index")),
    ("polars.lazyframe.", ("LazyFrame",)),
    ("duckdb", ("DuckDBPyRelation",)),
    ("_duckdb", ("DuckDBPyRelation",)),
)


class Work:
    """What both decorators do alike.

    Args:
        function: The script's function.
        options: What its decorator was given.
    """

    caches: Caches

    def __init__(self, function: Callable[..., Any], options: Options) -> None:
        self.function = function
        self.options = options

    # What the two do each in its own way

    def pack(self, value: Any, recorder: Recorder) -> Entry:
        """What is kept of a value."""
        raise NotImplementedError

    def unpack(self, entry: Entry) -> Any:
        """What a caller gets of it."""
        raise NotImplementedError

    def is_valid(self, entry: Entry) -> bool:
        """Whether the script still wants the value."""
        return True

    # Calls

    def value(self, store: Store, key: bytes, args: Any, kwargs: Any) -> Any:
        """The value for a call of a plain function."""
        caller = object()
        # All of it is guarded: *Stop* may strike anywhere, and others would wait for ever.
        try:
            while True:
                found = store.claim(key, caller)
                if found is None:
                    kept = self._kept(store, key)
                    return self._compute(store, key, args, kwargs) if kept is None else self._show(kept)
                if isinstance(found, Entry):
                    if self.is_valid(found):
                        self._refresh_if_old(store, key, found, args, kwargs)
                        return self._show(found)
                    store.drop(key)
                elif is_recording((store, key)):
                    return self.function(*args, **kwargs)
                else:
                    _wait(found)
        finally:
            store.land(key, caller)

    async def awaited(self, store: Store, key: bytes, args: Any, kwargs: Any) -> Any:
        """The value for a call of an ``async def``."""
        caller = object()
        try:
            while True:
                found = store.claim(key, caller)
                if found is None:
                    kept = self._kept(store, key)
                    if kept is not None:
                        return self._show(kept)
                    with self._spinner(), Recorder((store, key)) as recorder:
                        value = await self.function(*args, **kwargs)
                    return self._keep(store, key, value, recorder)
                if isinstance(found, Entry):
                    if self.is_valid(found):
                        return self._show(found)
                    store.drop(key)
                elif is_recording((store, key)):
                    return await self.function(*args, **kwargs)
                else:
                    await asyncio.shield(asyncio.wrap_future(found))
        finally:
            store.land(key, caller)

    def _compute(self, store: Store, key: bytes, args: Any, kwargs: Any) -> Any:
        with self._spinner(), Recorder((store, key)) as recorder:
            value = self.function(*args, **kwargs)
            self._check_returned(value)
        return self._keep(store, key, value, recorder)

    def _keep(self, store: Store, key: bytes, value: Any, recorder: Recorder) -> Any:
        entry = self.pack(value, recorder)
        if self.options.background:
            self._warn_of_outputs(entry)
        gone = store.put(key, entry)
        if self.options.persist:
            self._write(store, key, entry)
        store.let_go(gone)
        self._keep_budget()
        return value

    def _show(self, entry: Entry) -> Any:
        value = self.unpack(entry)
        if not entry.outputs and not isinstance(value, Handles):
            return value
        made = show_again(entry.outputs, self.function.__name__, self.options.command)
        return value.of(made) if isinstance(value, Handles) else value

    def _spinner(self) -> AbstractContextManager[Any]:
        """A spinner, unless the call is part of another cached function, which shows its own."""
        text = self.options.spinner
        run = run_or_none()
        if text is False or run is None or recorders.get():
            return nullcontext()
        if text is True:
            text = f"Running `{self.function.__name__}(…)` …"
        stack = entered.get()
        place: Any = stack[-1] if stack else run.main
        shown = place.spinner(text, show_time=self.options.show_time, _cache=True)
        return cast("AbstractContextManager[Any]", shown)

    def _check_returned(self, value: Any) -> None:
        if inspect.isawaitable(value):
            if inspect.iscoroutine(value):
                value.close()
            raise CachedFunctionReturnedAwaitableError(
                f"`{self.function.__name__}()` returned an awaitable, which can be awaited only once and so "
                "is not fit for a cache. Declare the function `async def` and await within it; then its "
                "result is cached."
            )

    # On disk

    def _kept(self, store: Store, key: bytes) -> Entry | None:
        """A value from disk, if it is there."""
        content = self.caches.disk.read(store.name, key) if self.options.persist else None
        if content is None:
            return None
        try:
            entry = pickle.loads(content)
        except Exception:  # the classes of what it holds may have changed
            _log.info("A value of %s() on disk fits this version no more", self.function.__name__)
            return None
        if type(entry) is not Entry:
            return None
        store.let_go(store.put(key, entry))
        return entry

    def _write(self, store: Store, key: bytes, entry: Entry) -> None:
        try:
            content = pickle.dumps(entry, 5)
        except Exception as error:
            _log.warning("What %s() shows can't be kept on disk: %s", self.function.__name__, error)
            return
        self.caches.disk.write(store.name, key, content)

    # In the background

    def _refresh_if_old(self, store: Store, key: bytes, entry: Entry, args: Any, kwargs: Any) -> None:
        ttl = self.options.ttl
        if not self.options.background or ttl is None or 0 <= clock() - entry.stored < ttl:
            return
        run = run_or_none()
        limit = int(run.config.get("runner.cacheBackgroundRefreshMaxWorkers")) if run else 4

        def refresh() -> None:
            enter_run(None if run is None else run.aside())
            try:
                self._refresh(store, key, entry, args, kwargs)
            finally:
                store.land(key, refresh)
                enter_run(None)

        if not store.claim_refresh(key, refresh):
            return
        try:
            REFRESHER.submit(refresh, limit)
        except RuntimeError:  # no thread to be had; the value is computed in the foreground when it is due
            store.land(key, refresh)

    def _refresh(self, store: Store, key: bytes, before: Entry, args: Any, kwargs: Any) -> None:
        try:
            with Recorder((store, key)) as recorder:
                value = self.function(*args, **kwargs)
                self._check_returned(value)
            entry = self.pack(value, recorder)
            entry.outputs = ()
            store.let_go([before] if store.replace(key, entry, before) else [entry])
        except BaseException as error:
            store.cooling[key] = clock() + _COOLING
            _log.warning("%s() failed in the background: %r", self.function.__name__, error)

    def _warn_of_outputs(self, entry: Entry) -> None:
        run = run_or_none()
        if entry.outputs and run is not None:
            stack = entered.get()
            place: Any = stack[-1] if stack else run.main
            place.exception(
                CachedStFunctionInBackgroundModeWarning(
                    f"`{self.function.__name__}()` shows something and is refreshed in the background, where "
                    "there is no page. What it shows is seen only when it runs in the foreground. Let it "
                    "return what is to be shown, and show it outside."
                )
            )
        entry.outputs = ()

    def _keep_budget(self) -> None:
        """Nothing; only data have a size."""


class DataWork(Work):
    """Keeps pickled values and gives each caller a copy."""

    caches = DATA

    def pack(self, value: Any, recorder: Recorder) -> Entry:
        kind = type(value)
        if any(kind.__module__.startswith(start) and kind.__name__ in names for start, names in _QUERIES):
            raise UnevaluatedDataFrameError(
                f"`{self.function.__name__}()` returns a `{kind.__module__}.{kind.__name__}`, which is a "
                "query and not its result. Let it fetch the result, for example as a pandas DataFrame, or "
                "use `st.cache_resource`."
            )
        outputs, _ = recorder.outputs()
        try:
            content = pickle.dumps(value, 5)
        except Exception as error:
            raise UnserializableReturnValueError(
                f"`{self.function.__name__}()` returned a `{kind.__qualname__}`, which can't be pickled "
                f"({error}). `st.cache_data` keeps values in pickled form, so that each caller gets a copy. "
                "Return plain data, or use `st.cache_resource` for what is to be shared as it is."
            ) from error
        if kind in _UNCHANGING:
            return Entry(value, size=len(content), outputs=outputs)
        return Entry(content, pickled=True, size=len(content), outputs=outputs)

    def unpack(self, entry: Entry) -> Any:
        return pickle.loads(entry.value) if entry.pickled else entry.value

    def _keep_budget(self) -> None:
        run = run_or_none()
        budget = None if run is None else run.config.get("server.maxCacheDataSize")
        if budget:
            self.caches.shrink_to(size_in_bytes(budget, "server.maxCacheDataSize"))


class ResourceWork(Work):
    """Keeps the values themselves, which all callers share."""

    caches = RESOURCES

    def pack(self, value: Any, recorder: Recorder) -> Entry:
        outputs, returned = recorder.outputs(value)
        return Entry(returned, outputs=outputs)

    def unpack(self, entry: Entry) -> Any:
        return entry.value

    def is_valid(self, entry: Entry) -> bool:
        validate = self.options.validate
        return validate is None or bool(validate(entry.value))


def _wait(flight: Flight) -> None:
    """Wait for another thread's computation, as long as the waiting run is wanted."""
    run = run_or_none()
    while True:
        try:
            flight.result(_PATIENCE)
        except FutureTimeout:
            if run is not None:
                run.checkpoint()
        else:
            return

