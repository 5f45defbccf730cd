from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


def test_a_choice_lasts_for_one_run(run, next_run, elements):
    assert st.menu_button("Go", ["x", "y"], key="k") is None
    next_run(Change(elements()[0].id, 1))
    assert st.menu_button("Go", ["x", "y"], key="k") == "y"
    assert st.session_state.k == "y"
    next_run()
    assert st.menu_button("Go", ["x", "y"], key="k") is None


def test_a_function_is_called_before_the_run(run, next_run, elements):
    calls = []
    st.menu_button("Go", ["x"], on_click=calls.append, args=[1])
    next_run(Change(elements()[0].id, 0))
    assert calls == [1]


def test_options_are_shown_by_their_labels(run, next_run, elements):
    st.menu_button("Go", range(1, 4), format_func=lambda n: f"No {n}")
    assert elements()[0].options == ("No 1", "No 2", "No 3")
    next_run(Change(elements()[0].id, 2))
    assert st.menu_button("Go", range(1, 4), format_func=lambda n: f"No {n}") == 3


@pytest.mark.parametrize(
    ("options", "arguments", "error"),
    [
        ([], {}, errors.StreamlitMissingRequiredParameterError),
        (None, {}, errors.StreamlitMissingRequiredParameterError),
        (["x", "x"], {}, errors.StreamlitAPIException),
        (["x"], {"type": "z"}, errors.StreamlitValueError),
        (["x"], {"on_click": "rerun"}, errors.StreamlitAPIException),
        (["x"], {"width": "z"}, errors.StreamlitInvalidWidthError),
        (["x"], {"icon": "z"}, errors.StreamlitAPIException),
        ([1], {"format_func": lambda n: n}, TypeError),
        (["x"], {"format_func": "u"}, TypeError),
    ],
)
def test_wrong_arguments_are_refused(run, options, arguments, error):
    with pytest.raises(error):
        st.menu_button("a", options, **arguments)


def test_the_state_can_not_set_it_and_a_form_has_none(run):
    st.session_state.k = "x"
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError):
        st.menu_button("a", ["x"], key="k")
    with st.form("f"), pytest.raises(errors.StreamlitInvalidLayoutContextError, match="menu_button"):
        st.menu_button("a", ["x"])


@pytest.fixture
def menu_button(run, show):
    def make(options=("One", "**Two**", ":material/home: Three"), **arguments):
        st.menu_button("Go", options, **arguments)
        view = show(run).items[0]
        view.told = []
        view.changed.connect(view.told.append)
        return view

    return make


def test_the_menu_shows_plain_labels_and_icons(menu_button):
    actions = menu_button().menu.actions()
    assert [action.text() for action in actions] == ["One", "Two", "Three"]
    assert [action.icon().isNull() for action in actions] == [True, True, False]


def test_a_click_in_the_menu_chooses(menu_button, qtbot):
    view = menu_button()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.menu.isVisible)
    spot = view.menu.actionGeometry(view.menu.actions()[1]).center()
    qtbot.mouseClick(view.menu, Qt.MouseButton.LeftButton, pos=spot)
    assert view.told == [1]
    assert not view.menu.isVisible()


def test_keys_open_the_menu_and_choose(menu_button, qtbot):
    view = menu_button()
    view.button.setFocus()
    qtbot.keyClick(view.button, Qt.Key.Key_Space)
    qtbot.waitUntil(view.menu.isVisible)
    qtbot.keyClick(view.menu, Qt.Key.Key_Down)
    qtbot.keyClick(view.menu, Qt.Key.Key_Down)
    qtbot.keyClick(view.menu, Qt.Key.Key_Return)
    assert view.told == [2]


def test_escape_closes_without_a_choice(menu_button, qtbot):
    view = menu_button()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.menu, Qt.Key.Key_Escape)
    assert not view.menu.isVisible()
    assert not view.button.is_open
    assert view.told == []


def test_disabled_does_not_open(menu_button, qtbot):
    view = menu_button(disabled=True)
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert not view.menu.isVisible()
