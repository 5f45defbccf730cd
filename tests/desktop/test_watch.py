from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt

from desklit.desktop.watch import Watcher


@pytest.fixture
def watched(tmp_path, qapp):
    path = tmp_path / "a.py"
    path.write_text("one")
    watcher = Watcher()
    watcher.watch([path])
    return watcher, path


def test_a_saved_file_is_told(watched, qtbot):
    watcher, path = watched
    with qtbot.waitSignal(watcher.changed) as signal:
        path.write_text("two")
    assert signal.args == [frozenset({path})]


def test_a_file_saved_by_renaming_is_told_every_time(watched, qtbot):
    watcher, path = watched
    for text in ("two", "three"):
        new = path.with_suffix(".new")
        new.write_text(text)
        with qtbot.waitSignal(watcher.changed):
            os.replace(new, path)


def test_a_touch_without_other_contents_is_no_change(watched, qtbot):
    watcher, path = watched
    with qtbot.assertNotEmitted(watcher.changed, wait=250):
        path.write_text("one")


def test_a_file_that_comes_later_is_told(watched, qtbot):
    watcher, path = watched
    later = path.with_name("config.toml")
    watcher.watch([path, later])
    with qtbot.waitSignal(watcher.changed) as signal:
        later.write_text("x = 1")
    assert signal.args == [frozenset({later})]


def test_saving_the_script_offers_a_rerun_and_keeps_the_state(open_script, tmp_path, texts, qtbot):
    window = open_script("import streamlit as st\nst.session_state.setdefault('n', 7)\nst.text('old')")
    (tmp_path / "app.py").write_text("import streamlit as st\nst.text(f'new {st.session_state.n}')")
    qtbot.waitUntil(lambda: len(window.notices.shown) == 1)
    assert texts(window) == ["old"]
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(window.notices.shown[0].buttons[0], Qt.MouseButton.LeftButton)
    assert texts(window) == ["new 7"]
    assert window.notices.shown == []


def test_always_rerun_asks_nobody(open_script, app, tmp_path, texts, qtbot):
    app.preferences.always_rerun = True
    window = open_script("import streamlit as st\nst.text('old')")
    with qtbot.waitSignal(window.settled):
        (tmp_path / "app.py").write_text("import streamlit as st\nst.text('new')")
    assert texts(window) == ["new"]


def test_run_on_save_is_honoured(open_script, tmp_path, texts, qtbot):
    window = open_script("import streamlit as st\nst.text('old')", server__runOnSave="true")
    with qtbot.waitSignal(window.settled):
        (tmp_path / "app.py").write_text("import streamlit as st\nst.text('new')")
    assert texts(window) == ["new"]


def test_a_changed_module_is_imported_anew(open_script, app, tmp_path, texts, qtbot):
    app.preferences.always_rerun = True
    (tmp_path / "prices_of_test.py").write_text("PRICE = 1")
    window = open_script("import streamlit as st\nimport prices_of_test\nst.text(str(prices_of_test.PRICE))")
    assert texts(window) == ["1"]
    with qtbot.waitSignal(window.settled):
        (tmp_path / "prices_of_test.py").write_text("PRICE = 22")
    assert texts(window) == ["22"]


def test_a_changed_theme_is_taken_over_while_the_app_runs(open_script, tmp_path, qtbot):
    (tmp_path / ".streamlit").mkdir()
    config = tmp_path / ".streamlit" / "config.toml"
    config.write_text("[theme]\nprimaryColor = '#112233'\n")
    window = open_script("import streamlit as st\nst.text('x')")
    assert window.scene.theme.primary == "#112233"
    with qtbot.waitSignal(window.looks.changed):
        config.write_text("[theme]\nprimaryColor = '#445566'\n")
    assert window.scene.theme.primary == "#445566"
