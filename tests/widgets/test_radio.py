"""``st.radio`` in a script, and under the hands of a user."""

from __future__ import annotations

import enum
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state.errors import StreamlitInvalidParameterTypeError, StreamlitValueOutOfRangeError
from desklit.state.widget import Change
from desklit.widgets.radio import RadioView

LEFT = Qt.MouseButton.LeftButton


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


def test_the_first_option_is_chosen_unless_index_says_otherwise(run: Any) -> None:
    assert st.radio("A", ["x", "y"]) == "x"
    assert st.radio("B", ["x", "y"], index=1) == "y"
    assert st.radio("C", ["x", "y"], index=None) is None
    assert st.radio("D", []) is None


@pytest.mark.parametrize(
    ("options", "want"),
    [("abc", "abc"), ({"k": 1, "l": 2}, "k"), ((i for i in (3, 4)), 3), (5, 5), (None, None), (b"xy", b"xy"),
     (range(2, 5), 2), ([None, "x"], None), ([[1], [2]], [1])],
)  # fmt: skip
def test_any_iterable_gives_options(run: Any, options: Any, want: Any) -> None:
    assert st.radio("A", options) == want


def test_frames_series_and_arrays_give_their_first_column_as_plain_values(run: Any) -> None:
    np, pd = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    for at, options in enumerate((pd.DataFrame({"f": [1, 2], "g": "ab"}), pd.Series([1, 2]), pd.Index([1, 2]),
                                  np.array([1, 2]), np.array([[1, 5], [2, 6]]))):  # fmt: skip
        got = st.radio(f"A{at}", options)
        assert (got, type(got)) == (1, int)
        assert shown(run).options == ("1", "2")


def test_an_enum_gives_its_members(run: Any) -> None:
    color = enum.Enum("color", "RED BLUE")
    assert st.radio("A", color) is color.RED


def test_format_func_names_the_options_only(run: Any) -> None:
    assert st.radio("A", [1, 2], format_func={1: "one", 2: "two"}.get) == 1
    assert shown(run).options == ("one", "two")


@pytest.mark.parametrize(
    ("index", "error"),
    [(2, StreamlitValueOutOfRangeError), (-1, StreamlitValueOutOfRangeError), (True, TypeError),
     ("x", StreamlitInvalidParameterTypeError), (1.0, StreamlitInvalidParameterTypeError)],
)  # fmt: skip
def test_a_wrong_index_is_refused(run: Any, index: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        st.radio("A", ["x", "y"], index=index)


def test_captions_are_filled_up_cut_and_checked(run: Any) -> None:
    st.radio("A", ["x", "y"], captions=["one"])
    assert shown(run).captions == ("one", "")
    st.radio("B", ["x"], captions=[None, "two"])
    assert shown(run).captions == ("",)
    with pytest.raises(StreamlitInvalidParameterTypeError):
        st.radio("C", ["x"], captions=[5])


@pytest.mark.parametrize("function", [None, 5, lambda option: 5])
def test_a_format_func_has_to_give_text(run: Any, function: Any) -> None:
    with pytest.raises(TypeError):
        st.radio("A", ["x"], format_func=function)


def test_a_choice_survives_other_options_while_it_is_among_them(run: Any, next_run: Any) -> None:
    st.radio("A", ["a", "b", "c"], key="k")
    next_run(Change(shown(run).id, 2))
    assert st.radio("A", ["c", "b"], key="k") == "c"


def test_a_choice_that_is_gone_falls_back_to_the_default(run: Any, next_run: Any) -> None:
    st.radio("A", ["a", "b", "c"], key="k", index=1)
    next_run(Change(shown(run).id, 2))
    assert st.radio("A", ["a", "b"], key="k", index=1) == "b"
    assert st.session_state.k == "b"


@pytest.mark.parametrize(
    ("odd", "want"), [("q", "b"), (None, None), (["a", "q"], "b"), (True, "b"), ("a", "a")]
)
def test_the_state_may_hold_what_is_no_option(run: Any, odd: Any, want: Any) -> None:
    st.session_state.k = odd
    assert st.radio("A", ["a", "b"], key="k", index=1) == want


def test_objects_that_each_run_makes_anew_stay_chosen(run: Any, next_run: Any) -> None:
    class Thing:
        def __init__(self, name: str) -> None:
            self.name = name

        def __str__(self) -> str:
            return self.name

    st.radio("A", [Thing("a"), Thing("b")], key="k")
    next_run(Change(shown(run).id, 1))
    assert str(st.radio("A", [Thing("a"), Thing("b")], key="k")) == "b"


@pytest.mark.parametrize(("mode", "same"), [("nameOnly", True), ("nameAndValue", False), ("off", False)])
def test_members_of_an_enum_made_anew_are_coerced_as_configured(
    run: Any, next_run: Any, config: Any, mode: str, same: bool
) -> None:
    config.set_by_user("runner.enumCoercion", mode)
    make: Any = enum.Enum
    old, new = make("E", {"A": 1, "B": 2}), make("E", {"A": 1, "B": 3})
    st.radio("A", old, key="k", format_func=lambda member: member.name)
    next_run(Change(shown(run).id, 1))
    got = st.radio("A", new, key="k", format_func=lambda member: member.name)
    assert (got in list(new)) is same


def test_the_script_gets_a_copy_of_an_option(run: Any) -> None:
    options = [{"a": 1}]
    got = st.radio("A", options)
    assert got == options[0]
    assert got is not options[0]


# The view


@pytest.fixture
def view(qtbot: Any, scene: Any, run: Any) -> RadioView:
    st.radio("Which *one*", ["Ann", "Bob", "Cy"], index=None, captions=["first"], key="k")
    made = RadioView(shown(run), scene)
    qtbot.addWidget(made)
    made.resize(300, made.height_for(300))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def sent(view: RadioView) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def checked(view: RadioView) -> list[int]:
    return [place for place, row in enumerate(view.control.rows) if row.mark.isChecked()]


def test_a_click_on_a_mark_or_a_label_chooses(qtbot: Any, view: RadioView) -> None:
    values = sent(view)
    assert checked(view) == []
    rows = view.control.rows
    qtbot.mouseClick(rows[1].mark, LEFT)
    qtbot.mouseClick(rows[2], LEFT, pos=rows[2].label.geometry().center())
    assert (values, checked(view)) == ([1, 2], [2])


def test_a_click_on_the_chosen_one_changes_nothing(qtbot: Any, view: RadioView) -> None:
    values = sent(view)
    qtbot.mouseClick(view.control.rows[1].mark, LEFT)
    qtbot.mouseClick(view.control.rows[1].mark, LEFT)
    assert (values, checked(view)) == ([1], [1])


def test_arrows_choose_and_go_around(qtbot: Any, view: RadioView) -> None:
    values = sent(view)
    rows = view.control.rows
    qtbot.mouseClick(rows[1].mark, LEFT)
    qtbot.keyClick(rows[1].mark, Qt.Key.Key_Down)
    qtbot.keyClick(rows[2].mark, Qt.Key.Key_Right)
    qtbot.keyClick(rows[0].mark, Qt.Key.Key_End)
    assert values == [1, 2, 0, 2]
    assert view.focusWidget() is rows[2].mark


def test_the_space_bar_chooses_the_first_when_none_is_chosen(qtbot: Any, view: RadioView) -> None:
    values = sent(view)
    qtbot.keyClick(view.control.rows[0].mark, Qt.Key.Key_Space)
    assert values == [0]


def test_only_one_mark_is_a_stop_of_the_tab_key(view: RadioView) -> None:
    view.control.choose(1)
    stops = [bool(row.mark.focusPolicy() & Qt.FocusPolicy.TabFocus) for row in view.control.rows]
    assert stops == [False, True, False]


def test_without_options_a_disabled_row_says_so(qtbot: Any, scene: Any, run: Any) -> None:
    st.radio("Size", [])
    made = RadioView(shown(run), scene)
    qtbot.addWidget(made)
    assert [row.mark.accessibleName() for row in made.control.rows] == ["No options to select"]
    assert not made.control.isEnabled()
    assert not made.label.looks_enabled
    got = sent(made)
    qtbot.mouseClick(made.control.rows[0].mark, LEFT)
    assert got == []
    assert checked(made) == []
    made.show_element(replace(made.element, options=("S", "M"), captions=("", ""), value=0))
    assert [row.mark.accessibleName() for row in made.control.rows] == ["S", "M"]
    assert made.control.isEnabled()
    assert made.label.looks_enabled
    assert checked(made) == [0]


def test_an_update_is_silent_and_can_change_the_options(view: RadioView) -> None:
    values = sent(view)
    element = replace(view.element, options=("Ann", "Zoe"), captions=("", "last"), value=1, horizontal=True)
    view.show_element(element)
    assert (values, checked(view)) == ([], [1])
    assert [row.mark.accessibleName() for row in view.control.rows] == ["Ann", "Zoe"]
    view.show_element(replace(element, value=None))
    assert checked(view) == []


def test_a_disabled_group_does_not_choose(qtbot: Any, view: RadioView) -> None:
    values = sent(view)
    view.show_element(replace(view.element, disabled=True))
    row = view.control.rows[1]
    qtbot.mouseClick(row, LEFT, pos=row.label.geometry().center())
    assert values == []


def test_options_beside_each_other_break_in_a_narrow_window(view: RadioView) -> None:
    view.show_element(replace(view.element, horizontal=True, captions=("", "", "")))
    assert view.control.heightForWidth(300) == 40
    assert view.control.heightForWidth(80) > 60
