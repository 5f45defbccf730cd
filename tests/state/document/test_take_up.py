from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from desklit.state.document.snapshot import mark_of
from desklit.state.session_state import SessionState
from desklit.state.widget import Change, WidgetSpec


def widget(name, key=None, default=0, **more):
    return WidgetSpec(id=("number_input", key or name), key=key, default=default, **more)


def run(state, *specs, changes=(), script=None, **end):
    state.begin_run()
    state.apply(changes)
    if script is not None:
        script(state)
    values = [state.register(spec).value for spec in specs]
    state.finish_run(**{"completed": True, **end})
    return values


def reopened(state):
    """Another session that takes up what this one holds."""
    fresh = SessionState()
    fresh.take_up(state.held())
    return fresh


def told(state):
    return {held.key: held.value for held in state.held()}


@pytest.fixture
def state():
    return SessionState()


def test_widgets_with_and_without_key_and_the_scripts_own_values_come_back(state):
    specs = widget("a"), widget("b", "b")

    def script(state):
        state["own"] = [1]

    run(state, *specs, script=script)
    run(state, *specs, changes=[Change(specs[0].id, 5), Change(specs[1].id, 6)])
    again = reopened(state)
    assert run(again, *specs) == [5, 6]
    assert again["own"] == [1]


def test_a_key_can_be_read_before_its_widget_is_made(state):
    spec = widget("b", "b")
    run(state, spec, changes=())
    run(state, spec, changes=[Change(spec.id, 6)])
    again = reopened(state)
    seen = []
    assert run(again, spec, script=lambda state: seen.append(state["b"])) == [6]
    assert seen == [6]


def test_a_default_that_the_script_sets_only_where_there_is_none_does_not_win(state):
    spec = widget("b", "b")

    def script(state):
        if "b" not in state:
            state["b"] = 3

    run(state, spec, script=script)
    run(state, spec, script=script, changes=[Change(spec.id, 6)])
    assert run(reopened(state), spec, script=script) == [6]


def test_what_the_script_sets_in_each_run_wins(state):
    spec = widget("b", "b")
    run(state, spec)
    run(state, spec, changes=[Change(spec.id, 6)])
    again = reopened(state)
    assert run(again, spec, script=lambda state: state.__setitem__("b", 3)) == [3]
    assert run(again) == []
    assert "b" not in again


def test_what_the_script_deletes_stays_deleted(state):
    spec = widget("b", "b")
    run(state, spec)
    run(state, spec, changes=[Change(spec.id, 6)])
    again = reopened(state)
    assert run(again, spec, script=lambda state: state.__delitem__("b")) == [0]


def test_a_widget_that_appears_later_gets_its_value_and_loses_it_as_always(state):
    spec, other = widget("a"), widget("b", "b")
    run(state, spec, other)
    run(state, spec, other, changes=[Change(spec.id, 5), Change(other.id, 6)])
    again = reopened(state)
    run(again)
    run(again)
    assert run(again, spec, other) == [5, 6]
    run(again)
    assert "b" not in again
    assert run(again, spec, other) == [0, 0]
    assert again.awaited is None


def test_what_still_waits_is_part_of_the_next_document(state):
    spec, other = widget("a"), widget("b", "b")
    run(state, spec, other)
    run(state, spec, other, changes=[Change(spec.id, 5), Change(other.id, 6)])
    again = reopened(state)
    run(again, other)
    assert run(reopened(again), spec, other) == [5, 6]


def test_what_waits_and_is_exchanged_by_its_key_is_saved_as_it_is_now(state):
    spec = widget("b", "b")
    run(state, spec)
    run(state, spec, changes=[Change(spec.id, 6)])
    again = reopened(state)
    run(again, script=lambda state: state.__setitem__("b", 9))
    assert told(again) == {"b": 9}


def test_what_does_not_fit_a_changed_script_is_dropped_and_said(state):
    def check(value):
        if value > 4:
            raise ValueError

    run(state, widget("b", "b"))
    run(state, widget("b", "b"), changes=[Change(widget("b", "b").id, 6)])
    said = []
    again = SessionState()
    again.take_up([replace(each, on_misfit=lambda: said.append("b")) for each in state.held()])
    assert run(again, widget("b", "b", check=check)) == [0]
    assert said == ["b"]


def test_neither_clicks_nor_passwords_are_kept(state):
    def script(state):
        state["later"] = "typed"

    button = widget("go", "go", False, trigger=True, settable=False)
    password, later = widget("word", secret=True), widget("later", "later", secret=True)
    run(state, button, password, script=script)
    run(state, button, password, later, changes=[Change(button.id, True), Change(password.id, "hidden")])
    assert told(state) == {}


def test_taking_up_lets_go_of_what_was_there(state):
    spec = widget("b", "b")
    run(state, spec)
    run(state, spec, changes=[Change(spec.id, 6)])
    before = state.held()
    run(state, spec, script=lambda state: state.__setitem__("own", 1))
    run(state, spec, changes=[Change(spec.id, 8)])
    state.take_up(before)
    assert run(state, spec) == [6]
    assert "own" not in state


def test_a_session_without_document_awaits_nothing(state):
    run(state, widget("a"))
    assert state.awaited is None


def test_marks_are_the_same_in_another_process():
    code = (
        "from desklit.state.document.snapshot import mark_of\n"
        "print(mark_of(('a', frozenset('abcdefgh'), (len, object, print, 1.5), lambda: 0)))"
    )
    marks = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(marks) == 1


def test_different_widgets_have_different_marks():
    assert mark_of(("slider", "a", (1,))) != mark_of(("slider", "a", 1))
