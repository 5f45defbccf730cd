"""The session manager itself is not there in tests; what it is told, and what is kept for it, is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QSessionManager

from desklit.desktop.app_memory import AppMemory, WindowMemory
from desklit.desktop.call import read_call
from desklit.desktop.launchers.launcher import program_of
from desklit.desktop.login_session import LoginSession, words_to_open

PAGE = "import streamlit as st\nst.text('a page')"


class Manager:
    """Takes what a QSessionManager takes, which nobody but Qt can make."""

    def setRestartHint(self, hint):
        self.hint = hint

    def setRestartCommand(self, words):
        self.words = words


def test_the_next_session_opens_the_app_as_this_one_did(open_script, app, tmp_path):
    window = open_script(PAGE)
    script = tmp_path / "app.py"
    words = words_to_open(script, ["one", "--two"], {"theme.base": ["dark"]})
    manager = Manager()
    LoginSession(app, words).on_save_state(manager)
    assert manager.hint == QSessionManager.RestartHint.RestartIfRunning
    program = list(program_of())
    assert manager.words[: len(program)] == program
    assert manager.words[len(program)] == "open"
    call = read_call(manager.words[len(program) + 1 :])
    assert Path(call.script) == script
    assert list(call.args) == ["one", "--two"]
    assert call.flags["theme.base"] == ["dark"]
    assert window.isVisible()


def test_before_the_session_ends_what_can_be_kept_is_kept(open_script, app, tmp_path):
    window = open_script(PAGE)
    folder = tmp_path / "apps"
    WindowMemory(window, AppMemory(tmp_path / "app.py", folder))
    window.resize(777, 555)
    LoginSession(app, []).on_commit(Manager())
    again = open_script(PAGE)
    WindowMemory(again, AppMemory(tmp_path / "app.py", folder))
    assert (again.width(), again.height()) == (777, 555)
    assert window.isVisible()
