from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

APP = """
    import streamlit as st
    st.sidebar.text_input("Name")
    st.text("page")
"""
LEFT = Qt.MouseButton.LeftButton


def config(state):
    return f"""
    import streamlit as st
    st.set_page_config(initial_sidebar_state={state!r})
    st.sidebar.text("side")
    """


def test_a_window_that_becomes_narrow_folds_the_sidebar_until_there_is_room_again(open_script, qtbot):
    window = open_script(APP)
    assert window.sidebar.isVisible()
    window.resize(420, 700)
    qtbot.waitUntil(lambda: not window.sidebar.isVisible())
    window.resize(1000, 700)
    qtbot.waitUntil(window.sidebar.isVisible)


def test_one_that_was_folded_stays_folded_when_there_is_room_again(open_script, qtbot):
    window = open_script(APP)
    qtbot.mouseClick(window.sidebar.fold_button, LEFT)
    window.resize(420, 700)
    qtbot.waitUntil(window.sidebar.is_over_page)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.sidebar.is_over_page())
    assert not window.sidebar.isVisible()


def test_in_a_narrow_window_it_lies_over_the_page_and_a_click_beside_it_folds_it(open_script, qtbot):
    window = open_script(APP, size=(420, 700))
    before = window.area.geometry()
    qtbot.mouseClick(window.header.unfold, LEFT)
    assert window.sidebar.isVisible()
    assert window.area.geometry() == before
    assert window.childAt(400, 300) is window.scrim
    qtbot.mouseClick(window.scrim, LEFT, pos=QPoint(400, 300))
    assert not window.sidebar.isVisible()
    assert not window.scrim.isVisible()


def test_escape_folds_what_lies_over_the_page(open_script, qtbot):
    window = open_script(APP, size=(420, 700))
    qtbot.mouseClick(window.header.unfold, LEFT)
    qtbot.keyClick(window.sidebar.fold_button, Qt.Key.Key_Escape)
    assert not window.sidebar.isVisible()


@pytest.mark.parametrize(("state", "shown"), [("auto", True), ("expanded", True), ("collapsed", False)])
def test_the_page_config_says_how_it_begins(open_script, state, shown):
    assert open_script(config(state)).sidebar.isVisible() is shown


def test_the_page_config_may_give_its_width(open_script):
    assert open_script(config(440)).sidebar.width() == 440


def test_a_user_who_folds_it_is_not_overruled_by_reruns(open_script, qtbot):
    window = open_script(config("expanded"))
    qtbot.mouseClick(window.sidebar.fold_button, LEFT)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    assert not window.sidebar.isVisible()


def test_expanded_is_honoured_in_a_narrow_window(open_script):
    window = open_script(config("expanded"), size=(420, 700))
    assert window.sidebar.isVisible()
    assert window.sidebar.width() <= 420 - 48


def test_an_app_without_sidebar_shows_neither_it_nor_its_button(open_script):
    window = open_script("import streamlit as st\nst.text('page')")
    assert not window.sidebar.isVisible()
    assert not window.header.unfold.isVisible()
    assert window.area.x() == 0


def test_it_goes_when_its_last_element_does(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        if st.checkbox("side", True):
            st.sidebar.text("side")
        """
    )
    assert window.sidebar.isVisible()
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(False)
    assert not window.sidebar.isVisible()


def test_it_has_the_theme_of_the_sidebar(open_script, find):
    window = open_script(APP, **{"theme.sidebar.backgroundColor": "#102030"})
    view = find(window, "text_input")
    assert view.scene.theme.background == "#102030"
    assert window.sidebar.grab().toImage().pixelColor(10, 300).name() == "#102030"
    assert window.scene.theme.background != "#102030"


def test_pulled_beyond_its_bounds_it_waits_for_the_mouse_to_come_back(open_script, qtbot):
    window = open_script(APP)
    grip = window.sidebar.grip
    qtbot.mousePress(grip, LEFT, pos=QPoint(2, 50))
    for x in (900, 650):
        qtbot.mouseMove(window, QPoint(x, 50))
        qtbot.mouseMove(grip, grip.mapFrom(window, QPoint(x, 50)))
        assert window.sidebar.width() == 600
    qtbot.mouseMove(grip, grip.mapFrom(window, QPoint(500, 50)))
    qtbot.mouseRelease(grip, LEFT)
    assert 490 <= window.sidebar.width() <= 510
    qtbot.mouseDClick(grip, LEFT)
    assert window.sidebar.width() == 300
