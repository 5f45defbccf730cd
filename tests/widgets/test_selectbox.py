"""``st.selectbox`` in a script, and under the hands of a user."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

import desklit as st
from desklit.state.errors import (
    StreamlitAPIException,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidWidthError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from desklit.state.widget import Change
from desklit.widgets.selectbox import SelectboxView

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


def test_the_first_option_is_chosen_unless_index_says_otherwise(run: Any) -> None:
    assert st.selectbox("A", ["x", "y"]) == "x"
    assert st.selectbox("B", ["x", "y"], index=1) == "y"
    assert st.selectbox("C", ["x", "y"], index=None) is None
    assert st.selectbox("D", [], index=3) is None


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"index": 2}, StreamlitValueOutOfRangeError),
        ({"index": True}, TypeError),
        ({"index": "x"}, StreamlitInvalidParameterTypeError),
        ({"filter_mode": "x"}, StreamlitValueError),
        ({"filter_mode": None, "accept_new_options": True}, StreamlitIncompatibleParametersError),
        ({"icon": "x"}, StreamlitAPIException),
        ({"icon": ":material/foo:"}, StreamlitAPIException),
        ({"placeholder": 5}, TypeError),
        ({"format_func": lambda option: 5}, TypeError),
        ({"width": "content"}, StreamlitInvalidWidthError),
        ({"label_visibility": "q"}, StreamlitValueError),
    ],
)
def test_wrong_arguments_are_refused(run: Any, more: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        st.selectbox("A", ["x", "y"], **more)


@pytest.mark.parametrize(("options", "want"), [(["c", "a"], "c"), (["a", "b"], "b"), ([], None)])
def test_a_choice_that_is_gone_falls_back_to_the_default(
    run: Any, next_run: Any, options: Any, want: Any
) -> None:
    st.selectbox("A", ["a", "b", "c"], key="k", index=1)
    next_run(Change(shown(run).id, 2))
    assert st.selectbox("A", options, key="k", index=1) == want


@pytest.mark.parametrize(
    ("odd", "want"), [("q", 1), (None, None), ([2], 1), (1.0, 1), (True, 1), ("2", "2"), (2, 2)]
)
def test_the_state_may_hold_what_is_no_option(run: Any, odd: Any, want: Any) -> None:
    st.session_state.k = odd
    assert repr(st.selectbox("A", [1, 2], key="k")) == repr(want)


def test_a_new_text_is_kept_where_new_options_are_accepted(run: Any, next_run: Any) -> None:
    st.selectbox("A", ["a", "b"], key="k", accept_new_options=True)
    next_run(Change(shown(run).id, "new"))
    assert st.selectbox("A", ["a", "b"], key="k", accept_new_options=True) == "new"


def test_accepting_new_options_makes_another_selectbox(run: Any, next_run: Any) -> None:
    st.selectbox("A", ["a", "b"], key="k")
    next_run(Change(shown(run).id, 1))
    assert st.selectbox("A", ["a", "b"], key="k", accept_new_options=True) == "a"


@pytest.mark.parametrize(
    ("options", "more", "hint"),
    [
        (["a"], {}, "Choose an option"),
        (["a"], {"accept_new_options": True}, "Choose or add an option"),
        ([], {"accept_new_options": True}, "Add an option"),
        ([], {}, "No options to select"),
        (["a"], {"placeholder": "Where?"}, "Where?"),
    ],
)
def test_the_placeholder_says_what_can_be_done(run: Any, options: Any, more: Any, hint: str) -> None:
    st.selectbox("A", options, index=None, **more)
    assert shown(run).placeholder == hint


@pytest.mark.parametrize(
    ("more", "can"), [({}, False), ({"index": None}, True), ({"index": None, "required": True}, False)]
)
def test_only_a_choice_that_began_empty_can_be_cleared(run: Any, more: Any, can: bool) -> None:
    st.selectbox("A", ["a"], **more)
    assert shown(run).can_clear is can


# The view


class Host(QWidget):
    """A window around a view, with something else to click."""

    def __init__(self, view: SelectboxView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addWidget(view)
        self.other = QWidget(self)
        self.other.setFixedHeight(30)
        column.addWidget(self.other)


def made(qtbot: Any, scene: Any, run: Any, *args: Any, **more: Any) -> Any:
    st.selectbox("City", *args, **more)
    view: Any = SelectboxView(shown(run), scene)
    host = Host(view)
    qtbot.addWidget(host)
    view.host = host
    host.resize(300, 200)
    with qtbot.waitActive(host):
        host.show()
        host.activateWindow()
    view.control.edit.setFocus()
    return view


def host_of(view: SelectboxView) -> Host:
    host = view.parentWidget()
    assert isinstance(host, Host)
    return host


@pytest.fixture
def view(qtbot: Any, scene: Any, run: Any) -> Any:
    return made(qtbot, scene, run, ["Berlin", "Lima", "Oslo"], index=None, key="k", help="where")


def sent(view: SelectboxView) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def listed(view: SelectboxView) -> list[str]:
    popup = view.control.popup
    assert popup is not None
    return [row.text for row in popup.rows]


def lit(view: SelectboxView) -> str:
    popup = view.control.popup
    row = popup.lit() if popup is not None else None
    return row.text if row is not None else ""


def click_row(qtbot: Any, view: SelectboxView, place: int) -> None:
    popup = view.control.popup
    assert popup is not None
    index = popup.list.model().index(place, 0)
    qtbot.mouseClick(popup.list.viewport(), LEFT, pos=popup.list.visualRect(index).center())


def test_a_click_opens_the_list_and_a_click_on_a_row_chooses(qtbot: Any, view: SelectboxView) -> None:
    values = sent(view)
    qtbot.mouseClick(view.control.edit, LEFT)
    assert listed(view) == ["Berlin", "Lima", "Oslo"]
    click_row(qtbot, view, 1)
    assert values == [1]
    assert not view.control.is_open
    assert view.control.edit.shown_value == "Lima"


def test_a_second_click_or_one_elsewhere_closes_the_list(qtbot: Any, view: SelectboxView) -> None:
    values = sent(view)
    qtbot.mouseClick(view.control, LEFT)
    assert view.control.is_open
    qtbot.mouseClick(view.control, LEFT)
    assert not view.control.is_open
    qtbot.mouseClick(view.control, LEFT)
    qtbot.mouseClick(host_of(view).other, LEFT)
    assert not view.control.is_open
    assert values == []


def test_keys_open_move_and_choose(qtbot: Any, view: SelectboxView) -> None:
    values, edit = sent(view), view.control.edit
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Return):
        qtbot.keyClick(edit, key)
    assert values == [1]
    for key in (KEY.Key_Space, KEY.Key_End, KEY.Key_Enter):
        qtbot.keyClick(edit, key)
    assert values == [1, 2]
    for key in (KEY.Key_Space, KEY.Key_Home, KEY.Key_Escape):
        qtbot.keyClick(edit, key)
    assert values == [1, 2]
    assert not view.control.is_open


def test_typing_filters_and_enter_chooses_the_best(qtbot: Any, view: SelectboxView) -> None:
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "li")
    assert listed(view) == ["Lima", "Berlin"]
    qtbot.keyClick(edit, KEY.Key_Return)
    assert values == [1]
    assert edit.text() == ""


def test_a_text_that_finds_nothing_says_so_and_can_not_be_chosen(qtbot: Any, view: SelectboxView) -> None:
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "zz")
    assert listed(view) == ["No results"]
    qtbot.keyClick(edit, KEY.Key_Return)
    click_row(qtbot, view, 0)
    assert values == []


def test_the_x_and_backspace_clear(qtbot: Any, view: SelectboxView) -> None:
    values, field = sent(view), view.control
    assert field.clear_button.isHidden()
    view.show_element(replace(view.element, value=1))
    qtbot.mouseClick(field.clear_button, LEFT)
    assert values == [None]
    assert field.edit.shown_value == "Choose an option"
    view.show_element(replace(view.element, value=1))
    qtbot.keyClick(field.edit, KEY.Key_Backspace)
    assert values == [None, None]


def test_the_chosen_one_again_changes_nothing(qtbot: Any, view: SelectboxView) -> None:
    view.show_element(replace(view.element, value=1))
    values = sent(view)
    qtbot.keyClick(view.control.edit, KEY.Key_Down)
    qtbot.keyClick(view.control.edit, KEY.Key_Return)
    assert values == []


def test_an_update_is_silent_and_keeps_an_open_list_and_what_is_typed(
    qtbot: Any, view: SelectboxView
) -> None:
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "l")
    qtbot.keyClick(edit, KEY.Key_Down)
    before = lit(view)
    view.show_element(replace(view.element, value=0, options=("Ulm", "Berlin", "Lima", "Oslo", "Linz")))
    assert values == []
    assert view.control.is_open
    assert edit.text() == "l"
    assert "Linz" in listed(view)
    assert lit(view) == before


def test_a_field_that_gets_disabled_closes(qtbot: Any, view: SelectboxView) -> None:
    qtbot.mouseClick(view.control, LEFT)
    view.show_element(replace(view.element, disabled=True))
    assert not view.control.is_open
    qtbot.mouseClick(view.control, LEFT)
    assert not view.control.is_open


def test_a_new_option_can_be_typed_but_an_existing_one_is_chosen(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, ["Lima", "Oslo"], accept_new_options=True)
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "Bonn")
    assert listed(view) == ["Add: Bonn"]
    qtbot.keyClick(edit, KEY.Key_Return)
    assert edit.shown_value == "Bonn"
    qtbot.keyClicks(edit, "oslo")
    assert listed(view) == ["Oslo"]
    qtbot.keyClick(edit, KEY.Key_Return)
    assert values == ["Bonn", 1]


def test_without_filter_letters_jump_and_nothing_is_typed(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, ["Berlin", "Lima", "Linz"], filter_mode=None)
    values, edit = sent(view), view.control.edit
    qtbot.keyClicks(edit, "lin")
    assert edit.text() == ""
    qtbot.keyClick(edit, KEY.Key_Return)
    assert values == [2]


def test_a_field_without_options_is_disabled(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, [])
    assert not view.control.isEnabled()
    assert view.control.edit.shown_value == "No options to select"


def test_a_long_list_scrolls_after_eight_rows_and_opens_at_the_choice(
    qtbot: Any, scene: Any, run: Any
) -> None:
    view = made(qtbot, scene, run, [f"o{at}" for at in range(500)], index=300)
    qtbot.mouseClick(view.control, LEFT)
    popup = view.control.popup
    assert popup is not None
    assert popup.list.height() == 320
    assert lit(view) == "o300"
    assert popup.list.viewport().rect().contains(popup.list.visualRect(popup.list.currentIndex()))


def test_it_tells_its_name_and_value_to_assistive_technology(view: SelectboxView) -> None:
    view.show_element(replace(view.element, value=2))
    assert view.control.edit.accessibleName() == "City"
    assert view.control.edit.accessibleDescription() == "Oslo"


def test_its_border_is_lit_while_it_has_the_focus(view: SelectboxView) -> None:
    assert view.control.is_focused


def test_the_list_follows_its_field_and_closes_when_it_is_out_of_sight(
    qtbot: Any, view: SelectboxView
) -> None:
    qtbot.mouseClick(view.control, LEFT)
    popup = view.control.popup
    assert popup is not None
    before = popup.y()
    view.move(view.x(), view.y() + 20)
    qtbot.waitUntil(lambda: popup.y() == before + 20)
    view.move(view.x(), 5000)
    qtbot.waitUntil(lambda: not popup.isVisible())


def test_a_required_choice_keeps_a_form_from_being_sent(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, ["a", "b"], index=None, required=True)
    assert not view.may_submit()
    assert view.error.text() == "Choose an option."
    assert view.height_for(300) > 76
    qtbot.keyClick(view.control.edit, KEY.Key_Down)
    qtbot.keyClick(view.control.edit, KEY.Key_Return)
    assert view.may_submit()
    assert view.error.isHidden()
    assert view.height_for(300) == 68
