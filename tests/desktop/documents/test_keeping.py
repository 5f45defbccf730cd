from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtWidgets import QLineEdit

from desklit.desktop.crash.marker import Ending
from desklit.desktop.documents import autosave
from desklit.desktop.documents.autosave import find_leftover
from desklit.desktop.documents.places import key_file, session_folder
from desklit.desktop.launchers.launcher import slug_of
from desklit.state.document.file import read_document

SCRIPT = """
import streamlit as st

name = st.text_input("Name")
st.session_state.setdefault("names", []).append(name)
if st.checkbox("More"):
    st.text_input("Hidden")
"""
KEEPING = {"desklit__restore": "true"}


def shown(window, find, label="Name"):
    return find(window, "text_input", label).findChild(QLineEdit).text()


def kept():
    return sorted(session_folder().glob("*.desklit"))


def kept_values():
    held, _ = read_document(kept()[0], key_file()).values()
    return {each.key or each.kind: each.value for each in held}


def crash(app, window):
    """The window is gone, and has not been closed: its file stays, and its lock's process is dead."""
    file = window.documents._autosave.file
    content = file.read_bytes()
    window.documents._asks = False
    window.close()
    file.write_bytes(content)
    return file


@pytest.fixture
def left_behind(app, open_script, typed, qtbot):
    window = open_script(SCRIPT, **KEEPING)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()) and kept_values()["text_input"] == "Ada")
    return crash(app, window)


@pytest.fixture
def again(app, left_behind, tmp_path, qtbot):
    window = app.open(tmp_path / "app.py", flags={"desklit.restore": ["true"]})
    with qtbot.waitSignal(window.settled):
        window.show()
    return window


def button(window, name):
    return next(each for notice in window.notices.shown for each in notice.buttons if each.text() == name)


def test_nothing_is_kept_unless_it_is_wished(open_script, typed, qtbot):
    window = open_script(SCRIPT)
    typed(window, "Ada")
    assert "documents" not in vars(window)
    assert not session_folder().exists()


def test_nothing_is_kept_of_a_session_in_which_nothing_was_done(open_script, qtbot):
    window = open_script(SCRIPT, **KEEPING)
    versions = []
    window.documents._versioned.connect(versions.append)
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    qtbot.waitUntil(lambda: bool(versions))
    assert kept() == []


def test_what_was_done_is_kept_and_gone_after_a_clean_close(open_script, typed, qtbot):
    window = open_script(SCRIPT, **KEEPING)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()) and kept_values()["text_input"] == "Ada")
    assert kept_values()["names"] == ["", "Ada"]
    window.close()
    assert list(session_folder().iterdir()) == []


def test_the_user_can_wish_it_for_all_apps(app, open_script, typed, qtbot):
    app.preferences.restore = True
    window = open_script(SCRIPT)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()))


def test_the_wish_can_be_made_and_withdrawn_in_the_settings(open_script, typed, qtbot):
    from desklit.desktop.settings_dialog import SettingsDialog

    window = open_script(SCRIPT)
    dialog = SettingsDialog(window.preferences, window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()))
    qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert kept() == []


def test_a_change_that_waits_for_a_long_run_is_kept(open_script, find, qtbot, tmp_path):
    window = open_script(
        f"""
        import pathlib, time
        import streamlit as st
        st.text_input("Name")
        while pathlib.Path({str(tmp_path / "busy")!r}).exists():
            time.sleep(0.01)
        """,
        **KEEPING,
    )
    (tmp_path / "busy").touch()
    window.session.runner.rerun()
    field = find(window, "text_input", "Name").findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Ada")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(kept()) and kept_values()["text_input"] == "Ada")
    with qtbot.waitSignal(window.settled):
        (tmp_path / "busy").unlink()


def test_after_a_crash_the_session_is_offered_and_restored(again, find, left_behind, qtbot):
    assert shown(again, find) == ""
    assert "was not closed properly" in again.notices.texts()[0]
    with qtbot.waitSignal(again.settled):
        qtbot.mouseClick(button(again, "Restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(again, find) == "Ada")
    assert again.session.state["names"] == ["", "Ada", "Ada"]
    qtbot.waitUntil(lambda: not left_behind.exists())
    assert kept_values()["text_input"] == "Ada"


def test_how_a_session_ended_is_told_once(again, find, qtbot):
    offered = again.notices.texts()
    assert again.documents.taking_up.tell_ending(Ending("", False, 0.0))
    assert again.notices.texts() == offered
    with qtbot.waitSignal(again.settled):
        qtbot.mouseClick(button(again, "Restore"), Qt.MouseButton.LeftButton)
    assert again.notices.texts() == []


def test_the_offer_of_a_session_tells_of_the_fault_that_ended_it(again, find, qtbot):
    fault = Ending("Fatal Python error: Aborted\n\nThread 1", False, 0.0)
    assert again.documents.taking_up.tell_ending(fault)
    (text,) = again.notices.texts()
    assert "Aborted" in text
    assert "Restore the last session" in text
    assert button(again, "Copy details").isVisible()
    assert button(again, "Open log folder").isVisible()
    with qtbot.waitSignal(again.settled):
        qtbot.mouseClick(button(again, "Restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(again, find) == "Ada")


def test_a_session_is_offered_with_its_end_while_the_first_run_goes_on(app, left_behind, tmp_path, qtbot):
    script = tmp_path / "app.py"
    script.write_text(f"import pathlib, time\nwhile pathlib.Path({str(tmp_path / 'busy')!r}).exists():\n"
                      f"    time.sleep(0.01)\n{SCRIPT}")  # fmt: skip
    (tmp_path / "busy").touch()
    window = app.open(script, flags={"desklit.restore": ["true"]})
    window.show()
    assert window.documents.taking_up.tell_ending(Ending("", False, 0.0))
    assert len(window.notices.texts()) == 1
    with qtbot.waitSignal(window.settled):
        (tmp_path / "busy").unlink()
    assert len(window.notices.texts()) == 1


def test_an_end_without_a_session_to_offer_is_not_told_here(open_script):
    window = open_script(SCRIPT, **KEEPING)
    assert not window.documents.taking_up.tell_ending(Ending("", False, 0.0))


def test_what_was_done_before_a_session_is_restored_can_not_be_undone_in_it(again, typed, find, qtbot):
    typed(again, "Zoe")
    qtbot.waitUntil(lambda: again.session.runner.history is not None)
    qtbot.waitUntil(lambda: again.session.runner.history.next_step("undo") is not None)
    with qtbot.waitSignal(again.settled):
        qtbot.mouseClick(button(again, "Restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(again, find) == "Ada")
    qtbot.waitUntil(lambda: again.session.runner.history.next_step("undo") is None)


def test_a_restored_session_knows_its_document_and_is_not_saved(
    app, open_script, typed, save, qtbot, tmp_path
):
    window = open_script(SCRIPT, **KEEPING)
    save(window, tmp_path / "mine.desklit")
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()) and kept_values()["text_input"] == "Ada")
    crash(app, window)
    again = app.open(tmp_path / "app.py", flags={"desklit.restore": ["true"]})
    with qtbot.waitSignal(again.settled):
        again.show()
    with qtbot.waitSignal(again.settled):
        qtbot.mouseClick(button(again, "Restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(again.isWindowModified)
    assert again.windowTitle() == "mine[*] – app"
    save(again)
    held, _ = read_document(tmp_path / "mine.desklit", key_file()).values()
    assert "Ada" in [each.value for each in held]


def test_discard_throws_it_away(again, left_behind, qtbot):
    qtbot.mouseClick(button(again, "Discard"), Qt.MouseButton.LeftButton)
    assert not left_behind.exists()


def test_what_is_not_decided_on_is_offered_again(app, again, left_behind, tmp_path, qtbot):
    again.close()
    assert left_behind.exists()
    third = app.open(tmp_path / "app.py", flags={"desklit.restore": ["true"]})
    with qtbot.waitSignal(third.settled):
        third.show()
    assert button(third, "Restore").isVisible()


def test_a_session_is_offered_to_one_window_only(app, again, tmp_path, qtbot):
    third = app.open(tmp_path / "app.py", flags={"desklit.restore": ["true"]})
    with qtbot.waitSignal(third.settled):
        third.show()
    assert again.notices.texts() != []
    assert third.notices.texts() == []


def test_the_session_of_an_open_window_is_not_offered(app, open_script, typed, qtbot, tmp_path):
    window = open_script(SCRIPT, **KEEPING)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()))
    assert find_leftover(session_folder(), slug_of(tmp_path / "app.py"), key_file()) is None


def test_another_app_is_not_offered_it(left_behind, tmp_path):
    assert find_leftover(session_folder(), slug_of(tmp_path / "other.py"), key_file()) is None


def test_of_several_the_latest_is_offered_and_the_oldest_go(left_behind, tmp_path):
    import os

    slug = slug_of(tmp_path / "app.py")
    for number in range(autosave.MOST + 3):
        copy = left_behind.with_name(f"{slug}-{number:08x}.desklit")
        copy.write_bytes(left_behind.read_bytes())
        os.utime(copy, (1000 + number, 1000 + number))
    found = find_leftover(session_folder(), slug, key_file())
    assert found.file == left_behind
    assert len(kept()) == autosave.MOST
    found.leave()


def test_one_that_is_damaged_is_not_offered(left_behind, tmp_path):
    left_behind.write_bytes(left_behind.read_bytes()[:100])
    assert find_leftover(session_folder(), slug_of(tmp_path / "app.py"), key_file()) is None
    assert not left_behind.exists()


def test_a_process_that_is_told_to_end_leaves_the_session(app, open_script, typed, qtbot, tmp_path):
    window = open_script(SCRIPT, **KEEPING)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(kept()) and kept_values()["text_input"] == "Ada")
    window.documents.on_interrupt()
    window.close()
    assert find_leftover(session_folder(), slug_of(tmp_path / "app.py"), key_file()).file == kept()[0]


def test_that_nothing_can_be_kept_is_said_once(open_script, typed, qtbot, monkeypatch):
    window = open_script(SCRIPT, **KEEPING)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desklit.state.document.file.write_whole", full)
    typed(window, "Ada")
    qtbot.waitUntil(lambda: bool(window.notices.texts()))
    typed(window, "Grace")
    versions = []
    window.documents._versioned.connect(versions.append)
    qtbot.waitUntil(lambda: bool(versions))
    assert len(window.notices.texts()) == 1
    assert "No space left on device" in window.notices.texts()[0]
    monkeypatch.undo()


def test_a_lock_of_a_dead_process_is_none(tmp_path):
    """What a crash leaves: a file whose lock names a process that is gone."""
    file = Path(tmp_path / "a.lock")
    file.write_text("999999\npython\n\n\n")
    lock = QLockFile(str(file))
    lock.setStaleLockTime(0)
    assert lock.tryLock(0)
