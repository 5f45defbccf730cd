"""``st.pills`` and ``st.segmented_control`` in a script, and under the hands of a user."""

from __future__ import annotations

import enum
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state.errors import (
    StreamlitAPIException,
    StreamlitDefaultNotInOptionsError,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
)
from desklit.state.widget import Change
from desklit.widgets.button_group import ButtonGroupView
from desklit.widgets.markdown.icons import split_icon

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
KINDS = ["pills", "segmented_control"]


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("options", "more", "want"),
    [
        ([1, 2], {}, None),
        ([1, 2], {"default": 2}, 2),
        ([1, 2], {"default": [2]}, 2),
        ([1, 2], {"default": []}, None),
        ([1, 2], {"selection_mode": "multi"}, []),
        ([1, 2], {"selection_mode": "multi", "default": 1}, [1]),
        ([1, 2], {"selection_mode": "multi", "default": [2, 1]}, [2, 1]),
        ([None, 2], {"default": [None]}, None),
        (Color, {"default": Color.BLUE}, Color.BLUE),
        ("abc", {"default": "abc"}, "abc"),
    ],
)
def test_a_default_is_one_option_or_a_list(run: Any, kind: str, options: Any, more: Any, want: Any) -> None:
    assert getattr(st, kind)("A", options, **more) == want
    assert shown(run).kind == "button_group"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"default": 3}, StreamlitDefaultNotInOptionsError),
        ({"default": [None]}, StreamlitDefaultNotInOptionsError),
        ({"default": [1, 2]}, StreamlitAPIException),
        ({"selection_mode": "x"}, StreamlitValueError),
        ({"selection_mode": "multi", "required": True}, StreamlitIncompatibleParametersError),
        ({"width": 0}, StreamlitInvalidWidthError),
        ({"format_func": 5}, TypeError),
    ],
)
def test_wrong_arguments_are_refused(run: Any, kind: str, more: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        getattr(st, kind)("A", [1, 2], **more)


@pytest.mark.parametrize(
    ("more", "wire", "want"),
    [
        ({}, (2,), None),
        ({"default": "b"}, (2,), "b"),
        ({"default": "b"}, (), None),
        ({"selection_mode": "multi"}, (2, 0), ["a"]),
    ],
)
def test_a_choice_that_is_gone_is_dropped(run: Any, next_run: Any, more: Any, wire: Any, want: Any) -> None:
    st.pills("A", ["a", "b", "c"], key="k", **more)
    next_run(Change(shown(run).id, wire))
    assert st.pills("A", ["a", "b"], key="k", **more) == want


def test_another_mode_makes_another_widget(run: Any, next_run: Any) -> None:
    st.pills("A", ["a", "b"], key="k")
    next_run(Change(shown(run).id, (0,)))
    assert st.pills("A", ["a", "b"], key="k", selection_mode="multi") == []


@pytest.mark.parametrize(
    ("odd", "more", "want"),
    [
        ("q", {"default": "b"}, "b"),
        (None, {"default": "b"}, None),
        (["a"], {}, None),
        (["a", "q"], {"selection_mode": "multi"}, ["a"]),
        (("b",), {"selection_mode": "multi"}, ("b",)),
    ],
)
def test_the_state_may_hold_what_is_no_option(run: Any, odd: Any, more: Any, want: Any) -> None:
    st.session_state.k = odd
    assert st.pills("A", ["a", "b"], key="k", **more) == want


@pytest.mark.parametrize(
    ("label", "icon", "rest"),
    [
        (":material/home: Home", ":material/home:", "Home"),
        ("🎈 B", "🎈", "B"),
        ("🎈", "🎈", ""),
        ("👩‍🚀 z", "👩‍🚀", "z"),
        ("🎈🎈 y", "", "🎈🎈 y"),
        ("B 🎈", "", "B 🎈"),
        (":balloon: h", "", ":balloon: h"),
        (":material/foo: x", "", ":material/foo: x"),
        ("élan vital", "", "élan vital"),
    ],
)
def test_a_label_may_begin_with_an_icon(label: str, icon: str, rest: str) -> None:
    assert split_icon(label) == (icon, rest)


@pytest.mark.parametrize(
    ("texts", "more", "want", "kept"),
    [
        (["a", "zz"], {"default": "b"}, "a", ["a"]),
        (["zz"], {"default": "b"}, "b", []),
        ([""], {"default": "b"}, None, [""]),
        (["c", "a"], {"selection_mode": "multi"}, ["c", "a"], ["c", "a"]),
        (["a", "zz"], {"selection_mode": "multi", "default": "a"}, ["a"], []),
        ([""], {"selection_mode": "multi", "default": "a"}, [], [""]),
    ],
)
def test_query_parameters_can_set_it(
    run: Any, state: Any, texts: Any, more: Any, want: Any, kept: Any
) -> None:
    state.query.put("k", texts)
    assert st.pills("A", ["a", "b", "c"], key="k", bind="query-params", **more) == want
    assert state.query.get_all("k") == kept


# The view


def made(qtbot: Any, scene: Any, run: Any, kind: str, *args: Any, **more: Any) -> Any:
    getattr(st, kind)("Days", *args, **more)
    view: Any = ButtonGroupView(shown(run), scene)
    qtbot.addWidget(view)
    view.resize(320, view.height_for(320))
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


@pytest.fixture(params=KINDS)
def view(request: Any, qtbot: Any, scene: Any, run: Any) -> Any:
    return made(qtbot, scene, run, request.param, ["Mo", ":red[Tu]", "We"], default="Mo", key="k")


def sent(view: Any) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def down(view: Any) -> list[int]:
    return [place for place, button in enumerate(view.control.buttons) if button.isChecked()]


def test_a_click_chooses_and_a_second_one_takes_it_back(qtbot: Any, view: Any) -> None:
    values, buttons = sent(view), view.control.buttons
    qtbot.mouseClick(buttons[1], LEFT)
    assert (values, down(view)) == ([1], [1])
    qtbot.mouseClick(buttons[1], LEFT)
    assert (values, down(view)) == ([1, None], [])


def test_what_is_required_can_not_be_taken_back(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, "pills", ["a", "b"], default="a", required=True)
    values = sent(view)
    qtbot.mouseClick(view.control.buttons[0], LEFT)
    assert (values, down(view)) == ([], [0])
    qtbot.mouseClick(view.control.buttons[1], LEFT)
    assert values == [1]


def test_several_are_chosen_in_the_order_of_clicks(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, "pills", list("abc"), selection_mode="multi")
    values = sent(view)
    for place in (2, 0, 2):
        qtbot.mouseClick(view.control.buttons[place], LEFT)
    assert values == [(2,), (2, 0), (0,)]


def test_arrows_move_the_focus_and_space_or_enter_presses(qtbot: Any, view: Any) -> None:
    values, buttons = sent(view), view.control.buttons
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], KEY.Key_Left)
    assert buttons[2].hasFocus()
    assert values == []
    qtbot.keyClick(buttons[2], KEY.Key_Space)
    qtbot.keyClick(buttons[2], KEY.Key_Home)
    qtbot.keyClick(buttons[0], KEY.Key_Return)
    assert values == [2, 0]


def test_only_one_button_is_a_stop_of_the_tab_key(view: Any) -> None:
    buttons = view.control.buttons
    assert [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in buttons] == [
        True,
        False,
        False,
    ]


def test_an_update_is_silent_and_keeps_the_focus(view: Any) -> None:
    values = sent(view)
    view.control.buttons[1].setFocus()
    view.show_element(replace(view.element, value=2, options=("Mo", "Di", "Mi"), icons=("", "🎈", "")))
    assert (values, down(view)) == ([], [2])
    assert view.control.buttons[1].hasFocus()
    assert [button.accessibleName() for button in view.control.buttons] == ["Mo", "Di", "Mi"]


def test_a_disabled_group_does_not_choose(qtbot: Any, view: Any) -> None:
    values = sent(view)
    view.show_element(replace(view.element, disabled=True))
    qtbot.mouseClick(view.control.buttons[1], LEFT)
    assert (values, down(view)) == ([], [0])


@pytest.mark.parametrize("kind", KINDS)
def test_many_options_break_or_scroll(qtbot: Any, scene: Any, run: Any, kind: str) -> None:
    names = [f"number {at}" for at in range(9)]
    view = made(qtbot, scene, run, kind, names)
    assert view.height_for(320) > 100
    view.show_element(replace(view.element, wrap=False))
    view.resize(320, view.height_for(320))
    assert view.height_for(320) == 60
    last = view.control.buttons[-1]
    assert last.x() > 320
    last.setFocus()
    assert last.geometry().right() <= 320


def test_buttons_share_the_whole_width_when_asked_to(view: Any) -> None:
    view.show_element(replace(view.element, width="stretch"))
    assert view.control.buttons[-1].geometry().right() == view.control.width() - 1
