from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

APP = """
    import streamlit as st
    st.sidebar.button("in the sidebar")
    st.text_input("on the page")
    st.button("off", disabled=True)
    st.button("last")
"""


def walk(window, qtbot, key, steps):
    names = []
    for _ in range(steps):
        qtbot.keyClick(QApplication.focusWidget() or window, key)
        names.append(QApplication.focusWidget().accessibleName())
    return names


def active(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


ROUND = ["Menu", "Hide the sidebar", "in the sidebar", "Width of the sidebar", "on the page", "last"]


def test_tab_goes_through_header_sidebar_and_page_and_comes_round(open_script, qtbot):
    window = active(open_script(APP), qtbot)
    assert walk(window, qtbot, Qt.Key.Key_Tab, 7) == [*ROUND, "Menu"]


def test_backtab_goes_the_other_way(open_script, qtbot):
    window = active(open_script(APP), qtbot)
    window.header.menu.setFocus()
    assert walk(window, qtbot, Qt.Key.Key_Backtab, 6) == [*reversed(ROUND[1:]), "Menu"]


def test_a_folded_sidebar_is_passed_over(open_script, qtbot):
    window = active(open_script(APP), qtbot)
    window.sidebar.fold_button.setFocus()
    qtbot.keyClick(window.sidebar.fold_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is window.header.unfold
    assert walk(window, qtbot, Qt.Key.Key_Tab, 2) == ["Menu", "on the page"]


def test_a_fresh_window_arms_no_button(open_script, qtbot):
    window = active(open_script(APP), qtbot)
    assert QApplication.focusWidget() is window


def test_a_click_beside_the_fields_takes_the_focus_from_them(open_script, find, texts, qtbot):
    window = active(open_script(APP + "    st.write(st.session_state)\n"), qtbot)
    edit = find(window, "text_input").findChild(QLineEdit)
    edit.setFocus()
    qtbot.mouseClick(window.area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert QApplication.focusWidget() is window


def test_notices_are_reached_between_sidebar_and_page(open_script, qtbot):
    window = active(open_script(APP), qtbot)
    window.notices.say("Look", [("Do it", lambda: None)])
    window.sidebar.grip.setFocus()
    assert walk(window, qtbot, Qt.Key.Key_Tab, 3)[1:] == ["Dismiss", "on the page"]


def test_what_gets_the_focus_is_scrolled_into_sight(open_script, find, qtbot):
    window = active(
        open_script(
            """
            import streamlit as st
            st.text_input("top")
            for i in range(60):
                st.write(f"line {i}")
            st.button("bottom")
            """
        ),
        qtbot,
    )
    edit = find(window, "text_input").findChild(QLineEdit)
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert window.area.verticalScrollBar().value() > 500
    button = find(window, "button").button
    viewport = window.area.viewport()
    assert viewport.rect().contains(button.mapTo(viewport, button.rect().center()))
