from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


def test_a_popover_holds_elements_and_does_not_tell_its_state(run, elements):
    box = st.popover("More", key="k")
    box.text("inside")
    st.popover("More")
    assert [element.kind for element in elements()] == ["popover", "text", "popover"]
    assert box.open is None
    assert "k" not in st.session_state


def test_a_followed_popover_tells_whether_it_is_open(run, next_run, elements):
    assert st.popover("More", key="k", on_change="rerun").open is False
    next_run(Change(elements()[0].id, True))
    assert st.popover("More", key="k", on_change="rerun").open is True
    assert st.session_state.k is True


def test_the_session_state_opens_it(run, elements):
    st.session_state.k = True
    assert st.popover("More", key="k", on_change="rerun").open is True
    assert elements()[0].value is True
    st.session_state.j = "x"
    with pytest.raises(TypeError):
        st.popover("More", key="j", on_change="rerun")


@pytest.mark.parametrize(
    ("label", "arguments", "error"),
    [
        (5, {}, TypeError),
        (None, {}, errors.StreamlitMissingRequiredParameterError),
        ("a", {"type": "x"}, errors.StreamlitValueError),
        ("a", {"icon": "x"}, errors.StreamlitAPIException),
        ("a", {"on_change": "x"}, errors.StreamlitValueError),
        ("a", {"on_change": None}, errors.StreamlitValueError),
        ("a", {"width": "x"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, label, arguments, error):
    with pytest.raises(error):
        st.popover(label, **arguments)


def test_keys_are_used_once_and_forms_take_no_function(run):
    st.popover("a", key="k")
    with pytest.raises(errors.StreamlitDuplicateElementKey):
        st.popover("a", key="k")
    with st.form("f"):
        st.popover("a", on_change="rerun")
        with pytest.raises(errors.StreamlitInvalidFormCallbackError):
            st.popover("a", on_change=print)


@pytest.fixture
def popover(run, show):
    def make(width=700, **arguments):
        st.text("above")
        with st.popover("More", **arguments):
            st.selectbox("Fruit", ["Apple", "Pear"])
            st.text("inside")
        view = show(run, width).items[1]
        view.told = []
        view.changed.connect(view.told.append)
        return view

    return make


@pytest.mark.parametrize(("on_change", "told"), [("ignore", []), ("rerun", [True, False])])
def test_clicks_open_and_close_the_sheet(popover, qtbot, on_change, told):
    view = popover(on_change=on_change)
    assert view.items == []
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert view.items[0].isVisible()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert not view.items[0].isVisible()
    assert view.told == told


def test_a_click_elsewhere_closes_it_and_one_on_it_does_not(popover, qtbot):
    view = popover(on_change="rerun")
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    qtbot.mouseClick(view.items[1], Qt.MouseButton.LeftButton)
    assert view.is_open
    qtbot.mouseClick(view.block.items[0], Qt.MouseButton.LeftButton)
    assert not view.is_open
    assert view.told == [True, False]


def test_a_choice_in_a_pop_up_of_the_sheet_leaves_it_open(popover, qtbot):
    view = popover()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    select = view.items[0]
    qtbot.mouseClick(select.control.edit, Qt.MouseButton.LeftButton)
    popup = select.control.popup
    index = popup.list.model().index(1, 0)
    spot = popup.list.visualRect(index).center()
    with qtbot.waitSignal(select.changed) as chosen:
        qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [1]
    assert view.is_open


def test_space_opens_and_escape_closes(popover, qtbot):
    view = popover()
    view.button.setFocus()
    qtbot.keyClick(view.button, Qt.Key.Key_Space)
    assert view.is_open
    qtbot.keyClick(view.button, Qt.Key.Key_Escape)
    assert not view.is_open


def test_escape_on_the_sheet_gives_the_focus_back(popover, qtbot):
    view = popover()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    view.items[0].focusProxy().setFocus()
    qtbot.keyClick(view.sheet, Qt.Key.Key_Escape)
    assert not view.is_open
    assert view.button.hasFocus()


@pytest.mark.parametrize("width", [700, 360])
def test_the_sheet_lies_below_the_button_within_the_window(popover, qtbot, width):
    view = popover(width)
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    window = view.window()
    assert view.sheet.parentWidget() is window
    assert view.sheet.y() + 12 > view.button.mapTo(window, view.button.rect().bottomLeft()).y()
    assert window.rect().adjusted(-12, -12, 12, 12).contains(view.sheet.geometry())
    assert view.items[0].width() >= 270


def test_a_rerun_keeps_it_open_and_shows_what_is_new(popover, qtbot, next_run):
    view = popover()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    before = view.sheet.height()
    second = next_run()
    st.text("above")
    with st.popover("More"):
        st.selectbox("Fruit", ["Apple", "Pear"])
        st.text("inside")
        st.text("new")
    view.block.canvas.take(second)
    assert view.is_open
    assert view.items[2].isVisible()
    assert view.sheet.height() > before


def test_what_goes_takes_its_sheet_along(popover, qtbot, next_run):
    view = popover()
    sheet = view.sheet
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    second = next_run()
    st.text("above")
    region = view.block
    region.canvas.take(second)
    assert not sheet.isVisible()


def test_disabled_does_not_open(popover, qtbot):
    view = popover(disabled=True)
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert not view.is_open
