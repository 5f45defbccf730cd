from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from desklit.state.errors import (
    StreamlitAPIException,
    StreamlitDuplicateElementId,
    StreamlitDuplicateElementKey,
    StreamlitValueAssignmentNotAllowedError,
    StreamlitValueError,
    StreamlitWidgetAlreadyInstantiatedError,
    UnserializableSessionStateError,
)
from desklit.state.session_state import SessionState
from desklit.state.state_proxy import SessionStateProxy
from desklit.state.widget import Callback, Change, WidgetSpec

Script = Callable[[SessionState], object]


def text(key: str | None = "t", default: Any = "", **more: Any) -> WidgetSpec:
    return WidgetSpec(id=("text_input", key), key=key, default=default, **more)


def button(key: str | None = "b", **more: Any) -> WidgetSpec:
    return WidgetSpec(
        id=("button", key), key=key, default=False, parse=bool, trigger=True, settable=False, **more
    )


def run(
    state: SessionState,
    *specs: WidgetSpec,
    changes: tuple[Change, ...] = (),
    before: Script | None = None,
    after: Script | None = None,
    **end: bool,
) -> list[Any]:
    """One run that shows these widgets; what the script gets from each."""
    state.begin_run(again=end.pop("begins_again", False))
    for spec in state.apply(changes):
        if spec.callback is not None:
            spec.callback()
    if before is not None:
        before(state)
    values = [state.register(spec).value for spec in specs]
    if after is not None:
        after(state)
    state.finish_run(**{"completed": True, **end})
    return values


def typed(value: Any, key: str = "t") -> tuple[Change, ...]:
    return (Change(("text_input", key), value),)


CLICK = (Change(("button", "b"), True),)


@pytest.fixture
def state() -> SessionState:
    return SessionState()


# The mapping


def test_a_missing_key_is_told_by_name_and_with_the_way_to_set_it(state: SessionState) -> None:
    with pytest.raises(KeyError, match=r"'nope'.*setdefault"):
        state["nope"]
    with pytest.raises(KeyError, match="'nope'"):
        del state["nope"]


def test_keys_are_texts_whatever_they_were(state: SessionState) -> None:
    state[5] = "five"
    state[(1, 2)] = "pair"
    assert state["5"] == "five"
    assert 5 in state
    assert sorted(state) == ["(1, 2)", "5"]
    del state[5]
    assert len(state) == 1


def test_the_empty_and_the_reserved_key_are_refused(state: SessionState) -> None:
    with pytest.raises(StreamlitValueError, match="empty"):
        state[""] = 1
    with pytest.raises(StreamlitAPIException, match="reserved"):
        state["$$ID-1"] = 1


def test_attributes_are_items_and_methods_stay_methods(state: SessionState) -> None:
    proxy = SessionStateProxy(lambda: state)
    proxy.name = "x"
    assert proxy["name"] == proxy.name == "x"
    proxy.items = 5
    assert proxy["items"] == 5
    assert callable(proxy.items)
    del proxy.name
    with pytest.raises(AttributeError, match="'name'"):
        _ = proxy.name
    with pytest.raises(AttributeError, match="'name'"):
        del proxy.name
    assert proxy.to_dict() == {"items": 5}
    assert str(proxy) == "{'items': 5}"


def test_the_proxy_updates_pops_and_sets_defaults_as_a_dict(state: SessionState) -> None:
    proxy = SessionStateProxy(lambda: state)
    proxy.update({"a": 1}, b=2)
    assert proxy.setdefault("a", 9) == 1
    assert proxy.pop("b") == 2
    assert proxy.get("b", "gone") == "gone"
    assert list(proxy.items()) == [("a", 1)]
    for key in list(proxy):
        del proxy[key]
    assert len(proxy) == 0


def test_a_value_read_is_the_value_kept_and_a_widgets_result_is_a_copy(state: SessionState) -> None:
    state["list"] = [1]
    state["list"].append(2)
    assert state["list"] == [1, 2]
    (got,) = run(state, text(default=["a", ["b"]]))
    got[1].append("changed by the script")
    assert state["t"] == ["a", ["b"]]


# Widgets and their keys


def test_a_widget_with_a_key_is_in_the_state_from_its_first_run_on(state: SessionState) -> None:
    assert run(state, text(default="x")) == ["x"]
    assert state["t"] == "x"
    assert state.to_dict() == {"t": "x"}


def test_a_widget_without_a_key_is_not_in_the_mapping(state: SessionState) -> None:
    assert run(state, text(None, "x")) == ["x"]
    assert len(state) == 0


def test_what_the_user_did_is_the_value_of_the_next_run(state: SessionState) -> None:
    run(state, text())
    assert run(state, text(), changes=typed("hello")) == ["hello"]
    assert run(state, text()) == ["hello"]


def test_a_change_of_a_widget_that_nobody_knows_is_ignored(state: SessionState) -> None:
    assert run(state, text(), changes=(Change(("slider", "s"), 3),)) == [""]


def test_a_new_default_leaves_a_keyed_value_alone(state: SessionState) -> None:
    run(state, text(default="a"))
    assert run(state, text(default="b")) == ["a"]


def test_a_value_from_code_goes_to_the_widget(state: SessionState) -> None:
    run(state, text())

    def assign(own: SessionState) -> None:
        own["t"] = "from code"

    assert run(state, text(), before=assign) == ["from code"]
    assert run(state, text()) == ["from code"]


def test_a_key_can_not_be_set_once_its_widget_is_made_but_deleted(state: SessionState) -> None:
    def assign(own: SessionState) -> None:
        with pytest.raises(StreamlitWidgetAlreadyInstantiatedError, match="'t'"):
            own["t"] = 1
        del own["t"]
        assert "t" not in own

    run(state, text(), after=assign)
    assert run(state, text(default="d")) == [""]


def test_a_button_can_not_be_set(state: SessionState) -> None:
    def assign(own: SessionState) -> None:
        own["b"] = True

    with pytest.raises(StreamlitValueAssignmentNotAllowedError, match="button"):
        run(state, button(), before=assign)


def test_what_is_set_between_runs_is_never_refused(state: SessionState) -> None:
    state.preset("b", True)
    state.preset("t", "preset")
    assert run(state, button(), text(default="d")) == [True, "preset"]
    assert run(state, button(), text(default="d")) == [False, "preset"]


def test_the_same_key_twice_is_refused_whatever_the_kinds(state: SessionState) -> None:
    with pytest.raises(StreamlitDuplicateElementKey, match="'t'"):
        run(state, text(), button("t"))


def test_the_same_widget_twice_is_refused(state: SessionState) -> None:
    with pytest.raises(StreamlitDuplicateElementId, match="text_input"):
        run(state, text(None), text(None))


def test_containers_and_widgets_share_their_keys_and_forms_have_their_own(state: SessionState) -> None:
    def claim(own: SessionState) -> None:
        own.claim_form("t")
        own["box"] = 1
        own.claim_key("box")
        own["box"] = 2  # a container has no value that this could be in the way of
        for name in ("t", "box"):
            with pytest.raises(StreamlitDuplicateElementKey):
                own.claim_key(name)
        with pytest.raises(StreamlitDuplicateElementKey):
            own.claim_form("t")

    run(state, text(), after=claim)


def test_a_forms_key_can_not_be_set_before_or_after_it(state: SessionState) -> None:
    def before(own: SessionState) -> None:
        own["f"] = 1
        with pytest.raises(StreamlitValueAssignmentNotAllowedError):
            own.claim_form("f")
        del own["f"]
        own.claim_form("f")
        with pytest.raises(StreamlitWidgetAlreadyInstantiatedError):
            own["f"] = 1

    run(state, before=before)


# How long values last


def test_a_vanished_widgets_key_is_readable_in_that_run_and_then_gone(state: SessionState) -> None:
    run(state, text(default="x"))
    seen: list[Any] = []
    run(state, after=lambda own: seen.append(own["t"]))
    assert seen == ["x"]
    assert "t" not in state
    assert run(state, text(default="new")) == ["new"]


@pytest.mark.parametrize("end", [{"completed": False}, {"completed": False, "again": True}])
def test_a_run_that_was_cut_short_drops_nothing(state: SessionState, end: dict[str, bool]) -> None:
    run(state, text(default="x"))
    run(state, **end)
    assert run(state, text(default="new")) == ["x"]


def test_a_value_set_before_its_widget_ever_was_shines_through_when_that_is_gone(state: SessionState) -> None:
    run(state, before=lambda own: own.__setitem__("t", "kept"))
    assert run(state, text(default="d")) == ["kept"]
    assert run(state, text(), changes=typed("typed")) == ["typed"]
    run(state)
    assert state["t"] == "kept"


def test_a_value_set_for_a_hidden_widget_lasts_one_run_longer(state: SessionState) -> None:
    run(state, text())
    run(state)
    run(state, before=lambda own: own.__setitem__("t", "while hidden"))
    seen: list[Any] = []
    run(state, after=lambda own: seen.append(own["t"]))
    assert seen == ["while hidden"]
    assert "t" not in state


def test_assigning_a_key_to_itself_keeps_the_value_of_a_hidden_widget(state: SessionState) -> None:
    run(state, text(default="x"))

    def keep(own: SessionState) -> None:
        own["t"] = own["t"]

    run(state, before=keep)
    run(state, before=keep)
    assert run(state, text(default="new")) == ["x"]


def test_what_was_set_before_a_rerun_counts_as_set_in_the_run_that_follows(state: SessionState) -> None:
    run(state, text())
    run(state, before=lambda own: own.__setitem__("t", "set"), completed=False, again=True)
    run(state, begins_again=True)
    assert state["t"] == "set"


def test_a_value_can_be_asked_to_outlive_its_widget(state: SessionState) -> None:
    run(state, text(default="x", persist="session"))
    run(state)
    run(state)
    assert state["t"] == "x"
    assert run(state, text(default="new", persist="session")) == ["x"]


def test_clear_forgets_everything(state: SessionState) -> None:
    run(state, text(default="x"), before=lambda own: own.__setitem__("free", 1))
    state.clear()
    assert len(state) == 0


# Buttons


def test_a_click_reads_true_in_one_run(state: SessionState) -> None:
    run(state, button())
    assert run(state, button(), changes=CLICK) == [True]
    assert state["b"] is False
    assert state.shown_value(("button", "b")) is True
    assert run(state, button()) == [False]
    assert state.shown_value(("button", "b")) is False


def test_after_a_stop_a_button_reads_true_until_the_next_run_begins(state: SessionState) -> None:
    run(state, button())
    run(state, button(), changes=CLICK, completed=False)
    assert state["b"] is True
    assert run(state, button()) == [False]


def test_after_the_scripts_own_rerun_a_button_reads_false(state: SessionState) -> None:
    run(state, button())
    run(state, button(), changes=CLICK, completed=False, again=True)
    assert run(state, button(), begins_again=True) == [False]


def test_a_click_that_an_interrupted_run_did_not_reach_is_delivered(state: SessionState) -> None:
    run(state, text(), button())
    run(state, text(), changes=CLICK, completed=False, interrupted=True)
    assert run(state, text(), button()) == ["", True]
    assert run(state, text(), button()) == ["", False]


def test_a_click_that_an_interrupted_run_has_reached_is_not_delivered_twice(state: SessionState) -> None:
    run(state, button(), text())
    assert run(state, button(), changes=CLICK, completed=False, interrupted=True) == [True]
    assert run(state, button()) == [False]


def test_a_waiting_click_is_told_until_the_script_reaches_it(state: SessionState) -> None:
    run(state, button())
    state.begin_run()
    state.apply(CLICK)
    assert state.waiting_triggers()
    state.register(button())
    assert not state.waiting_triggers()


# Callbacks


def test_a_callback_belongs_to_a_change_and_not_to_an_assignment(state: SessionState) -> None:
    calls: list[str] = []
    spec = text(callback=Callback(calls.append, ("called",)))
    run(state, spec)
    run(state, spec, before=lambda own: own.__setitem__("t", "set in code"))
    assert calls == []
    run(state, spec, changes=typed("set in code"))
    assert calls == []
    run(state, spec, changes=typed("typed"))
    assert calls == ["called"]


def test_a_callback_gets_its_arguments_and_sees_the_new_value(state: SessionState) -> None:
    seen: list[Any] = []

    def note(word: str, *, times: int) -> None:
        seen.append((word, times, state["t"]))

    spec = text(callback=Callback(note, ("a",), {"times": 2}))
    run(state, spec)
    run(state, spec, changes=typed("new"))
    assert seen == [("a", 2, "new")]


def test_a_callback_may_set_its_own_widget(state: SessionState) -> None:
    spec = text(callback=Callback(lambda: state.__setitem__("t", state["t"].upper())))
    run(state, spec)
    assert run(state, spec, changes=typed("loud")) == ["LOUD"]


def test_the_callback_is_that_of_the_last_run(state: SessionState) -> None:
    calls: list[int] = []
    for number in range(3):
        spec = text(callback=Callback(calls.append, (number,)))
        run(state, spec, changes=typed(f"v{number}"))
    assert calls == [0, 1]


# What widgets check


def test_a_value_that_no_longer_fits_is_mended_where_it_lies(state: SessionState) -> None:
    spec = text(default=1, accept=lambda value: min(value, 10))
    assert run(state, spec, before=lambda own: own.__setitem__("t", 99)) == [10]
    assert state["t"] == 10


def test_a_value_that_is_refused_stays(state: SessionState) -> None:
    def refuse(value: Any) -> Any:
        raise StreamlitValueError("too large")

    with pytest.raises(StreamlitValueError):
        run(state, text(accept=refuse), before=lambda own: own.__setitem__("t", 99))
    assert state["t"] == 99


def test_parse_makes_the_scripts_value_of_the_views(state: SessionState) -> None:
    spec = text(default=3, parse=int, wire=str)
    run(state, spec)
    assert run(state, spec, changes=typed("42")) == [42]


def test_values_that_can_not_be_compared_count_as_changed(state: SessionState) -> None:
    class Odd:
        def __eq__(self, other: object) -> bool:
            raise TypeError

        __hash__ = None  # type: ignore[assignment]

    calls: list[int] = []
    spec = text(default=Odd(), callback=Callback(calls.append, (1,)))
    run(state, spec)
    run(state, spec, changes=typed(Odd()))
    assert calls == [1]


# Pickling


def test_the_first_value_that_pickle_can_not_hold_is_named(state: SessionState) -> None:
    state["fine"] = {"a": [1]}
    state["lock"] = threading.Lock()
    with pytest.raises(UnserializableSessionStateError, match=r"'lock'.*lock"):
        state.check_serializable()
    del state["lock"]
    state.check_serializable()
