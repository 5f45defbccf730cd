from __future__ import annotations

import itertools
import threading

import pytest

import desklit as st
from desklit.state import errors
from desklit.state.diff import diff
from desklit.state.tree import empty_screen
from desklit.widgets import spinner as module
from desklit.widgets.spinner import _duration


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(module, "DELAY", 0)


def wait_for(condition):
    waiting = threading.Event()
    for _ in range(500):
        if condition():
            return
        waiting.wait(0.01)
    raise AssertionError("it did not come true")


def test_what_is_over_soon_shows_no_spinner(run, elements, monkeypatch):
    monkeypatch.setattr(module, "DELAY", 60)
    with st.spinner("a"):
        assert elements() == []
    assert elements() == []


def test_a_spinner_is_there_while_the_block_runs(run, elements, quick):
    with st.spinner("**a**", show_time=True):
        wait_for(elements)
        shown = elements()[0]
        assert (shown.kind, shown.value, shown.width) == ("spinner", "**a**", "content")
        assert shown.started > 0
        st.text("within")
    assert [e.kind for e in elements()] == ["text"]


def test_an_error_takes_the_spinner_away(run, elements, quick):
    def fail():
        wait_for(elements)
        raise ValueError("x")

    with pytest.raises(ValueError, match="x"), st.spinner():
        fail()
    assert elements() == []


def test_in_a_placeholder_what_was_there_comes_back(run, elements, quick):
    place = st.empty()
    with place, st.spinner("a"):
        wait_for(lambda: elements()[0].kind == "spinner")
    assert [e.kind for e in elements()] == ["empty"]
    with place, st.spinner("a"):
        wait_for(lambda: elements()[0].kind == "spinner")
        place.text("done")
    assert [e.kind for e in elements()] == ["text"]


def test_a_function_can_be_decorated(run, elements, quick):
    @st.spinner("a")
    def work():
        wait_for(elements)
        return 3

    assert work() == 3
    assert elements() == []


def test_a_wrong_width_is_refused(run):
    with pytest.raises(errors.StreamlitInvalidWidthError), st.spinner(width="x"):
        pass


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(3.21, "3.2 seconds"), (61, "1 minute, 1.0 seconds"), (7322, "2 hours, 2 minutes, 2.0 seconds")],
)
def test_time_is_told_to_a_tenth_of_a_second(seconds, text):
    assert _duration(seconds) == text


def test_the_circle_turns_and_the_time_runs(run, show, quick, elements, qtbot):
    with st.spinner("Reading", show_time=True):
        wait_for(elements)
        view = show(run).items[0]
    assert view.ring.is_turning
    before = view.time.text()
    qtbot.waitUntil(lambda: view.time.text() != before)
    view.discard()


def test_on_screen_it_goes_although_the_run_goes_on(run, quick, elements):
    numbers = itertools.count(10)
    with st.spinner("a"):
        wait_for(elements)
        screen, _ = diff(empty_screen(), run.tree, lambda: next(numbers), partial=True)
    _, patch = diff(screen, run.tree, lambda: next(numbers), partial=True)
    assert [(op.removed, op.items) for op in patch.operations] == [(1, ())]
    assert not patch.stale
