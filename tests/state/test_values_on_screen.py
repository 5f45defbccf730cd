"""What the session makes of values that a widget can't show, and of changes that a run does not want."""

from __future__ import annotations

from typing import Any

import pytest

from desklit.state.pages import Visit
from desklit.state.query_params import QueryForm
from desklit.state.session_state import SessionState
from desklit.state.widget import Callback, Change, WidgetSpec

ID = ("text_input", "t")


def wire(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def text(**more: Any) -> WidgetSpec:
    return WidgetSpec(id=ID, key="t", default="", wire=wire, **more)


def button(**more: Any) -> WidgetSpec:
    return WidgetSpec(id=("button", "b"), key="b", default=False, trigger=True, settable=False, **more)


def shows(state: SessionState, spec: WidgetSpec, *changes: Change, **stored: Any) -> Any:
    """The widget's value in a run that stores something first; an exception ends the run."""
    state.begin_run()
    for changed in state.apply(changes):
        assert changed.callback is not None
        changed.callback()
    for key, value in stored.items():
        state[key] = value
    try:
        value = state.register(spec).value
    except Exception:
        state.finish_run(completed=False)
        raise
    state.finish_run(completed=True)
    return value


@pytest.fixture
def state() -> SessionState:
    return SessionState()


def test_what_a_widget_can_not_show_is_refused_in_the_run_that_stores_it(state: SessionState) -> None:
    with pytest.raises(TypeError):
        shows(state, text(), t=3)
    assert shows(state, text()) == 3
    assert shows(state, text()) == ""  # what is on screen comes back


def test_what_was_kept_before_the_widget_was_made_is_refused_in_each_run(state: SessionState) -> None:
    state.begin_run()
    state["t"] = 3
    state.finish_run(completed=True)
    for _ in range(2):
        with pytest.raises(TypeError):
            shows(state, text())
    assert state["t"] == 3


def test_a_widget_that_outlives_its_absence_is_refused_until_it_is_on_screen(state: SessionState) -> None:
    assert shows(state, text(persist="session")) == ""
    with pytest.raises(TypeError):
        shows(state, text(persist="session"), t=3)
    with pytest.raises(TypeError):
        shows(state, text(persist="session"))
    assert shows(state, text(persist="session"), t="ok") == "ok"
    assert shows(state, text(persist="session")) == "ok"


def test_what_a_test_sets_and_a_widget_can_not_show_gives_way_to_what_is_on_screen(
    state: SessionState,
) -> None:
    shows(state, text())
    shows(state, text(), Change(ID, "typed"))
    state.preset("t", 3)
    assert shows(state, text()) == "typed"


def test_what_is_set_from_outside_for_a_button_on_screen_is_not_seen(state: SessionState) -> None:
    shows(state, button())
    state.preset("b", "set")
    assert shows(state, button()) is False


def test_bounds_are_asked_of_what_is_new_alone(state: SessionState) -> None:
    asked: list[Any] = []
    shows(state, text(check=asked.append), t="a")
    shows(state, text(check=asked.append))
    shows(state, text(check=asked.append), Change(ID, "b"))
    assert asked == ["a"]


def test_a_change_is_dropped_by_the_run_that_disables_its_widget(state: SessionState) -> None:
    heard: list[Any] = []
    callback = Callback(lambda: heard.append(state["t"]))
    shows(state, text(callback=callback), t="first")
    shows(state, text(callback=callback))
    assert shows(state, text(callback=callback, disabled=True), Change(ID, "typed")) == "first"
    assert heard == ["typed"]
    assert shows(state, text()) == "first"


def test_a_click_is_dropped_by_the_run_that_disables_its_button(state: SessionState) -> None:
    shows(state, button())
    assert shows(state, button(disabled=True), Change(("button", "b"), True)) is False
    assert state["b"] is False
    assert shows(state, button(), Change(("button", "b"), True)) is True


def test_a_deleted_key_is_its_widgets_again_once_the_widget_is_made(state: SessionState) -> None:
    shows(state, text())
    state.begin_run()
    state.register(text())
    del state["t"]
    state.finish_run(completed=True)
    state.begin_run()
    state.apply([Change(ID, "typed")])
    assert "t" not in state
    assert state.register(text()).value == "typed"
    assert state["t"] == "typed"


def test_a_value_that_can_not_be_written_leaves_its_query_parameter(state: SessionState) -> None:
    spec = text(query=QueryForm(lambda texts: texts[-1], lambda value: [wire(value)]))
    shows(state, spec, t="a")
    assert state.query.get_all("t") == ["a"]
    with pytest.raises(TypeError):
        shows(state, spec, t=3)
    assert shows(state, spec) == 3
    assert state.query.get_all("t") == ["a"]


def test_what_is_set_for_a_widget_that_was_refused_is_checked_again(state: SessionState) -> None:
    state["t"] = 3
    state.begin_run()
    state.finish_run(completed=True)
    for value in (3, 4):
        state.preset("t", value)
        for _ in range(2):
            with pytest.raises(TypeError):
                shows(state, text())
            assert state["t"] == value


def test_a_test_that_sets_a_button_calls_its_callback_but_does_not_click_it(state: SessionState) -> None:
    called = []
    spec = button(callback=Callback(lambda: called.append(1)))
    shows(state, spec)
    state.preset("b", False)
    assert shows(state, spec) is False
    assert not called
    state.preset("b", True)
    assert shows(state, spec) is False
    assert called == [1]


def test_a_change_counts_where_the_script_has_deleted_the_value(state: SessionState) -> None:
    called = []
    spec = text(callback=Callback(lambda: called.append(1)))
    for _ in range(2):
        state.begin_run()
        for changed in state.apply([Change(ID, "")]):
            assert changed.callback is not None
            changed.callback()
        state.register(spec)
        del state["t"]
        state.finish_run(completed=True)
    assert called == [1]


def test_what_lasts_begins_anew_on_another_page_if_it_was_never_on_screen(state: SessionState) -> None:
    spec = text(persist="session")
    state.begin_run()
    state.register(spec)
    state.finish_run(completed=False, again=True)
    state.enter_page(Visit("other"), by_script=True)
    assert "t" not in state
    shows(state, spec, t="x")
    state.enter_page(Visit("third"), by_script=True)
    assert state["t"] == "x"
