from __future__ import annotations

import logging
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desklit.desktop.crash.dialog import CrashDialog
from desklit.desktop.faults import Faults
from desklit.desktop.logs import log_to_terminal
from desklit.state.config import Config

APP = "import streamlit as st\nst.text('page')"


@pytest.fixture
def faults(app):
    made = Faults(app)
    yield made
    made.close()


def said(window):
    return [text for text in window.notices.texts() if "went wrong in desklit" in text]


def test_a_fault_on_the_worker_is_told_in_the_window(open_script, faults, monkeypatch, caplog, qtbot):
    window = open_script(APP)
    runner = window.session.runner

    def broken(*args, **kwargs):
        raise RuntimeError("a *mistake*")

    monkeypatch.setattr(runner.runs, "perform", broken)
    runner.rerun()
    qtbot.waitUntil(lambda: said(window) != [])
    assert r"RuntimeError\: a \*mistake\*" in said(window)[0]
    qtbot.mouseClick(window.notices.shown[0].buttons[0], Qt.MouseButton.LeftButton)
    assert "Traceback" in QGuiApplication.clipboard().text()
    monkeypatch.undo()
    with qtbot.waitSignal(window.settled):
        runner.rerun()


def test_a_fault_in_a_slot_is_logged_and_told(open_script, faults, caplog, qtbot):
    window = open_script(APP)
    hook = sys.excepthook
    faults.watch_slots()
    try:
        QTimer.singleShot(0, lambda: 1 / 0)
        qtbot.waitUntil(lambda: said(window) != [])
    finally:
        sys.excepthook = hook
    assert "ZeroDivisionError" in caplog.text


def test_a_fault_that_notices_share_is_told_once_by_a_plain_dialog(
    open_script, faults, monkeypatch, caplog, qtbot
):
    window = open_script(APP)
    hook = sys.excepthook

    def broken(*args, **kwargs):
        raise ImportError("no texts")

    monkeypatch.setattr(window.notices, "say", broken)
    faults.watch_slots()
    try:
        QTimer.singleShot(0, lambda: 1 / 0)
        QTimer.singleShot(0, lambda: [][0])
        qtbot.waitUntil(lambda: "IndexError" in caplog.text)
    finally:
        sys.excepthook = hook
    (dialog,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, CrashDialog)]
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    assert "division by zero" in dialog.report.what
    assert "Traceback" in dialog.details.toPlainText()
    assert caplog.text.count("ImportError: no texts") == 2


def test_what_a_script_raises_is_no_fault_of_desklit(open_script, faults, qtbot):
    window = open_script("import streamlit as st\n1 / 0")
    assert said(window) == []


def test_the_log_follows_the_logger_options(tmp_path, capsys):
    log = logging.getLogger("desklit")
    before = log.level, list(log.handlers)
    try:
        flags = {"logger.level": "warning", "logger.messageFormat": ">> %(message)s"}
        log_to_terminal(Config.load(None, flags, home=tmp_path, cwd=tmp_path))
        log.info("quiet")
        log.warning("loud")
    finally:
        for handler in set(log.handlers) - set(before[1]):
            log.removeHandler(handler)
        log.setLevel(before[0])
    assert capsys.readouterr().err == ">> loud\n"
