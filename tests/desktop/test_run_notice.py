from __future__ import annotations

import os
import stat

import pytest
from PySide6.QtCore import Qt

from desklit.desktop import run_notice
from desklit.desktop.durations import spoken
from desklit.desktop.settings_dialog import SettingsDialog
from desklit.desktop.testing.menus import choose_entries
from desklit.state.listener import RunReport

SLOW = """
    import time
    import streamlit as st
    st.title("Model")
    if st.checkbox("go"):
        time.sleep(0.3)
        1 / st.session_state.get("by", 1)
"""


@pytest.fixture
def told(monkeypatch, tmp_path):
    """What the desktop's program for notifications was given; it waits until somebody has read it."""
    folder, out = tmp_path / "bin", tmp_path / "told"
    folder.mkdir()
    program = folder / "notify-send"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {out}.part && mv {out}.part {out}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(run_notice, "has_screen", lambda: True)
    monkeypatch.setattr("desklit.desktop.run_display.LONG_RUN", 0.2)
    return out


@pytest.fixture
def elsewhere(monkeypatch):
    monkeypatch.setattr(run_notice.QApplication, "activeWindow", lambda: None)


def go(window, find, qtbot):
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such program")
def test_the_end_of_a_long_run_is_told_to_who_is_elsewhere(open_script, find, qtbot, told, elsewhere):
    window = open_script(SLOW)
    assert not told.exists()
    go(window, find, qtbot)
    qtbot.waitUntil(told.exists)
    said = told.read_text()
    assert "app" in said
    assert "Finished after 0 s." in said


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such program")
def test_a_failure_is_told_as_one(open_script, find, qtbot, told, elsewhere):
    window = open_script(SLOW)
    window.session.state["by"] = 0
    go(window, find, qtbot)
    qtbot.waitUntil(told.exists)
    assert "Failed after 0 s.\nZeroDivisionError" in told.read_text()


def test_who_looks_at_the_window_or_a_dialog_of_it_is_told_nothing(open_script, qtbot, monkeypatch, told):
    window = open_script(SLOW)
    shown = []
    monkeypatch.setattr(run_notice, "show_notification", lambda *said: shown.append(said))
    report = RunReport(2, ("test",), "completed", 60.0)
    with qtbot.waitActive(window):
        window.activateWindow()
    run_notice.tell_of_run(window, report)
    dialog = SettingsDialog(window.preferences, window)
    with qtbot.waitActive(dialog):
        dialog.open()
    run_notice.tell_of_run(window, report)
    dialog.close()
    assert shown == []


def test_neither_a_stopped_run_is_news_nor_any_to_who_has_switched_it_off(
    open_script, monkeypatch, told, elsewhere, app, qtbot
):
    window = open_script(SLOW)
    shown = []
    monkeypatch.setattr(run_notice, "show_notification", lambda *said: shown.append(said))
    run_notice.tell_of_run(window, RunReport(2, ("test",), "stopped", 60.0))
    assert shown == []
    choose_entries(window.menu.open, ["Settings …"])
    dialog = window.findChild(SettingsDialog)
    qtbot.mouseClick(dialog.notify, Qt.MouseButton.LeftButton)
    assert app.preferences.notify is False
    run_notice.tell_of_run(window, RunReport(2, ("test",), "completed", 60.0))
    assert shown == []
    dialog.close()


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0 s"), (12.6, "13 s"), (72.4, "1 min 12 s"), (7384, "2 h 3 min")]
)
def test_times_are_told_in_words(seconds, words):
    assert spoken(seconds) == words
