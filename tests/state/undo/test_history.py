"""The steps of a session, without a window."""

from __future__ import annotations

import copy
import random
from collections import deque
from collections.abc import Callable
from typing import Any

import pytest

import desklit.state.undo.history as history_module
from desklit.state.queue import Batch
from desklit.state.session_state import SessionState
from desklit.state.undo.frozen import LARGEST_COPY
from desklit.state.undo.history import History
from desklit.state.widget import Action, Change, WidgetSpec

SLIDER, CHECK, BUTTON, TABS = ("slider", "s"), ("checkbox", "c"), ("button", "b"), ("tab_container", "t")


class Session:
    """A session whose script makes some widgets, and which is run by hand."""

    def __init__(self) -> None:
        self.state = SessionState()
        self.actions: deque[Any] = deque()
        self.history = History(self.state, self.actions)
        self.shown = [SLIDER, CHECK, BUTTON, TABS]
        self.script: Callable[[SessionState], object] = lambda state: None
        self.at = 0.0
        self.run(Batch((), ("start",), 0))

    def run(self, batch: Batch) -> None:
        self.history.on_batch(batch)
        self.state.begin_run()
        self.state.apply(batch.changes)
        for id in self.shown:
            trigger = id is BUTTON
            default: Any = False if id in (CHECK, BUTTON) else 0
            self.state.register(WidgetSpec(id, str(id[1]), default=default, trigger=trigger))
        self.script(self.state)
        self.state.finish_run(completed=True)

    def rest(self) -> None:
        self.history.on_rest()

    def do(self, *changes: tuple[Any, Any], rest: bool = True, after: float = 5.0) -> None:
        """Let a user do something, and the script run."""
        self.at += after
        for id, _ in changes:
            self.actions.append(Action(id, str(id[0]), f"the {id[0]}", self.at))
        self.run(Batch(tuple(Change(id, value) for id, value in changes), ("change",), 0))
        if rest:
            self.rest()

    def go(self, direction: Any) -> None:
        self.history.ask(direction)
        self.run(Batch((), (direction,), 0))
        self.rest()

    def name(self, direction: Any = "undo") -> str | None:
        step = self.history.next_step(direction)
        return None if step is None else step.action.label


@pytest.fixture
def session() -> Session:
    return Session()


def test_steps_are_undone_from_the_last_to_the_first_and_redone_in_turn(session: Session) -> None:
    session.do((SLIDER, 3))
    session.do((CHECK, True))
    assert session.name() == "the checkbox"
    session.go("undo")
    session.go("undo")
    assert (session.state["s"], session.state["c"]) == (0, False)
    assert (session.name("undo"), session.name("redo")) == (None, "the slider")
    session.go("redo")
    session.go("redo")
    assert (session.state["s"], session.state["c"]) == (3, True)
    assert (session.name("undo"), session.name("redo")) == ("the checkbox", None)


def test_quick_steps_without_any_rest_between_them_are_told_apart(session: Session) -> None:
    session.do((SLIDER, 3), rest=False)
    session.do((CHECK, True), rest=False)
    session.go("undo")
    assert (session.state["s"], session.state["c"]) == (3, False)
    session.go("undo")
    assert session.state["s"] == 0


def test_actions_that_share_their_run_are_steps_of_their_own(session: Session) -> None:
    session.do((SLIDER, 3), (CHECK, True))
    session.go("undo")
    assert (session.state["s"], session.state["c"]) == (3, False)
    session.go("undo")
    assert session.state["s"] == 0


def test_a_slider_that_is_moved_on_at_once_is_one_step(session: Session) -> None:
    session.do((SLIDER, 1))
    session.do((SLIDER, 2), after=0.3)
    session.do((SLIDER, 3), after=0.3)
    session.do((SLIDER, 4), after=5.0)
    session.go("undo")
    assert session.state["s"] == 3
    session.go("undo")
    assert session.state["s"] == 0
    assert session.name() is None


def test_a_checkbox_that_is_clicked_twice_at_once_is_two_steps(session: Session) -> None:
    session.do((CHECK, True))
    session.do((CHECK, False), after=0.1)
    session.go("undo")
    assert session.state["c"] is True


def test_what_a_click_makes_the_script_change_in_place_is_a_step(session: Session) -> None:
    session.state["rows"] = [{"n": 1}]
    session.script = lambda state: state["rows"].append({"n": 2}) if state["b"] else None
    session.do((BUTTON, True))
    assert len(session.state["rows"]) == 2
    session.go("undo")
    assert session.state["rows"] == [{"n": 1}]
    session.go("redo")
    assert session.state["rows"] == [{"n": 1}, {"n": 2}]


def test_keys_that_a_step_has_made_or_deleted_go_and_come_back(session: Session) -> None:
    session.state["old"] = 1

    def script(state: SessionState) -> None:
        if state["b"]:
            state["new"] = 2
            del state["old"]

    session.script = script
    session.do((BUTTON, True))
    session.go("undo")
    assert session.state.to_dict()["old"] == 1
    assert "new" not in session.state
    session.go("redo")
    assert "old" not in session.state


def test_a_click_without_consequences_is_no_step_and_leaves_what_can_be_redone(session: Session) -> None:
    session.do((CHECK, True))
    session.go("undo")
    session.do((BUTTON, True))
    assert (session.name("undo"), session.name("redo")) == (None, "the checkbox")


def test_a_new_step_drops_what_could_be_redone(session: Session) -> None:
    session.do((CHECK, True))
    session.go("undo")
    session.do((SLIDER, 3))
    assert (session.name("undo"), session.name("redo")) == ("the slider", None)


def test_looking_at_another_tab_is_no_step(session: Session) -> None:
    session.do((CHECK, True))
    session.do((TABS, 1))
    assert session.name() == "the checkbox"
    session.go("undo")
    assert session.state["t"] == 1


def test_what_something_else_has_changed_since_stays(session: Session) -> None:
    session.state["log"] = []
    session.script = lambda state: state["log"].append(state["c"])
    session.do((CHECK, True))
    session.run(Batch((), ("run_every",), 0))
    session.go("undo")
    assert session.state["c"] is False
    assert session.state["log"] == [True, True, False]
    assert session.history.travelled is not None
    assert session.history.travelled.left == ("log",)


def test_a_wish_waits_for_the_changes_that_came_before_it(session: Session) -> None:
    session.actions.append(Action(CHECK, "checkbox", "the checkbox", 1.0))
    session.history.ask("undo")
    session.run(Batch((Change(CHECK, True),), ("change",), 0))
    assert session.state["c"] is True
    assert session.history.is_wished()
    session.run(Batch((), ("undo",), 0))
    assert session.state["c"] is False


def test_a_change_that_came_after_a_wish_is_a_step_of_its_own(session: Session) -> None:
    session.do((CHECK, True))
    session.history.ask("undo")
    session.do((SLIDER, 3))
    assert (session.state["c"], session.state["s"]) == (False, 3)
    session.go("undo")
    assert (session.state["c"], session.state["s"]) == (False, 0)


def test_a_click_that_no_run_has_seen_does_not_count_once_it_is_undone(session: Session) -> None:
    seen = []
    session.script = lambda state: seen.append(state["b"])
    session.actions.append(Action(BUTTON, "button", "the button", 1.0))
    session.history.on_batch(Batch((Change(BUTTON, True),), ("change",), 0))
    session.state.begin_run()
    session.state.apply([Change(BUTTON, True)])
    session.state.finish_run(completed=False, interrupted=True)
    session.go("undo")
    assert seen == [False]


def test_a_value_too_large_to_keep_blocks_its_step(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "BUDGET", 3 * LARGEST_COPY)
    session.do((CHECK, True))
    session.state["blob"] = bytes(2 * LARGEST_COPY)
    session.run(Batch((), ("rerun",), 0))
    session.rest()

    def script(state: SessionState) -> None:
        if state["b"]:
            state["blob"] = bytes(3 * LARGEST_COPY)

    session.script = script
    session.do((BUTTON, True))
    session.do((SLIDER, 3))
    session.go("undo")
    assert session.state["s"] == 0
    step = session.history.next_step("undo")
    assert step is not None
    assert step.too_large == ("blob",)
    session.go("undo")
    assert len(session.state["blob"]) == 3 * LARGEST_COPY
    assert session.name() == "the button"


def test_only_so_many_steps_and_bytes_are_kept(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST", 3)
    for number in range(1, 6):
        session.do((SLIDER, number))
    for _ in range(5):
        session.go("undo")
    assert session.state["s"] == 2
    monkeypatch.setattr(history_module, "BUDGET", 600_000)
    session.script = lambda state: state.__setitem__("blob", "x" * (100_000 + state["s"]))
    for number in range(10, 19):
        session.do((SLIDER, number))
    for _ in range(9):
        session.go("undo")
    assert session.state["s"] == 16


def test_nothing_can_be_undone_after_everything_was_forgotten(session: Session) -> None:
    session.do((CHECK, True))
    session.state.clear()
    session.run(Batch((), ("rerun",), 0))
    assert session.name() is None


def test_a_query_parameter_goes_back_too(session: Session) -> None:
    session.script = lambda state: state.query.put("who", ["ann"] if state["c"] else [])
    session.do((CHECK, True))
    session.script = lambda state: None
    session.go("undo")
    assert session.state.query.to_lists() == {}
    session.go("redo")
    assert session.state.query.to_lists() == {"who": ["ann"]}


def test_a_fault_in_noting_leaves_the_run_alone(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise RuntimeError("no")

    session.do((CHECK, True))
    monkeypatch.setattr(history_module, "Moment", fail)
    session.do((SLIDER, 3))
    assert session.state["s"] == 3
    assert session.name() is None


def test_a_key_that_is_held_down_is_one_step(session: Session) -> None:
    session.rest()
    session.state["n"] = 0
    session.script = lambda state: state.__setitem__("n", state["n"] + 1) if state["b"] else None
    session.do((CHECK, True))
    for _ in range(5):
        session.do((BUTTON, True), rest=False, after=0.03)
    session.do((BUTTON, True), after=0.5)
    session.go("undo")
    assert session.state["n"] == 5
    session.go("undo")
    assert session.state["n"] == 0
    assert session.name() == "the checkbox"


def test_undoing_a_click_that_has_changed_nothing_yet_leaves_what_was_done_before(session: Session) -> None:
    session.do((CHECK, True))
    session.actions.append(Action(BUTTON, "button", "the button", 100.0))
    session.history.on_batch(Batch((Change(BUTTON, True),), ("change",), 0))
    assert session.name() == "the button"
    session.state.begin_run()
    session.state.apply([Change(BUTTON, True)])
    session.history.ask("undo")
    session.state.finish_run(completed=False, interrupted=True)
    session.run(Batch((), ("undo",), 0))
    assert session.state["c"] is True
    session.go("undo")
    assert session.state["c"] is False


def test_redoing_what_a_click_brought_about_does_not_click_again(session: Session) -> None:
    session.state["n"] = 0
    clicks = []

    def script(state: SessionState) -> None:
        clicks.append(state["b"])
        if state["b"]:
            state["n"] = state["n"] + 1

    session.script = script
    session.do((BUTTON, True))
    session.go("undo")
    session.go("redo")
    assert session.state["n"] == 1
    assert clicks == [True, False, False]


@pytest.mark.parametrize("seed", range(20))
def test_undoing_all_and_redoing_all_goes_through_every_state_in_between(session: Session, seed: int) -> None:
    dice = random.Random(seed)
    session.state["rows"] = [0]

    def script(state: SessionState) -> None:
        if state["b"]:
            state["rows"].append(len(state["rows"]))
            state["last"] = {"of": state["rows"]}

    session.script = script
    session.run(Batch((), ("rerun",), 0))
    session.rest()
    seen = [copy.deepcopy(session.state.to_dict())]
    for _ in range(12):
        deeds = [(SLIDER, dice.randrange(9)), (CHECK, not session.state["c"]), (BUTTON, True)]
        session.do(dice.choice(deeds), rest=dice.random() < 0.6)
        if session.state.to_dict() != seen[-1]:
            seen.append(copy.deepcopy(session.state.to_dict()))
    for wanted in reversed(seen[:-1]):
        session.go("undo")
        assert session.state.to_dict() == wanted
    assert session.name("undo") is None
    for wanted in seen[1:]:
        session.go("redo")
        assert session.state.to_dict() == wanted
