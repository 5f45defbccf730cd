from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desklit.desktop.crash import telling
from desklit.desktop.crash.bare import AGAIN, show_bare
from desklit.desktop.crash.dialog import CrashDialog
from desklit.desktop.crash.marker import Ending
from desklit.desktop.crash.notices import say_ending
from desklit.desktop.crash.report import Report, report_of
from desklit.desktop.crash.telling import TOLD, is_from_icon, tell_crash, tell_usage
from desklit.desktop.faults import Faults
from desklit.desktop.launchers.launcher import slug_of
from desklit.desktop.menu_entry import walk
from desklit.desktop.user_folders import log_folder


@pytest.fixture
def error():
    try:
        raise RuntimeError("all is lost")
    except RuntimeError as caught:
        return caught


@pytest.fixture
def report(error, tmp_path):
    return report_of(error, tmp_path / "app.log", ("desklit", "open", "app.py"))


def test_a_report_says_what_happened_where_the_log_is_and_with_what_it_ran(report, tmp_path):
    assert "RuntimeError: all is lost" in report.what
    assert str(tmp_path / "app.log") in report.text
    assert "Traceback" in report.text
    assert sys.executable in report.text


def test_a_library_that_qt_misses_is_named():
    error = ImportError(
        "libEGL.so.1: cannot open shared object file: No such file or directory", name="PySide6.QtGui"
    )
    report = report_of(error, None, ())
    assert "windows can't be loaded" in report.title
    assert "libEGL.so.1 is missing" in report.what


def test_a_qt_that_is_not_there_is_to_be_installed_by_this_interpreter():
    report = report_of(ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), None, ())
    assert f"{sys.executable} -m pip install" in report.what


def test_the_dialog_tells_copies_and_restarts(report, qtbot):
    dialog = CrashDialog(report)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "all is lost" in dialog.details.toPlainText()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == report.text
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_the_dialog_closes_by_escape_without_a_restart(report, qtbot):
    dialog = CrashDialog(report)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_where_nothing_can_be_started_again_no_button_says_so(qtbot):
    dialog = CrashDialog(Report("This can't be opened", "There is no file gone.py."))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.restart_button.isVisible()
    assert not dialog.details.isVisible()
    assert dialog.close_button.isDefault()


@pytest.mark.parametrize(
    ("words", "env", "tty", "expected"),
    [
        (["open", "app.py"], {}, False, True),
        ([], {}, False, True),
        (["open", "app.py"], {}, True, False),
        (["app.py"], {}, False, False),
        (["run", "app.py"], {}, False, False),
        (["open", "app.py"], {"QT_QPA_PLATFORM": "offscreen"}, False, False),
        (["open", "app.py"], {telling.TELLS: "1"}, False, False),
    ],
)
def test_a_dialog_comes_only_where_nobody_reads_a_terminal(monkeypatch, words, env, tty, expected):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: tty)
    assert is_from_icon(words, env) is expected


def test_without_any_stream_a_dialog_comes(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert is_from_icon(["app.py"], {})


def test_on_a_terminal_a_crash_is_printed_and_logged(error, capsys):
    assert tell_crash(error, ["app.py"], "telling") == 1
    said = capsys.readouterr().err
    log = log_folder() / "telling.log"
    assert "RuntimeError: all is lost" in said
    assert str(log) in said
    assert "all is lost" in log.read_text()


def test_by_an_icon_a_crash_is_shown_and_restarted_if_wanted(error, monkeypatch, capsys):
    shown, started = [], []
    monkeypatch.setattr(telling, "is_from_icon", lambda words: True)
    monkeypatch.setattr(telling, "show_report", lambda report: shown.append(report) or True)
    monkeypatch.setattr(subprocess, "Popen", lambda words, **given: started.append(words))
    assert tell_crash(error, ["open", "app.py"], "telling") == TOLD
    assert "all is lost" in shown[0].what
    assert started[0][-2:] == ("open", "app.py")


def test_a_launcher_of_a_script_that_is_gone_says_so(monkeypatch):
    shown = []
    monkeypatch.setattr(telling, "show_report", lambda report: shown.append(report) and False)
    assert tell_usage("there is no file gone.py.") == TOLD
    assert shown[0].what == "There is no file gone.py."
    assert shown[0].restart == ()


def test_without_qt_the_report_is_shown_by_what_the_platform_has(report, monkeypatch):
    def no_qt(report):
        raise ImportError("libEGL.so.1")

    shown = []
    monkeypatch.setattr(telling, "_show_by_qt", no_qt)
    monkeypatch.setattr("desklit.desktop.crash.bare.show_bare", lambda report: shown.append(report) or True)
    assert telling.show_report(report) is True
    assert shown == [report]


class Machine:
    """A machine with some of the programs that show dialogs."""

    def __init__(self, *programs, status=0, printed=""):
        self.programs, self.status, self.printed = programs, status, printed
        self.ran = []

    def which(self, name):
        return name if name in self.programs or (name == sys.executable and "tk" in self.programs) else None

    def run(self, command):
        self.ran.append(list(command))
        return subprocess.CompletedProcess(command, self.status, self.printed, "")

    def show(self, report, platform="linux", **env):
        return show_bare(report, env, self.which, self.run, platform)


@pytest.mark.parametrize(
    ("programs", "desktop", "first"),
    [
        (("zenity", "kdialog", "xmessage"), "GNOME", "zenity"),
        (("zenity", "kdialog", "xmessage"), "KDE", "kdialog"),
        (("xmessage",), "", "xmessage"),
        (("tk", "xmessage"), "", sys.executable),
    ],
)
def test_the_desktops_own_program_comes_first(report, programs, desktop, first):
    machine = Machine(*programs)
    machine.show(report, XDG_CURRENT_DESKTOP=desktop)
    assert [command[0] for command in machine.ran] == [first]
    assert any("all is lost" in word for word in machine.ran[0])
    assert any(str(report.log) in word for word in machine.ran[0])


@pytest.mark.parametrize(
    ("program", "status", "printed", "platform", "again"),
    [
        ("zenity", 0, "", "linux", True),
        ("zenity", 1, "", "linux", False),
        ("kdialog", 0, "", "linux", True),
        ("xmessage", 10, "", "linux", True),
        ("xmessage", 0, "", "linux", False),
        ("osascript", 0, f"button returned:{AGAIN}\n", "darwin", True),
        ("osascript", 0, "button returned:Close\n", "darwin", False),
    ],
)
def test_the_button_that_was_pressed_is_understood(report, program, status, printed, platform, again):
    assert Machine(program, status=status, printed=printed).show(report, platform) is again


def test_a_program_that_cannot_show_anything_gives_way_to_the_next(report):
    machine = Machine("zenity", "xmessage", status=255)
    assert machine.show(report) is None
    assert [command[0] for command in machine.ran] == ["zenity", "xmessage"]


def test_nothing_to_start_again_is_no_question(tmp_path):
    machine = Machine("zenity")
    assert machine.show(Report("Title", "What")) is False
    assert "--question" not in machine.ran[0]


def test_the_menu_and_a_notice_of_a_fault_lead_to_the_logs(open_script, app, monkeypatch, qtbot, caplog):
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    window = open_script("import streamlit as st")
    (entry,) = [entry for _, entry in walk(window.menu.entries()) if entry.name == "Open log folder"]
    entry.act()
    faults = Faults(app)
    logging.getLogger("desklit.desktop").error("a mistake")
    faults.close()
    (notice,) = window.notices.shown
    qtbot.mouseClick(notice.buttons[1], Qt.MouseButton.LeftButton)
    assert shown == [str(log_folder())] * 2
    assert log_folder().is_dir()


def test_how_an_app_ended_last_time_is_said_in_its_window_with_the_trace(open_script, qtbot, tmp_path):
    window = open_script("import streamlit as st")
    say_ending(window.notices, Ending("Fatal Python error: Aborted\n\nThread 1", False, 0.0), tmp_path)
    (notice,) = window.notices.shown
    assert "Aborted" in notice.text
    qtbot.mouseClick(notice.buttons[0], Qt.MouseButton.LeftButton)
    assert "Thread 1" in QGuiApplication.clipboard().text()


APP = """
import os, sys, streamlit as st
from pathlib import Path
st.text("shown")
told = Path(__file__).with_name("told.txt")
{then}
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it ends the process")
@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("import ctypes\nctypes.string_at(0)", "Segmentation fault"),
        ("os._exit(3)", "ended all at once"),
    ],
)
def test_a_script_that_ends_the_process_is_told_of_by_the_next_start(tmp_path, then, told):
    script = tmp_path / "app.py"
    wait = "import time, threading\nthreading.Event().wait(2.5)\n"  # until its start is over
    script.write_text(APP.format(then=wait + then))
    command = [sys.executable, "-m", "desklit", "open", str(script)]
    assert subprocess.run(command, check=False, timeout=60, capture_output=True).returncode != 0
    script.write_text("import os, threading\nthreading.Timer(3, os.kill, (os.getpid(), 15)).start()")
    again = subprocess.run(command, check=False, timeout=60, capture_output=True, text=True)
    assert told in again.stderr
    log = (log_folder() / f"{slug_of(script)}.log").read_text()
    assert told in log


def test_a_process_that_fails_before_its_window_ends_with_a_message_and_a_log(tmp_path):
    script = tmp_path / "app.py"
    script.write_text("")
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from desklit.desktop.cli import main; main(['open', sys.argv[1]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(script)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "The log: " in done.stderr
    log = done.stderr.rpartition("The log: ")[2].strip()
    with open(log, encoding="utf-8") as file:
        assert "PySide6" in file.read()
