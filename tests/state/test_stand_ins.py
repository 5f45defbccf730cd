from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any, cast

import pytest

from desklit.state.context import current_run, enter_run
from desklit.state.errors import NoSessionContext, StreamlitAPIException, UnsupportedCommandError
from desklit.state.run import Run
from desklit.state.stand_ins import (
    Refusal,
    RerunData,
    add_script_run_ctx,
    get_logger,
    get_script_run_ctx,
    runtime_exists,
    start_streamlit,
)


@pytest.fixture
def run() -> Iterator[Run]:
    run = cast(Run, SimpleNamespace(state=SimpleNamespace(session_id="abc"), main=None))
    enter_run(run)
    yield run
    enter_run(None)


def test_the_context_is_that_of_the_run(run: Run) -> None:
    ctx = get_script_run_ctx()
    assert ctx is not None
    assert ctx == get_script_run_ctx()
    assert ctx.session_id == "abc"
    with pytest.raises(AttributeError, match=r"`cursors`.*yet"):
        getattr(ctx, "cursors")  # noqa: B009


def test_without_a_run_there_is_no_context_and_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    assert get_script_run_ctx(suppress_warning=True) is None
    assert not caplog.records
    assert get_script_run_ctx() is None
    assert "MainThread" in caplog.text


def test_a_thread_that_was_started_outside_can_be_given_a_run_from_within_and_from_outside(run: Run) -> None:
    ctx = get_script_run_ctx()
    enter_run(None)
    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(NoSessionContext):
            pool.submit(current_run).result(5)
        pool.submit(add_script_run_ctx, None, ctx).result(5)
        assert pool.submit(current_run).result(5) is run
    with ThreadPoolExecutor(1) as pool:
        thread = pool.submit(threading.current_thread).result(5)
        add_script_run_ctx(thread, ctx)
        assert pool.submit(current_run).result(5) is run


def test_a_thread_that_is_given_a_run_belongs_to_that_one(run: Run) -> None:
    found: list[Any] = []
    given = threading.Thread(target=lambda: found.append(current_run()))
    assert add_script_run_ctx(given) is given
    enter_run(None)
    given.start()
    given.join()
    assert found == [run]


def test_a_thread_is_handed_back_unchanged_where_there_is_no_run() -> None:
    thread = threading.Thread()
    assert add_script_run_ctx(thread) is thread
    assert add_script_run_ctx() is threading.current_thread()


def test_the_app_exists_and_streamlits_server_does_not() -> None:
    assert runtime_exists()
    with pytest.raises(StreamlitAPIException, match=r"desklit APP\.py"):
        start_streamlit("app.py", "", [], {})


def test_rerun_data_asks_for_no_other_page() -> None:
    RerunData()
    RerunData(widget_states=None)
    with pytest.raises(UnsupportedCommandError, match="switch_page"):
        RerunData(page_script_hash="abc")


def test_a_refused_name_can_be_annotated_with_and_never_used() -> None:
    refused: Any = Refusal("thing")
    assert refused | None == Any
    assert None | refused == Any
    assert not isinstance(5, refused)
    assert not issubclass(int, refused)
    assert not hasattr(refused, "__wrapped__")
    for use in (refused, lambda: refused.part):
        with pytest.raises(UnsupportedCommandError, match="thing"):
            use()


def test_loggers_write_to_the_console_once(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        get_logger("desklit_test_logger").info("hello")
    logging.getLogger("desklit_test_logger").debug("quiet")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("INFO desklit_test_logger: hello")
