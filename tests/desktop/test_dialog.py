from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

import desklit as st
from desklit.state import errors

APP = """
    import streamlit as st
    st.session_state.setdefault("full", 0)
    st.session_state.full += 1
    def dismissed(): st.session_state.dismissed = True
    @st.dialog("Add a **row**", on_dismiss=HOW)
    def add(kind):
        st.text(f"Add a {kind}")
        name = st.text_input("Name", key="name")
        st.button("again", key="again")
        if st.button("Save", key="save"):
            st.session_state.saved = name
            st.rerun()
    if st.button("open", key="open"):
        add("row")
    st.text(f"full {st.session_state.full} {st.session_state.get('saved')}")
"""


@pytest.fixture
def opened(open_script, find, qtbot):
    def open_it(how='"ignore"', more=""):
        window = open_script(APP.replace("HOW", how).replace("on_dismiss", f"{more}on_dismiss"))
        with qtbot.waitSignal(window.settled):
            qtbot.mouseClick(find(window, "button", "open").button, Qt.MouseButton.LeftButton)
        sheet = find(window, "dialog")
        assert sheet.is_open()
        return window, sheet

    return open_it


def press(window, find, qtbot, key):
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button", key).button, Qt.MouseButton.LeftButton)


def test_a_dialog_shows_over_the_page_and_its_widgets_run_it_alone(opened, texts, find, qtbot):
    window, sheet = opened()
    assert texts(window) == ["full 2 None", "Add a row"]
    press(window, find, qtbot, "again")
    assert texts(window) == ["full 2 None", "Add a row"]
    assert sheet.is_open()


def test_a_rerun_closes_it_with_what_was_typed(opened, texts, find, qtbot):
    window, _ = opened()
    edit = find(window, "text_input").findChild(QLineEdit)
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(edit, "Ada")
    press(window, find, qtbot, "save")
    qtbot.waitUntil(lambda: texts(window) == ["full 3 Ada"])
    assert "dialog" not in [view.element.kind for view in window.canvas.all_views()]


@pytest.mark.parametrize("way", ["escape", "cross", "beside"])
def test_its_user_dismisses_it(opened, qtbot, way):
    window, sheet = opened()
    with qtbot.assertNotEmitted(window.settled, wait=80):
        if way == "escape":
            qtbot.keyClick(sheet.shade, Qt.Key.Key_Escape)
        elif way == "cross":
            qtbot.mouseClick(sheet.cross, Qt.MouseButton.LeftButton)
        else:
            qtbot.mouseClick(sheet.shade, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not sheet.is_open()


def test_a_dismissed_dialog_opens_again(opened, find, qtbot):
    window, sheet = opened()
    qtbot.keyClick(sheet.shade, Qt.Key.Key_Escape)
    press(window, find, qtbot, "open")
    assert find(window, "dialog").is_open()


def test_a_dismissal_may_run_the_script(opened, texts, qtbot):
    window, sheet = opened('"rerun"')
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(sheet.shade, Qt.Key.Key_Escape)
    assert texts(window) == ["full 3 None"]


def test_a_dismissal_may_call_a_function(opened, qtbot):
    window, sheet = opened("dismissed")
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(sheet.shade, Qt.Key.Key_Escape)
    assert window.session.state["dismissed"] is True


def test_a_dialog_that_must_be_answered_stays(opened, qtbot):
    _, sheet = opened(more="dismissible=False, ")
    qtbot.keyClick(sheet.shade, Qt.Key.Key_Escape)
    assert sheet.is_open()
    assert not sheet.cross.isVisible()


def test_tab_stays_within_the_sheet(opened, find, qtbot):
    window, sheet = opened()
    for _ in range(8):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.sheet.isAncestorOf(window.focusWidget())


def test_keys_of_the_window_do_nothing_meanwhile(opened, qtbot):
    window, sheet = opened()
    with qtbot.assertNotEmitted(window.settled, wait=80):
        qtbot.keyClick(sheet.shade, Qt.Key.Key_R)


def test_the_sheet_fits_a_narrow_window(opened, qtbot):
    window, sheet = opened()
    window.resize(360, 500)
    qtbot.waitUntil(lambda: sheet.shade.width() == 360)
    assert sheet.sheet.width() == 360 - 64
    assert sheet.sheet.geometry().bottom() <= 500


@pytest.mark.parametrize(("position", "edge"), [("left", 0), ("right", 500)])
def test_a_drawer_takes_the_height_at_one_side(opened, qtbot, position, edge):
    window, sheet = opened(more=f"position={position!r}, ")
    assert sheet.sheet.height() == window.height()
    assert sheet.sheet.x() == edge
    sheet.pull(700)
    assert sheet.sheet.width() == 700


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("",), errors.StreamlitMissingRequiredParameterError),
        ((3,), errors.StreamlitMissingRequiredParameterError),
    ],
)
def test_a_dialog_needs_a_title(arguments, error):
    with pytest.raises(error, match="title"):
        st.dialog(*arguments)(lambda: None)()


@pytest.mark.parametrize(
    "wrong", [{"width": "x"}, {"width": 0}, {"width": True}, {"position": "x"}, {"on_dismiss": "x"}]
)
def test_wrong_arguments_are_refused_when_it_is_to_open(wrong):
    dialog = st.dialog("T", **wrong)(lambda: None)
    with pytest.raises(errors.StreamlitValueError, match=next(iter(wrong))):
        dialog()


def test_two_dialogs_in_one_run_are_an_error(open_script, find):
    window = open_script(
        """
        import streamlit as st
        @st.dialog("One")
        def one(): st.text("1")
        @st.dialog("Two")
        def two(): st.text("2")
        one()
        two()
        """
    )
    assert "StreamlitInvalidLayoutContextError" in str(find(window, "exception").element)


def test_a_dialog_in_a_dialog_is_an_error(open_script, find):
    window = open_script(
        """
        import streamlit as st
        @st.dialog("Two")
        def two(): st.text("2")
        @st.dialog("One")
        def one(): two()
        one()
        """
    )
    assert "StreamlitInvalidLayoutContextError" in str(find(window, "exception").element)
