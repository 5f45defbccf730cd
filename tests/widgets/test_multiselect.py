"""``st.multiselect`` in a script, and under the hands of a user."""

from __future__ import annotations

import enum
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

import desklit as st
from desklit.state.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitSelectionCountExceedsMaxError,
    StreamlitValueError,
)
from desklit.state.widget import Change
from desklit.widgets.multiselect import MultiselectView

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


@pytest.mark.parametrize(
    ("options", "default", "want"),
    [
        ([1, 2], None, []),
        ([1, 2], 2, [2]),
        ([1, 2], [2, 1], [2, 1]),
        ([1, 2], (1,), [1]),
        ([1, 2], range(1, 3), [1, 2]),
        (["ab", "b"], "ab", ["ab"]),
        ([None, 2], [None], [None]),
        (["", "x"], "", [""]),
        (Color, Color.BLUE, [Color.BLUE]),
    ],
)
def test_a_default_is_a_list_or_a_single_option(run: Any, options: Any, default: Any, want: Any) -> None:
    assert st.multiselect("A", options, default) == want


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"default": 3}, StreamlitDefaultNotInOptionsError),
        ({"default": [1, 3]}, StreamlitDefaultNotInOptionsError),
        ({"default": ["x"], "accept_new_options": True}, StreamlitDefaultNotInOptionsError),
        ({"default": [1, 2], "max_selections": 1}, StreamlitSelectionCountExceedsMaxError),
        ({"max_selections": 0}, StreamlitValueError),
        ({"max_selections": True}, StreamlitValueError),
        ({"max_selections": 1.5}, StreamlitValueError),
        ({"filter_mode": "x"}, StreamlitValueError),
        ({"filter_mode": None, "accept_new_options": True}, StreamlitIncompatibleParametersError),
        ({"select_all": -1}, StreamlitValueError),
        ({"select_all": None}, StreamlitInvalidParameterTypeError),
        ({"select_all": 1.5}, StreamlitInvalidParameterTypeError),
        ({"width": "content"}, StreamlitInvalidWidthError),
        ({"format_func": None}, TypeError),
    ],
)
def test_wrong_arguments_are_refused(run: Any, more: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        st.multiselect("A", [1, 2], **more)


def test_the_order_is_the_users_and_what_is_gone_is_dropped(run: Any, next_run: Any) -> None:
    st.multiselect("A", ["a", "b", "c"], key="k")
    next_run(Change(shown(run).id, (2, 0)))
    assert st.multiselect("A", ["a", "b", "c"], ["b"], key="k") == ["c", "a"]


def test_options_that_are_gone_are_dropped(run: Any, next_run: Any) -> None:
    st.multiselect("A", ["a", "b", "c"], key="k")
    next_run(Change(shown(run).id, (2, 0)))
    assert st.multiselect("A", ["a", "b"], ["b"], key="k") == ["a"]


@pytest.mark.parametrize("more", [{"max_selections": 2}, {"accept_new_options": True}])
def test_another_limit_makes_another_multiselect(run: Any, next_run: Any, more: Any) -> None:
    st.multiselect("A", ["a", "b"], key="k")
    next_run(Change(shown(run).id, (0,)))
    assert st.multiselect("A", ["a", "b"], key="k", **more) == []


@pytest.mark.parametrize(
    ("odd", "want"),
    [(["b", "q"], ["b"]), (("a", "b"), ("a", "b")), ({"a"}, {"a"}), ("q", []), (["a", "a"], ["a", "a"])],
)
def test_the_state_may_hold_other_things(run: Any, odd: Any, want: Any) -> None:
    st.session_state.k = odd
    assert st.multiselect("A", ["a", "b"], key="k") == want


@pytest.mark.parametrize("odd", [None, 5, True])
def test_the_state_has_to_hold_something_iterable(run: Any, odd: Any) -> None:
    st.session_state.k = odd
    with pytest.raises(TypeError):
        st.multiselect("A", ["a", "b"], key="k")


def test_too_many_in_the_state_are_refused_and_stay(run: Any) -> None:
    st.session_state.k = ["a", "b"]
    with pytest.raises(StreamlitSelectionCountExceedsMaxError):
        st.multiselect("A", ["a", "b"], max_selections=1, key="k")
    assert st.session_state.k == ["a", "b"]


def test_the_returned_list_is_the_scripts_own(run: Any) -> None:
    got = st.multiselect("A", ["a", "b"], ["a"], key="k")
    got.append("x")
    assert st.session_state.k == ["a"]


@pytest.mark.parametrize(
    ("texts", "more", "want", "kept"),
    [
        (["a", "b", "c"], {"max_selections": 2}, ["a", "b"], ["a", "b"]),
        (["a", "a", "zz"], {}, ["a"], ["a"]),
        (["zz"], {"default": "a"}, ["a"], []),
        ([""], {"default": "a"}, [], [""]),
        (["zz"], {"accept_new_options": True}, ["zz"], ["zz"]),
    ],
)
def test_query_parameters_can_set_it(
    run: Any, state: Any, texts: Any, more: Any, want: Any, kept: Any
) -> None:
    state.query.put("k", texts)
    assert st.multiselect("A", ["a", "b", "c"], key="k", bind="query-params", **more) == want
    assert state.query.get_all("k") == kept


# The view


def made(qtbot: Any, scene: Any, run: Any, *args: Any, **more: Any) -> Any:
    st.multiselect("Colours", *args, **more)
    view: Any = MultiselectView(shown(run), scene)
    view.host = host = QWidget()
    view.setParent(host)
    view.resize(320, view.height_for(320))
    qtbot.addWidget(host)
    host.resize(340, 300)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    view.control.edit.setFocus()
    return view


@pytest.fixture
def view(qtbot: Any, scene: Any, run: Any) -> Any:
    return made(qtbot, scene, run, ["Red", "Green", "Blue", "Grey"], ["Red"], key="k")


def sent(view: Any) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def listed(view: Any) -> list[str]:
    return [row.text for row in view.control.popup.rows]


def tags(view: Any) -> list[str]:
    return [tag.text for tag in view.control.tags]


def click_row(qtbot: Any, view: Any, place: int) -> None:
    rows = view.control.popup.list
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualRect(rows.model().index(place, 0)).center())


def test_clicks_choose_several_while_the_list_stays_open(qtbot: Any, view: Any) -> None:
    values = sent(view)
    qtbot.mouseClick(view.control, LEFT)
    assert listed(view) == ["Select all", "Green", "Blue", "Grey"]
    click_row(qtbot, view, 2)
    assert listed(view) == ["Select all", "Green", "Grey"]
    click_row(qtbot, view, 1)
    assert values == [(0, 2), (0, 2, 1)]
    assert tags(view) == ["Red", "Blue", "Green"]
    assert view.control.is_open


def test_the_cross_of_a_tag_takes_it_back(qtbot: Any, view: Any) -> None:
    values = sent(view)
    tag = view.control.tags[0]
    qtbot.mouseClick(tag, LEFT, pos=tag.rect().center() - tag.rect().topLeft())
    assert values == []
    qtbot.mouseClick(tag, LEFT, pos=tag.cross_rect().center())
    assert values == [()]
    assert tags(view) == []
    assert view.control.edit.shown_value == "Choose options"


def test_select_all_takes_all_that_is_left_or_found(qtbot: Any, view: Any) -> None:
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "gr")
    assert listed(view) == ["Select 2 matches", "Green", "Grey"]
    qtbot.keyClick(edit, KEY.Key_Return)
    assert values == [(0, 1, 3)]
    assert edit.text() == ""


def test_select_all_stays_within_the_limit(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, list("abcd"), max_selections=2)
    values, edit = sent(view), view.control.edit
    qtbot.keyClick(edit, KEY.Key_Down)
    qtbot.keyClick(edit, KEY.Key_Return)
    assert values == [(0, 1)]
    assert len(listed(view)) == 1
    assert listed(view)[0].startswith("No more than 2")
    qtbot.keyClick(edit, KEY.Key_Return)
    assert values == [(0, 1)]


@pytest.mark.parametrize(
    ("select_all", "offered"), [(True, True), (False, False), (3, False), (4, True), (0, False)]
)
def test_select_all_is_offered_up_to_its_threshold(
    qtbot: Any, scene: Any, run: Any, select_all: Any, offered: bool
) -> None:
    view = made(qtbot, scene, run, list("abcd"), select_all=select_all)
    qtbot.mouseClick(view.control, LEFT)
    assert ("Select all" in listed(view)) is offered


def test_backspace_takes_back_the_last_and_arrows_point_at_others(qtbot: Any, view: Any) -> None:
    view.show_element(replace(view.element, value=(0, 1, 2)))
    values, edit = sent(view), view.control.edit
    qtbot.keyClick(edit, KEY.Key_Backspace)
    qtbot.keyClick(edit, KEY.Key_Left)
    qtbot.keyClick(edit, KEY.Key_Left)
    assert [tag.is_marked for tag in view.control.tags] == [True, False]
    qtbot.keyClick(edit, KEY.Key_Delete)
    assert values == [(0, 1), (1,)]


def test_the_x_takes_all_back(qtbot: Any, view: Any) -> None:
    values = sent(view)
    qtbot.mouseClick(view.control.clear_button, LEFT)
    assert values == [()]
    assert view.control.clear_button.isHidden()


def test_new_options_can_be_typed_once(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, ["Red"], accept_new_options=True)
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "Pink")
    qtbot.keyClick(edit, KEY.Key_Return)
    qtbot.keyClicks(edit, "pink")
    assert listed(view) == ["No results"]
    assert values == [("Pink",)]


def test_an_update_is_silent_and_keeps_what_is_typed(qtbot: Any, view: Any) -> None:
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "g")
    view.show_element(replace(view.element, value=(1,), options=("Red", "Gold", "Grey")))
    assert values == []
    assert edit.text() == "g"
    assert view.control.is_open
    assert listed(view) == ["Grey"]
    assert tags(view) == ["Gold"]


def test_a_disabled_field_keeps_its_tags(qtbot: Any, view: Any) -> None:
    values = sent(view)
    view.show_element(replace(view.element, disabled=True))
    tag = view.control.tags[0]
    qtbot.mouseClick(tag, LEFT, pos=tag.cross_rect().center())
    qtbot.mouseClick(view.control, LEFT)
    assert values == []
    assert not view.control.is_open


def test_tags_take_more_rows_or_stay_in_one(qtbot: Any, scene: Any, run: Any) -> None:
    names = [f"number {at}" for at in range(12)]
    view = made(qtbot, scene, run, names, names)
    assert view.height_for(320) > 150
    view.show_element(replace(view.element, wrap=False))
    assert view.height_for(320) == 68
    last = view.control.tags[-1]
    assert view.control.strip.rect().contains(last.geometry())


def test_the_list_gets_shorter_with_its_rows(qtbot: Any, view: Any) -> None:
    qtbot.mouseClick(view.control, LEFT)
    before = view.control.popup.height()
    click_row(qtbot, view, 1)
    assert view.control.popup.height() == before - 40


def test_it_tells_its_name_and_value_to_assistive_technology(view: Any) -> None:
    assert view.control.edit.accessibleName() == "Colours"
    assert view.control.edit.accessibleDescription() == "Red"
