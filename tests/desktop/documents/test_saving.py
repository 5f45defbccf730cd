from __future__ import annotations

import errno
import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton

from desklit.desktop.documents import thumbnail
from desklit.desktop.documents.places import key_file
from desklit.state.document.file import read_document

SCRIPT = """
import streamlit as st

st.set_page_config(page_title="Prices")
name = st.text_input("Name", key="name")
count = st.number_input("Count", 0, 10)
st.session_state.setdefault("own", []).append(1)
st.text_input("Password", type="password", key="secret")
if st.button("Nothing"):
    pass
st.write("Hello", name, count)
"""


@pytest.fixture
def window(open_script):
    return open_script(SCRIPT)


def said(window):
    return "\n".join(window.notices.texts()).replace("\\", "")


def values(manifest):
    return {entry["key"] or entry["kind"]: entry["value"] for entry in manifest["values"]}


def test_ctrl_s_asks_for_a_file_once_and_saves_what_was_entered(
    window, typed, save, manifest, qtbot, tmp_path
):
    typed(window, "Ada")
    path = save(window, tmp_path / "mine")
    assert path == tmp_path / "mine.desklit"
    told = manifest(path)
    assert told["app"]["title"] == "Prices"
    assert told["app"]["script"] == str(tmp_path / "app.py")
    assert values(told) == {"name": "Ada", "number_input": 0, "own": [1, 1]}
    typed(window, "Grace")
    assert save(window) == path
    assert values(manifest(path))["name"] == "Grace"


def test_what_is_typed_and_not_sent_yet_is_saved_too(window, find, save, manifest, qtbot, tmp_path):
    field = find(window, "text_input", "Name").findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Ada")
    assert values(manifest(save(window, tmp_path / "mine.desklit")))["name"] == "Ada"


def test_passwords_are_not_saved(window, typed, save, qtbot, tmp_path):
    typed(window, "s3cr3t-word", "Password")
    path = save(window, tmp_path / "mine.desklit")
    assert b"s3cr3t-word" not in path.read_bytes()
    held, _ = read_document(path, key_file()).values()
    assert "secret" not in {each.key for each in held}


def test_the_title_names_the_document_and_marks_changes(window, typed, save, qtbot, tmp_path):
    assert window.windowTitle() == "Prices"
    save(window, tmp_path / "mine.desklit")
    assert window.windowTitle() == "mine[*] – Prices"
    assert not window.isWindowModified()
    typed(window, "Ada")
    qtbot.waitUntil(window.isWindowModified)
    typed(window, "")
    own = window.session.state
    assert own["name"] == ""
    save(window)
    assert not window.isWindowModified()


def test_a_value_that_comes_back_is_no_change(open_script, typed, save, qtbot, tmp_path):
    window = open_script("import streamlit as st\nst.text_input('Name')")
    save(window, tmp_path / "mine.desklit")
    typed(window, "Ada")
    qtbot.waitUntil(window.isWindowModified)
    typed(window, "")
    qtbot.waitUntil(lambda: not window.isWindowModified())


def test_what_the_script_does_by_itself_is_no_change(open_script, save, qtbot, tmp_path):
    window = open_script(
        "import streamlit as st\nst.session_state.runs = st.session_state.get('runs', 0) + 1"
    )
    save(window, tmp_path / "mine.desklit")
    before, versions = window.documents._saved, []
    window.documents._versioned.connect(versions.append)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    qtbot.waitUntil(lambda: bool(versions) and versions[-1] != before)
    assert not window.isWindowModified()


def test_undoing_what_is_saved_is_a_change(window, typed, save, press, qtbot, tmp_path):
    typed(window, "Ada")
    save(window, tmp_path / "mine.desklit")
    window.setFocus()
    with qtbot.waitSignal(window.settled, timeout=10_000):
        press(window, "Z", "Control")
    assert window.session.state["name"] == ""
    qtbot.waitUntil(window.isWindowModified)


def test_save_as_goes_to_another_file(window, answer, press, save, qtbot, tmp_path):
    save(window, tmp_path / "one.desklit")
    answer(window, tmp_path / "two.desklit")
    with qtbot.waitSignal(window.documents.stored):
        press(window, "S", "Control", "Shift")
    assert window.documents.path == tmp_path / "two.desklit"
    assert (tmp_path / "one.desklit").exists()
    recent = next(entry for entry in window.menu.entries() if entry.name == "File").entries
    names = [each.name for entry in recent if entry.name == "Open recent" for each in entry.entries]
    assert names == ["two", "one"]


def test_a_full_disk_is_said_and_the_old_file_stays(window, typed, save, press, qtbot, tmp_path, monkeypatch):
    path = save(window, tmp_path / "mine.desklit")
    before = path.read_bytes()
    typed(window, "Ada")
    replace = os.replace

    def full(source, target):
        if str(target) == str(path):
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    press(window, "S", "Control")
    qtbot.waitUntil(lambda: bool(window.notices.texts()))
    assert "Not saved" in window.notices.texts()[0]
    assert "No space left on device" in window.notices.texts()[0]
    assert path.read_bytes() == before
    assert sorted(tmp_path.glob(".*part")) == []
    qtbot.waitUntil(window.isWindowModified)
    monkeypatch.undo()


def test_a_value_that_can_not_be_saved_is_named(open_script, save, qtbot, tmp_path):
    window = open_script("import streamlit as st, threading\nst.session_state.lock = threading.Lock()")
    save(window, tmp_path / "mine.desklit")
    qtbot.waitUntil(lambda: bool(window.notices.texts()))
    assert "lock: a lock can't be saved" in said(window)


def test_secrets_of_the_app_are_not_saved(open_script, save, tmp_path):
    (tmp_path / "secrets.toml").write_text('token = "t0ken-of-mine"\n[db]\nuser = "postgres"\n')
    script = """
    import streamlit as st
    st.session_state.kept = {"token": st.secrets["token"]}
    st.session_state.user = st.secrets["db"]["user"]
    """
    window = open_script(script, secrets__files=str(tmp_path / "secrets.toml"))
    path = save(window, tmp_path / "mine.desklit")
    held, _ = read_document(path, key_file()).values()
    assert {each.key: each.value for each in held} == {"user": "postgres"}
    assert "kept: it is one of the app's secrets" in said(window)


def test_a_picture_goes_along_and_file_managers_find_one(window, save, tmp_path):
    path = save(window, tmp_path / "mine.desklit")
    assert read_document(path, key_file()).picture.startswith(b"\x89PNG")
    shown = QImage(str(thumbnail.thumbnail_path(path)))
    assert shown.text("Thumb::URI") == path.as_uri()
    assert shown.text("Thumb::MTime") == str(int(path.stat().st_mtime))
    assert max(shown.width(), shown.height()) == 256


# Closing


def question(window):
    return window.findChild(QMessageBox, "save-question")


def answered(window, button, qtbot):
    box = question(window)
    qtbot.mouseClick(box.button(QMessageBox.StandardButton[button]), Qt.MouseButton.LeftButton)


@pytest.fixture
def changed(window, typed, save, qtbot, tmp_path):
    save(window, tmp_path / "mine.desklit")
    typed(window, "Ada")
    qtbot.waitUntil(window.isWindowModified)
    return window


def test_an_app_that_was_never_saved_closes_without_a_question(window, typed, qtbot):
    typed(window, "Ada")
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_saved_session_without_changes_closes_without_a_question(window, save, qtbot, tmp_path):
    save(window, tmp_path / "mine.desklit")
    with qtbot.waitSignal(window.closed):
        window.close()


def test_cancel_leaves_the_window_open(changed, qtbot):
    assert not changed.close()
    assert "mine.desklit" in question(changed).text()
    answered(changed, "Cancel", qtbot)
    qtbot.waitUntil(lambda: question(changed) is None)
    assert changed.isVisible()


def test_discard_closes_and_the_file_stays(changed, manifest, qtbot, tmp_path):
    changed.close()
    with qtbot.waitSignal(changed.closed):
        answered(changed, "Discard", qtbot)
    assert values(manifest(tmp_path / "mine.desklit"))["name"] == ""


def test_save_saves_and_closes(changed, manifest, qtbot, tmp_path):
    changed.close()
    with qtbot.waitSignal(changed.closed, timeout=10_000):
        answered(changed, "Save", qtbot)
    assert values(manifest(tmp_path / "mine.desklit"))["name"] == "Ada"


def test_what_is_typed_and_not_sent_yet_would_be_lost(window, find, save, qtbot, tmp_path):
    save(window, tmp_path / "mine.desklit")
    field = find(window, "text_input", "Name").findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Ada")
    assert not window.close()
    with qtbot.waitSignal(window.closed, timeout=10_000):
        answered(window, "Discard", qtbot)


def test_the_setting_asks_for_sessions_that_were_never_saved(app, open_script, typed, qtbot):
    app.preferences.ask_to_save = True
    window = open_script(SCRIPT)
    typed(window, "Ada")
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        answered(window, "Discard", qtbot)


def test_the_setting_does_not_ask_where_nothing_was_done(app, open_script, qtbot):
    app.preferences.ask_to_save = True
    window = open_script(SCRIPT)
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_save_that_fails_leaves_the_window_open(changed, qtbot, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    changed.close()
    monkeypatch.setattr(os, "replace", full)
    answered(changed, "Save", qtbot)
    qtbot.waitUntil(lambda: bool(changed.notices.texts()))
    assert changed.isVisible()
    assert any(isinstance(button, QPushButton) for button in changed.notices.shown[0].buttons)
    monkeypatch.undo()
