from __future__ import annotations

import datetime as dt

import pytest

import desklit as st
from desklit.desktop.testing import AppTest
from desklit.state.errors import StreamlitDuplicateElementKey
from desklit.state.widget import Change


@pytest.fixture
def declared(run, elements):
    """The elements of a run, by what the calls of a function put into it."""

    def of(calls, present=run):
        calls()
        return elements(of_run=present)

    return of


def test_what_is_called_as_in_the_last_run_is_the_very_same_element(declared, next_run) -> None:
    def calls() -> None:
        st.title("Prices")
        st.write(f"{1 + 1} items")
        st.slider("Price", 0, 10, key="price")
        st.selectbox("Fruit", ["Apple", "Pear"])

    before = declared(calls)
    after = declared(calls, next_run())
    assert len(before) == 4
    assert all(a is b for a, b in zip(after, before, strict=True))


def test_a_remembered_call_gives_what_the_command_gives(run, next_run) -> None:
    def calls() -> list[object]:
        return [
            st.number_input("Count", 0, 10, 3),
            st.multiselect("Fruit", ["Apple", "Pear"], ["Pear"]),
            st.button("Go"),
            st.write("text"),
        ]

    assert calls() == [3, ["Pear"], False, None]
    next_run()
    assert calls() == [3, ["Pear"], False, None]
    next_run()
    handle = st.text("old")
    next_run()
    again = st.text("old")
    assert type(again) is type(handle)
    again.text("new")
    assert [element.body for element in again.run.main.elements()] == ["new"]


def test_a_list_that_is_given_back_is_the_scripts_own(run, next_run) -> None:
    for _ in range(3):
        chosen = st.multiselect("Fruit", ["Apple", "Pear"], ["Pear"], key="fruit")
        assert chosen == ["Pear"]
        chosen.append("Apple")
        next_run()


@pytest.mark.parametrize(
    ("before", "after"), [(1, True), (1, 1.0), (0.0, -0.0), ("a", "b"), (None, "None"), ((1, 2), (1, True))]
)
def test_what_looks_different_is_declared_anew(declared, next_run, before: object, after: object) -> None:
    (first,) = declared(lambda: st.write(before))
    (second,) = declared(lambda: st.write(after), next_run())
    assert first.body != second.body


def test_a_list_that_was_changed_in_place_is_declared_anew(declared, next_run) -> None:
    options = ["Apple", "Pear"]
    (before,) = declared(lambda: st.radio("Fruit", options))
    options[1] = "Plum"
    (after,) = declared(lambda: st.radio("Fruit", options), next_run())
    assert (before.options, after.options) == (("Apple", "Pear"), ("Apple", "Plum"))


def test_a_value_that_was_changed_in_place_is_shown(declared, next_run) -> None:
    def calls() -> None:
        st.multiselect("Fruit", ["Apple", "Pear"], key="fruit")

    (before,) = declared(calls)
    st.session_state.fruit.append("Pear")
    (after,) = declared(calls, next_run())
    assert (before.value, after.value) == ((), (1,))


def test_what_the_user_and_the_script_set_is_shown(declared, next_run) -> None:
    def calls() -> None:
        st.slider("Price", 0, 10, key="price")

    (first,) = declared(calls)
    (second,) = declared(calls, next_run(Change(first.id, (4,))))
    later = next_run()
    st.session_state.price = 7
    (third,) = declared(calls, later)
    (fourth,) = declared(calls, next_run())
    assert [element.value for element in (first, second, third, fourth)] == [(0,), (4,), (7,), (7,)]


def test_a_click_is_true_for_one_run(declared, next_run) -> None:
    clicked = []

    def calls() -> None:
        clicked.append(st.button("Go", key="go"))

    (go,) = declared(calls)
    for changes in ((), (Change(go.id, True),), (), (Change(go.id, True),)):
        declared(calls, next_run(*changes))
    assert clicked == [False, False, True, False, True]


def test_the_callback_is_that_of_the_last_run_with_its_arguments(declared, next_run) -> None:
    called = []

    def calls(number: int) -> None:
        st.checkbox("On", key="on", on_change=lambda given: called.append((number, given)), args=(number,))

    (on,) = declared(lambda: calls(1))
    for number in (2, 3):
        declared(lambda number=number: calls(number), next_run())
    declared(lambda: calls(4), next_run(Change(on.id, True)))
    next_run(Change(on.id, False))
    assert called == [(3, 3), (4, 4)]


def test_a_callback_that_comes_or_goes_counts(declared, next_run) -> None:
    called = []
    (on,) = declared(lambda: st.checkbox("On", key="on", on_change=None))
    declared(lambda: st.checkbox("On", key="on", on_change=called.append, args=(1,)), next_run())
    declared(lambda: st.checkbox("On", key="on", on_change=None), next_run(Change(on.id, True)))
    next_run(Change(on.id, False))
    assert called == [1]


def test_a_key_that_is_used_twice_is_found_out_in_later_runs(run, next_run) -> None:
    st.slider("Price", key="price")
    next_run()
    st.slider("Price", key="price")
    with pytest.raises(StreamlitDuplicateElementKey):
        st.slider("Price", key="price")


def test_an_element_is_as_wide_as_its_block_wants(declared, next_run) -> None:
    (alone,) = declared(lambda: st.write("text"))
    later = next_run()
    with st.container(horizontal=True):
        st.write("text")
    _, in_row = declared(lambda: None, later)
    assert (alone.width, in_row.width) == ("stretch", "content")


def test_dividers_take_turns_in_every_run(declared, next_run) -> None:
    def calls() -> None:
        for _ in range(3):
            st.header("Chapter", divider=True)

    before = [element.divider for element in declared(calls)]
    assert len(set(before)) == 3
    assert [element.divider for element in declared(calls, next_run())] == before


def test_today_is_another_day_tomorrow(declared, next_run) -> None:
    def calls() -> None:
        st.date_input("Day", "2026-03-14", key="day")

    (today,) = declared(calls)
    later = next_run()
    (same,) = declared(calls, later)
    tomorrow = next_run()
    tomorrow.day = dt.date.today() + dt.timedelta(days=1)
    (other,) = declared(calls, tomorrow)
    assert same is today
    assert other is not today


def test_a_field_that_starts_with_the_present_time_is_not_remembered(declared, next_run) -> None:
    def calls() -> None:
        st.time_input("Now")
        st.time_input("Also now", "now")
        st.time_input("Noon", dt.time(12))

    before = declared(calls)
    after = declared(calls, next_run())
    assert [a is b for a, b in zip(after, before, strict=True)] == [False, False, True]


def test_a_call_that_was_left_out_of_a_run_is_forgotten(run, state, next_run) -> None:
    st.write("here")
    next_run()
    assert len(state.calls.last) == 1
    next_run()
    assert not state.calls.last


def test_replacing_an_element_again_and_again_is_not_remembered(run, state) -> None:
    place = st.empty()
    for number in range(100):
        place.write(f"{number} %")
    assert not state.calls.now


def test_a_button_is_one_again_after_a_run_that_refused_it() -> None:
    app = AppTest.from_string("""
        import streamlit as st
        st.checkbox("Set", on_change=lambda: st.session_state.update(go=False))
        st.write(st.button("Go", key="go"))
    """).run()
    app.checkbox[0].check().run()
    assert app.exception[0].proto.type.endswith("StreamlitValueAssignmentNotAllowedError")
    app.run()
    assert app.markdown[0].value == "`False`"
    assert app.button[0].click().run().markdown[0].value == "`True`"
