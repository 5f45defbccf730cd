from __future__ import annotations

import asyncio
import datetime as dt
import inspect
import itertools
import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

import desklit as st
from desklit.state import errors
from desklit.state.caching import errors as cache_errors
from desklit.state.caching.store import DATA, clear_all
from desklit.state.config import Config
from desklit.state.run import Run
from desklit.state.runner import Runner

from .conftest import Clock


def test_a_function_runs_once_for_equal_arguments() -> None:
    calls: list[Any] = []

    @st.cache_data
    def load(x: int, y: int = 2, *, z: int = 3, **more: int) -> int:
        calls.append((x, y, z, more))
        return x

    for _ in range(2):
        assert load(1) == load(x=1) == 1
        load(1, 2)
        load(1, y=2)
        load(1, z=4)
        load(1, _hidden=3)
        load(1, _hidden=4)
    assert calls == [(1, 2, 3, {}), (1, 2, 3, {}), (1, 2, 4, {})]


def test_each_caller_gets_a_copy_of_data_and_the_same_resource() -> None:
    @st.cache_data
    def data() -> list[int]:
        return [1]

    @st.cache_resource(show_spinner=False)
    def resource() -> list[int]:
        return [1]

    data().append(2)
    data().append(3)
    assert data() == [1]
    resource().append(2)
    assert resource() == [1, 2]


def test_underscored_arguments_do_not_count_and_methods_leave_their_object_out() -> None:
    calls: list[Any] = []

    class Source:
        @st.cache_data
        def read(_self, name: str) -> str:
            calls.append(name)
            return name

        @staticmethod
        @st.cache_data
        def fixed(name: str) -> str:
            return name

    assert Source().read("a") == Source().read("a") == Source.fixed("a")
    assert calls == ["a"]
    Source().read.clear("a")
    Source().read("a")
    assert calls == ["a", "a"]
    Source().read.clear()
    Source().read("a")
    assert len(calls) == 3


def test_clear_forgets_one_value_or_all() -> None:
    calls: list[int] = []

    @st.cache_data
    def load(x: int) -> int:
        calls.append(x)
        return x

    for clear in (lambda: load.clear(1), lambda: load.clear(x=1), load.clear, st.cache_data.clear, clear_all):
        load(1)
        clear()
        load(1)
    load.clear(7)
    load(1)
    assert calls == [1] * 6


def test_errors_are_not_kept() -> None:
    calls: list[int] = []

    @st.cache_data
    def fail() -> None:
        calls.append(1)
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            fail()
    assert len(calls) == 2


def test_a_wrong_call_says_what_python_says() -> None:
    @st.cache_data
    def load(x: int) -> int:
        return x

    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        load()  # type: ignore[call-arg]


def test_an_unhashable_argument_is_named_with_what_to_do() -> None:
    @st.cache_resource
    def load(path: str, connection: object) -> None: ...

    with pytest.raises(cache_errors.UnhashableParamError) as caught:
        load("a", threading.Lock())
    message = str(caught.value)
    assert "`connection`" in message
    assert "def load(_connection, ...)" in message
    assert 'hash_funcs={"_thread.lock"' in message


def test_hash_funcs_take_types_and_their_full_names() -> None:
    class Query:
        def __init__(self, text: str) -> None:
            self.text = text

    calls: list[str] = []
    for known in (Query, f"{Query.__module__}.{Query.__qualname__}"):

        @st.cache_data(hash_funcs={known: lambda query: query.text})
        def ask(query: Query, known: object = known) -> str:
            calls.append(query.text)
            return query.text

        ask(Query("a"))
        ask(Query("a"))
        ask(Query("b"))
    assert calls == ["a", "b", "a", "b"]


def test_values_expire(clock: Clock) -> None:
    calls: list[int] = []

    @st.cache_data(ttl=dt.timedelta(seconds=10))
    def load() -> None:
        calls.append(1)

    load()
    clock.now += 9.9
    load()
    clock.now += 0.2
    load()
    clock.now -= 500
    load()
    assert len(calls) == 3


def test_values_used_longest_ago_go_first() -> None:
    calls: list[int] = []

    @st.cache_data(max_entries=2)
    def load(x: int) -> None:
        calls.append(x)

    for x in (1, 2, 1, 3, 1, 2):
        load(x)
    assert calls == [1, 2, 3, 2]


def test_a_function_keeps_to_its_size_and_one_value_may_be_larger() -> None:
    calls: list[int] = []

    @st.cache_data(max_size=1000)
    def load(count: int) -> str:
        calls.append(count)
        return "x" * count

    for count in (400, 401, 400, 402, 401, 5000, 5000, 400, 5000):
        load(count)
    assert calls == [400, 401, 402, 401, 5000, 400, 5000]


def test_all_data_keep_to_the_budget_of_the_options(run: Run, tmp_path: Path) -> None:
    run.config = Config.load(home=tmp_path, cwd=tmp_path, env={"STREAMLIT_SERVER_MAX_CACHE_DATA_SIZE": "1kb"})
    calls: list[str] = []

    @st.cache_data
    def one(count: int) -> str:
        calls.append("one")
        return "x" * count

    @st.cache_data
    def two(count: int) -> str:
        calls.append("two")
        return "y" * count

    one(600)
    two(600)
    one(600)
    one(600)
    assert calls == ["one", "two", "one"]


def test_many_threads_compute_a_value_once() -> None:
    calls: list[int] = []
    begun, go = threading.Event(), threading.Event()

    @st.cache_data
    def load(x: int) -> list[int]:
        calls.append(x)
        begun.set()
        assert go.wait(5)
        return [x]

    found: list[list[int]] = []
    threads = [threading.Thread(target=lambda: found.append(load(1))) for _ in range(16)]
    for thread in threads:
        thread.start()
    assert begun.wait(5)
    go.set()
    for thread in threads:
        thread.join(5)
    assert calls == [1]
    assert found == [[1]] * 16
    assert len({id(each) for each in found}) == 16


def test_after_a_failure_a_waiting_thread_computes() -> None:
    begun, go = threading.Event(), threading.Event()
    calls: list[int] = []

    @st.cache_data
    def load() -> int:
        calls.append(1)
        if len(calls) == 1:
            begun.set()
            assert go.wait(5)
            raise LookupError
        return 5

    def fail() -> None:
        with pytest.raises(LookupError):
            load()

    found: list[int] = []
    first = threading.Thread(target=fail)
    second = threading.Thread(target=lambda: found.append(load()))
    first.start()
    assert begun.wait(5)
    second.start()
    go.set()
    first.join(5)
    second.join(5)
    assert found == [5]


def test_a_cached_function_may_call_itself() -> None:
    @st.cache_data
    def fib(n: int) -> int:
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    @st.cache_data
    def endless(n: int) -> int:
        return endless(n)

    assert fib(50) == 12586269025
    with pytest.raises(RecursionError):
        endless(1)


def test_async_functions_are_awaited_once() -> None:
    calls: list[int] = []

    @st.cache_data
    async def load(x: int) -> list[int]:
        calls.append(x)
        await asyncio.sleep(0)
        return [x]

    async def main() -> list[list[int]]:
        return await asyncio.gather(load(1), load(1), load(2))

    assert asyncio.run(main()) == asyncio.run(main()) == [[1], [1], [2]]
    assert calls == [1, 2]


def test_a_plain_function_must_not_return_an_awaitable() -> None:
    async def later() -> int:
        return 1

    for cache in (st.cache_data, st.cache_resource):
        with pytest.raises(cache_errors.CachedFunctionReturnedAwaitableError):
            cache(lambda: later())()


def test_data_have_to_be_picklable_and_fetched() -> None:
    with pytest.raises(cache_errors.UnserializableReturnValueError, match="cache_resource"):
        st.cache_data(lambda: threading.Lock())()
    query = type("LazyFrame", (), {"__module__": "polars.lazyframe.frame"})
    with pytest.raises(cache_errors.UnevaluatedDataFrameError):
        st.cache_data(lambda: query())()


def test_validate_and_on_release_see_the_resource() -> None:
    released: list[list[int]] = []
    valid = [True]

    @st.cache_resource(max_entries=2, on_release=released.append, validate=lambda value: valid[0])
    def connect(x: int) -> list[int]:
        return [x]

    first = connect(1)
    assert connect(1) is first
    valid[0] = False
    assert connect(1) is not first
    valid[0] = True
    assert released == []
    connect(2)
    connect(3)
    assert released == [[1]]
    connect.clear(3)
    assert released == [[1], [3]]
    connect.clear()
    assert released == [[1], [3], [2]]


def test_session_values_are_each_sessions_own_and_go_with_it(begin: Callable[..., Run]) -> None:
    released: list[str] = []

    @st.cache_resource(scope="session", on_release=released.append)
    def mine() -> str:
        return f"of {len(made)}"

    made: list[int] = []
    one = begin()
    assert mine() == "of 0"
    made.append(1)
    assert mine() == "of 0"
    begin()
    assert mine() == "of 1"
    begin(one.state)
    assert mine() == "of 0"
    listener = Mock()
    runner = Runner(one.state, one.config, listener, listener, frames=False)
    runner.worker.start()
    runner.close()
    runner.worker.join(5)
    assert released == ["of 0"]


def test_session_values_need_a_session() -> None:
    with pytest.raises(errors.StreamlitAPIException) as caught:
        st.cache_data(lambda: 1, scope="session")()
    assert caught.value.error_id == "session-scoped-cache-outside-app-thread"


def test_an_expired_value_is_refreshed_in_the_background(clock: Clock, run: Run) -> None:
    calls: list[int] = []
    done = threading.Semaphore(0)
    released: list[int] = []

    @st.cache_resource(ttl=10, refresh_mode="background", on_release=released.append)
    def load() -> int:
        calls.append(1)
        done.release()
        return len(calls)

    assert load() == 1
    clock.now += 15
    assert load() == 1
    assert done.acquire(timeout=5)
    assert done.acquire(timeout=5)
    _settle()
    assert load() == 2
    assert released == [1]
    clock.now += 25
    assert load() == 3
    assert len(calls) == 3


def test_a_failed_refresh_keeps_the_old_value(clock: Clock, run: Run, caplog: Any) -> None:
    calls: list[int] = []

    @st.cache_data(ttl=10, refresh_mode="background")
    def load() -> int:
        calls.append(1)
        if len(calls) > 1:
            raise ValueError("no network")
        return 1

    load()
    clock.now += 15
    with caplog.at_level(logging.WARNING):
        assert load() == 1
        _settle()
    assert load() == 1
    _settle()
    assert len(calls) == 2
    assert "no network" in caplog.text
    clock.now += 10
    with pytest.raises(ValueError, match="no network"):
        load()


def _settle() -> None:
    for thread in threading.enumerate():
        if thread.name == "desklit-refresh":
            thread.join(5)


def test_the_function_is_known_by_its_code_not_by_its_lines() -> None:
    calls: list[str] = []

    def compiled(source: str) -> Any:
        space: dict[str, Any] = {"st": st, "calls": calls, "__name__": "app"}
        exec(compile(source, "/app.py", "exec"), space)
        return space["f"]

    first = "@st.cache_data\ndef f(x, y=1):\n    calls.append('a')\n"
    for source in (first, "# moved\n\n" + first, first.replace("y=1", "y=2"), first.replace("'a'", "'b'")):
        compiled(source)(1)
    assert calls == ["a", "a", "b"]


def test_other_limits_mean_another_cache_and_old_ones_do_not_pile_up() -> None:
    calls: list[int] = []

    def load() -> None:
        calls.append(1)

    for ttl in range(100, 120):
        st.cache_data(load, ttl=ttl)()
    st.cache_data(load, ttl=119)()
    assert len(calls) == 20
    assert len(DATA._shared) <= 4


def test_a_cached_function_looks_like_the_function() -> None:
    def load(x: int) -> int:
        """Loads."""
        return x

    cached = st.cache_data(load)
    assert (cached.__name__, cached.__doc__, cached.__wrapped__) == ("load", "Loads.", load)  # type: ignore[attr-defined]
    assert str(inspect.signature(cached)) == str(inspect.signature(load))
    assert st.cache_data(func=load, ttl=3)(2) == 2
    assert st.cache_data(ttl="1h")(load)(2) == 2


WRONG = [
    ({"ttl": "bad"}, errors.StreamlitBadTimeStringError),
    ({"ttl": [1]}, TypeError),
    ({"max_entries": 0}, errors.StreamlitValueError),
    ({"max_entries": "3"}, errors.StreamlitInvalidParameterTypeError),
    ({"max_size": 0}, errors.StreamlitValueError),
    ({"max_size": "5"}, errors.StreamlitValueError),
    ({"max_size": True}, errors.StreamlitInvalidParameterTypeError),
    ({"max_size": 1.5}, errors.StreamlitInvalidParameterTypeError),
    ({"persist": "x"}, errors.StreamlitValueError),
    ({"scope": "x"}, errors.StreamlitValueError),
    ({"hash_funcs": 3}, errors.StreamlitInvalidParameterTypeError),
    ({"refresh_mode": "x"}, errors.StreamlitValueError),
    ({"refresh_mode": "background"}, errors.StreamlitMissingRequiredParameterError),
    ({"refresh_mode": "background", "ttl": 0}, errors.StreamlitValueError),
    ({"refresh_mode": "background", "ttl": 1, "persist": True}, errors.StreamlitIncompatibleParametersError),
]


@pytest.mark.parametrize(("arguments", "error"), WRONG)
def test_wrong_arguments_are_refused(arguments: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        st.cache_data(**arguments)(lambda: 1)
    assert any(name in str(caught.value) for name in (*arguments, "span of time"))


def test_wrong_callbacks_and_functions_are_refused() -> None:
    async def later(value: object) -> bool:
        return True

    for name in ("validate", "on_release"):
        with pytest.raises(errors.StreamlitAPIException, match=name):
            st.cache_resource(**{name: later})
        with pytest.raises(errors.StreamlitInvalidParameterTypeError, match=name):
            st.cache_resource(**{name: 3})
    for wrong in (3, "x", len, int):
        with pytest.raises(errors.StreamlitInvalidParameterTypeError):
            st.cache_data(wrong)
    with pytest.raises(errors.StreamlitValueError):
        st.cache_data(ttl=1, refresh_mode="background")(later)


def test_a_resource_that_has_expired_is_released_when_it_is_made_anew(clock: Clock) -> None:
    released: list[int] = []
    made = itertools.count(1)

    @st.cache_resource(ttl=10, on_release=released.append)
    def resource() -> int:
        return next(made)

    assert resource() == 1
    clock.now += 11
    assert resource() == 2
    assert released == [1]
