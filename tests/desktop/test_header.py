from __future__ import annotations

from PySide6.QtCore import Qt

SLOW = """
    import time
    import streamlit as st
    if st.button("slow"):
        time.sleep(30)
    if st.button("quick"):
        st.text("done")
"""
LEFT = Qt.MouseButton.LeftButton


def test_a_long_run_shows_a_sign_and_stop_ends_it(open_script, find, qtbot):
    window = open_script(SLOW)
    qtbot.mouseClick(find(window, "button", "slow").button, LEFT)
    assert not window.header.is_running_shown()
    qtbot.waitUntil(window.header.is_running_shown)
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(window.header.stop, LEFT)
    assert not window.header.is_running_shown()


def test_a_fast_run_shows_no_sign(open_script, find, qtbot):
    window = open_script(SLOW)
    shown = []
    window.settled.connect(lambda: shown.append(window.header.is_running_shown()))
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(find(window, "button", "quick").button, LEFT)
    assert shown == [False]


def test_stop_can_be_pressed_once_and_says_that_it_was_heard(open_script, find, qtbot):
    window = open_script(SLOW)
    qtbot.mouseClick(find(window, "button", "slow").button, LEFT)
    qtbot.waitUntil(window.header.is_running_shown)
    heard = []
    window.header.stop_clicked.connect(lambda: heard.append(window.header.status.text()))
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window.header.stop, Qt.Key.Key_Space)
    assert heard == ["Stopping …"]
    qtbot.mouseClick(find(window, "button", "slow").button, LEFT)
    qtbot.waitUntil(window.header.is_running_shown)
    assert window.header.stop.isEnabled()
    assert window.header.status.text() == "Running …"
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(window.header.stop, LEFT)
