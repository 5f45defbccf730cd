from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desklit.desktop.home.opening import Opening

PAGE = "import streamlit as st\nst.text('a page')"
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = window.rect().center()
    enter = QDragEnterEvent(QPoint(middle), Qt.DropAction.CopyAction, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(middle.toPointF(), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, drop)
    return drop.isAccepted()


@pytest.fixture
def opened(monkeypatch):
    """The scripts that processes were started for."""
    started = []

    class Process:
        def __init__(self, words, **_):
            started.append(words[-1])

        def poll(self):
            return 0

    monkeypatch.setattr("desklit.desktop.home.opening.subprocess.Popen", Process)
    return started


def test_a_script_that_is_dropped_is_offered_and_opened(open_script, tmp_path, opened, qtbot):
    window = open_script(PAGE)
    other = tmp_path / "other_app.py"
    other.write_text(PAGE)
    assert drag(window, other)
    assert opened == []
    (notice,) = window.notices.shown
    assert "other" in notice.text
    qtbot.mouseClick(notice.buttons[0], LEFT)
    assert opened == [str(other)]
    assert window.notices.shown == []
    qtbot.waitUntil(lambda: window.findChild(Opening) is None)


def test_other_files_are_not_taken(open_script, tmp_path):
    window = open_script(PAGE)
    (tmp_path / "table.csv").write_text("a,b")
    assert not drag(window, tmp_path / "table.csv")
    assert not drag(window, tmp_path / "missing.py")
    assert not window.notices.shown


def test_a_saved_session_is_opened(open_script, tmp_path):
    window = open_script(PAGE)
    document = tmp_path / "today.desklit"
    document.write_bytes(b"no zip")
    assert drag(window, document)
    assert [notice.text for notice in window.notices.shown if "today.desklit" in notice.text]
