"""Threads that a script starts: where their commands land, and what becomes of them afterwards."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import desklit as st
from desklit.desktop.testing import AppTest
from desklit.state.config import Config
from desklit.state.context import RerunRequest, RunInterrupted, StopRun, enter_run, run_or_none
from desklit.state.run import Run
from desklit.state.session_state import SessionState
from desklit.state.threads import OwnThread, install, is_guest


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    install()
    state = SessionState()
    state.begin_run()
    made = Run(1, state, Config.load(home=tmp_path, cwd=tmp_path, env={}))
    enter_run(made)
    yield made
    enter_run(None)


def in_thread(work: Callable[[], object]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def said(run: Run) -> list[str]:
    return [getattr(node.element, "body", node.element.kind) for node in run.main.node.walk()][1:]


def test_a_thread_writes_where_it_was_started_or_where_it_says(run):
    other = st.container()
    with st.container():
        in_thread(lambda: (st.text("here"), other.text("there"), st.sidebar.text("aside")))
        in_thread(lambda: other.__enter__().text("within"))
        st.text("still here")
    assert said(run) == ["flex_container", "there", "within", "flex_container", "here", "still here"]
    assert [node.element.kind for node in run.regions["sidebar"].node.walk()] == ["region", "text"]


def test_tasks_of_a_pool_belong_to_the_run_that_submits_them(run, tmp_path):
    other = Run(2, SessionState(), run.config)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(run_or_none).result(5) is run
        enter_run(other)
        assert pool.submit(run_or_none).result(5) is other
        assert list(pool.map(lambda _: is_guest(), range(2))) == [True, True]
        enter_run(None)
    assert not is_guest()


def test_threads_of_threads_and_of_subclasses_belong_to_the_run_too(run):
    class Own(threading.Thread):
        def run(self) -> None:
            in_thread(lambda: st.text("deep"))

    thread = Own()
    thread.start()
    thread.join(10)
    timer = threading.Timer(0, st.text, ["timer"])
    timer.start()
    timer.join(10)
    assert said(run) == ["deep", "timer"]


def test_desklits_own_threads_are_no_guests(run):
    found = []
    thread = OwnThread(target=lambda: found.append((run_or_none(), is_guest())))
    thread.start()
    thread.join(10)
    assert found == [(None, False)]


def test_outside_of_runs_threads_are_as_ever(run):
    enter_run(None)
    found = []
    in_thread(lambda: found.append(run_or_none()))
    assert found == [None]


def test_a_guest_is_not_interrupted_by_the_end_of_its_run(run):
    def work() -> None:
        run.stop_requested = True
        st.text("still")

    in_thread(work)
    assert said(run) == ["still"]
    with pytest.raises(RunInterrupted):
        st.text("never")


def test_stop_in_a_thread_ends_the_thread_alone(run):
    reached = []

    def work() -> None:
        st.text("before")
        st.stop()
        reached.append(1)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        in_thread(work)
    st.text("after")
    assert (said(run), reached) == (["before", "after"], [])


def test_a_wish_to_rerun_is_passed_on_and_a_task_gives_it_to_who_waits(run):
    wishes: list[RerunRequest] = []
    run.on_wish = wishes.append
    in_thread(st.rerun)
    assert len(wishes) == 1
    with ThreadPoolExecutor(1) as pool, pytest.raises(StopRun):
        pool.submit(st.stop).result(5)


def test_what_is_written_after_the_run_is_told_and_after_the_next_goes_nowhere(run):
    told = []
    run.on_late_write = lambda: told.append(1)
    box = st.container()
    go, gone = threading.Event(), threading.Event()

    def work() -> None:
        go.wait(10)
        box.text("late")
        gone.set()
        go.clear()
        go.wait(10)
        inner = box.container()
        inner.text("lost")
        with inner:
            assert st.slider("lost", 1, 9, 3, key="lost") == 3
        st.session_state.kept = 5

    thread = threading.Thread(target=work)
    thread.start()
    run.end()
    go.set()
    assert gone.wait(10)
    while go.is_set():
        pass
    assert (said(run), told) == (["flex_container", "late"], [1])
    run.retire()
    go.set()
    thread.join(10)
    assert (said(run), told) == (["flex_container", "late"], [1])
    assert ("kept" in run.state, "lost" in run.state) == (True, False)


def test_an_old_container_in_a_new_run_takes_what_is_written_and_shows_nothing():
    app = AppTest.from_string(
        "import streamlit as st\n"
        "place = st.session_state.setdefault('place', st.empty())\n"
        "st.button('again')\n"
        "place.text('old')\n"
    ).run()
    assert [text.value for text in app.text] == ["old"]
    app.button[0].click().run()
    assert not app.exception
    assert not app.text


def app_of(body: str) -> AppTest:
    return AppTest.from_string("import asyncio, threading\nimport streamlit as st\n" + body).run()


def test_a_script_may_run_tasks():
    app = app_of(
        "async def part(name):\n"
        "    with st.container():\n"
        "        st.text(name); await asyncio.sleep(0.01); st.text(name * 2)\n"
        "async def main():\n"
        "    await asyncio.gather(part('a'), part('b'))\n"
        "    st.text(await asyncio.to_thread(lambda: st.session_state.setdefault('x', 'from a thread')))\n"
        "asyncio.run(main())\n"
    )
    assert not app.exception
    assert sorted(text.value for text in app.text) == ["a", "aa", "b", "bb", "from a thread"]


def test_a_callback_may_be_async():
    app = app_of(
        "async def add(n):\n"
        "    await asyncio.sleep(0)\n"
        "    st.session_state.n = st.session_state.get('n', 0) + n\n"
        "st.button('add', on_click=add, args=(2,))\n"
        "st.text(st.session_state.get('n', 0))\n"
    )
    app.button[0].click().run()
    assert not app.exception
    assert app.text[0].value == "2"


def test_an_error_in_an_async_callback_is_the_scripts():
    app = app_of(
        "async def fail():\n"
        "    raise ValueError('in a task')\n"
        "st.button('fail', on_click=fail)\n"
    )
    app.button[0].click().run()
    assert [error.message for error in app.exception] == ["in a task"]


def test_the_modules_of_the_run_context_are_found_under_streamlits_names():
    app = app_of(
        "from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx\n"
        "from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext\n"
        "ctx = get_script_run_ctx()\n"
        "found = []\n"
        "thread = threading.Thread(target=lambda: found.append(get_script_run_ctx() == ctx))\n"
        "add_script_run_ctx(thread, ctx)\n"
        "thread.start(); thread.join()\n"
        "st.text(str([isinstance(ctx, ScriptRunContext), *found]))\n"
    )
    assert not app.exception
    assert [text.value for text in app.text] == ["[True, True]"]


def test_one_failing_thread_does_no_harm_to_the_script(run, monkeypatch):
    told: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_type))
    in_thread(lambda: st.columns(0))
    st.text("on")
    assert (said(run), len(told)) == (["on"], 1)
