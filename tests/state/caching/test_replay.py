from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import desklit as st
from desklit.state.caching.errors import CacheReplayClosureError
from desklit.state.context import RunInterrupted
from desklit.state.run import Run

Texts = Callable[..., list[str]]


def test_what_a_function_shows_is_shown_again_where_it_is_called(
    begin: Callable[..., Run], texts: Texts
) -> None:
    @st.cache_data
    def show(x: int) -> int:
        st.text(f"drawn {x}")
        with st.expander("more"):
            st.text("inside")
        one, two = st.columns(2)
        two.text("right")
        one.text("left")
        st.sidebar.text("side")
        place = st.empty()
        place.text("1")
        place.text("2")
        return x

    first = begin()
    show(1)
    second = begin()
    assert show(1) == 1
    assert texts(second) == texts(first)
    assert texts(second, "sidebar") == ["side"]
    third = begin()
    with st.container():
        show(1)
    assert texts(third)[1:] == texts(first)
    with st.sidebar:
        show(1)
    assert texts(third, "sidebar").count("side") == 2
    assert texts(third, "sidebar").count("drawn 1") == 1


def test_what_nested_functions_show_belongs_to_both(begin: Callable[..., Run], texts: Texts) -> None:
    @st.cache_data
    def inner() -> None:
        st.text("inner")

    @st.cache_data
    def outer() -> None:
        st.text("outer")
        inner()

    for _ in range(2):
        run = begin()
        inner()
        outer()
        outer()
        assert texts(run) == ["inner", "outer", "inner", "outer", "inner"]


def test_a_container_from_outside_can_not_be_written_to_again(begin: Callable[..., Run]) -> None:
    begin()
    place = st.container()

    @st.cache_data
    def show() -> None:
        place.text("outside")

    show()
    begin()
    with pytest.raises(CacheReplayClosureError, match="show"):
        show()


def test_returned_containers_are_those_of_the_present_run(begin: Callable[..., Run], texts: Texts) -> None:
    @st.cache_resource
    def columns() -> Any:
        return st.columns(2)

    @st.cache_resource
    def box() -> Any:
        return st.container()

    for _ in range(2):
        run = begin()
        columns()[1].text("right")
        box().text("in the box")
        assert {"right", "in the box"} <= set(texts(run))


def test_in_a_placeholder_the_last_thing_counts(begin: Callable[..., Run], texts: Texts) -> None:
    @st.cache_data
    def show() -> None:
        st.text("1")
        st.text("2")

    for _ in range(2):
        run = begin()
        with st.empty():
            show()
        assert texts(run) == ["2"]


def test_toasts_come_up_each_time(begin: Callable[..., Run]) -> None:
    @st.cache_data
    def say() -> None:
        st.toast("hello")

    run = begin()
    say()
    say()
    first, second = (node.element for node in run.regions["event"].node.children or ())
    assert first.identity != second.identity


def test_a_widget_is_shown_with_a_warning(begin: Callable[..., Run]) -> None:
    @st.cache_data
    def ask() -> bool:
        return bool(st.checkbox("Sure?"))

    for _ in range(2):
        run = begin()
        ask()
        kinds = [node.element.kind for node in run.main.node.children or ()]
        assert kinds == ["exception", "checkbox"]


def test_functions_refreshed_in_the_background_show_nothing_again(
    begin: Callable[..., Run], texts: Texts
) -> None:
    @st.cache_data(ttl=10, refresh_mode="background")
    def show() -> None:
        st.text("seen once")

    run = begin()
    show()
    assert "seen once" in texts(run)
    assert "exception" in texts(run)
    run = begin()
    show()
    assert texts(run) == []


def test_an_interrupted_function_is_not_kept(begin: Callable[..., Run], texts: Texts) -> None:
    calls: list[int] = []

    @st.cache_data
    def show() -> None:
        calls.append(1)
        if len(calls) == 1:
            run.stop_requested = run.halted = True
        st.text("one")

    run = begin()
    with pytest.raises(RunInterrupted):
        show()
    assert run.recording == 0
    begin()
    show()
    show()
    assert len(calls) == 2


def test_a_long_function_shows_a_spinner(begin: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    from desklit.widgets import spinner

    monkeypatch.setattr(spinner, "DELAY", 0.0)
    seen: list[Any] = []

    def load(run: Run) -> None:
        for _ in range(500):
            if run.main.node.children:
                break
            threading_pause()
        seen.append([node.element for node in run.main.node.children or ()])

    def threading_pause() -> None:
        import threading

        threading.Event().wait(0.01)

    run = begin()
    st.cache_data(lambda: load(run), show_spinner="Reading …", show_time=True)()
    assert [element.text for element in seen[0]] == ["Reading …"]
    assert seen[0][0].started
    assert run.main.node.children == []
