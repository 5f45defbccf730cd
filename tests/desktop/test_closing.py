from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton

CTRL = Qt.KeyboardModifier.ControlModifier
ENDLESS = """
    import time
    import streamlit as st
    st.text("begun")
    while not st.session_state.get("over"):
        time.sleep(0.01)
"""


@pytest.fixture
def busy(open_script, qtbot, texts, monkeypatch):
    """A window whose run has gone on for long enough."""
    monkeypatch.setattr("desklit.desktop.closing.LONG", 0.0)
    window = open_script(ENDLESS, settle=False)
    qtbot.waitUntil(lambda: texts(window) == ["begun"])
    qtbot.waitUntil(lambda: window.runs.since is not None)
    return window


def question(window):
    return window.findChild(QMessageBox, "close-question")


def press(qtbot, box, name):
    button = next(button for button in box.findChildren(QPushButton) if button.text() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_window_whose_run_goes_on_asks_before_it_closes(busy, qtbot, app):
    qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)
    box = question(busy)
    assert box.isVisible()
    assert "still running" in box.text()
    press(qtbot, box, "Keep open")
    assert busy in app.windows
    qtbot.waitUntil(lambda: question(busy) is None)
    qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)
    with qtbot.waitSignal(busy.closed):
        press(qtbot, question(busy), "End and close")
    assert app.windows == []


def test_it_asks_once_at_a_time(busy, qtbot):
    qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)
    busy.menu.close_window()
    assert len(busy.findChildren(QMessageBox)) == 1


def test_escape_keeps_the_window(busy, qtbot, app):
    qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)
    qtbot.keyClick(question(busy), Qt.Key.Key_Escape)
    assert busy in app.windows


def test_who_does_not_want_to_be_asked_is_not(busy, qtbot, app):
    qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)
    box = question(busy)
    box.checkBox().click()
    with qtbot.waitSignal(busy.closed):
        press(qtbot, box, "End and close")
    assert app.preferences.ask_to_end is False


def test_the_question_goes_when_the_run_is_over(busy, qtbot, app):
    qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)
    with qtbot.waitSignal(busy.settled):
        busy.session.state["over"] = True
    qtbot.waitUntil(lambda: question(busy) is None)
    assert busy in app.windows
    with qtbot.waitSignal(busy.closed):
        qtbot.keyClick(busy, Qt.Key.Key_W, CTRL)


def test_what_the_program_closes_is_not_asked_for(busy, app):
    busy.close()
    assert app.windows == []


def test_a_run_that_has_just_begun_is_no_reason_to_ask(open_script, qtbot, texts):
    window = open_script(ENDLESS, settle=False)
    qtbot.waitUntil(lambda: texts(window) == ["begun"])
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
