from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtCore import Qt

from desklit.desktop.reloading import Reloader
from desklit.desktop.watch import Watcher
from desklit.state.modules import local_modules


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


def test_a_run_that_goes_on_keeps_the_modules_it_began_with(open_script, tmp_path, texts, qtbot):
    module = tmp_path / "gate_of_test.py"
    module.write_text("import threading\nentered, go, NAME = threading.Event(), threading.Event(), 'old'")
    window = open_script(
        "import sys\nimport streamlit as st\nimport gate_of_test\ngate_of_test.entered.set()\n"
        "gate_of_test.go.wait(20)\nst.text(sys.modules['gate_of_test'].NAME)",
        settle=False,
    )
    qtbot.waitUntil(lambda: "gate_of_test" in sys.modules and hasattr(sys.modules["gate_of_test"], "NAME"))
    gate = sys.modules["gate_of_test"]
    qtbot.waitUntil(gate.entered.is_set)
    reloader = window.findChild(Reloader)
    reloader._modules = local_modules(tmp_path)  # as the end of the run before has left them
    reloader._watch()
    with qtbot.waitSignal(reloader.watcher.changed):
        module.write_text("import threading\nentered = go = threading.Event()\ngo.set()\nNAME = 'new'")
    with qtbot.waitSignal(window.settled):
        gate.go.set()
    assert texts(window) == ["old"]
    with qtbot.waitSignal(window.settled):
        reloader.rerun()
    assert texts(window) == ["new"]


def test_a_changed_theme_is_taken_over_while_the_app_runs(open_script, tmp_path, qtbot):
    (tmp_path / ".streamlit").mkdir()
    config = tmp_path / ".streamlit" / "config.toml"
    config.write_text("[theme]\nprimaryColor = '#112233'\n")
    window = open_script("import streamlit as st\nst.text('x')")
    assert window.scene.theme.primary == "#112233"
    with qtbot.waitSignal(window.looks.changed):
        config.write_text("[theme]\nprimaryColor = '#445566'\n")
    assert window.scene.theme.primary == "#445566"


def test_watching_may_poll(tmp_path, qapp, qtbot):
    path = tmp_path / "a.py"
    path.write_text("one")
    watcher = Watcher(poll=True)
    watcher.watch([path])
    with qtbot.waitSignal(watcher.changed, timeout=3000):
        path.write_text("two")


SCRIPT = "import streamlit as st\nst.text('{}')\n"


def test_whichever_run_comes_next_takes_changes_and_ends_the_offer(open_script, tmp_path, texts, qtbot):
    (tmp_path / "own_part.py").write_text("TEXT = 'old'\n")
    window = open_script("import streamlit as st\nimport own_part\nst.text(own_part.TEXT)\n")
    (tmp_path / "own_part.py").write_text("TEXT = 'new and other'\n")
    qtbot.waitUntil(lambda: len(window.notices.shown) == 1)
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(window, Qt.Key.Key_R)
    assert texts(window) == ["new and other"]
    assert window.notices.texts() == []


def test_one_offer_names_all_that_has_changed(open_script, tmp_path, qtbot):
    (tmp_path / "own_side.py").write_text("")
    window = open_script("import streamlit as st\nimport own_side\n")
    (tmp_path / "own_side.py").write_text("A = 1")
    qtbot.waitUntil(lambda: len(window.notices.shown) == 1)
    (tmp_path / "app.py").write_text(SCRIPT.format("x"))
    qtbot.waitUntil(lambda: "`app.py`, `own_side.py` have" in window.notices.texts()[0])
    assert len(window.notices.shown) == 1


def test_no_watching_at_all_if_that_is_wanted(open_script, tmp_path, qtbot):
    window = open_script(SCRIPT.format("x"), server__fileWatcherType="none")
    with qtbot.assertNotEmitted(window.notices.changed, wait=250):
        (tmp_path / "app.py").write_text(SCRIPT.format("y"))


def test_more_folders_may_be_watched_and_others_left_out(open_script, tmp_path, qtbot):
    for name in ("more", "less"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.py").write_text("")
    more, less = str(tmp_path), str(tmp_path / "less")
    window = open_script(SCRIPT.format("x"), server__folderWatchList=more, server__folderWatchBlacklist=less)
    (tmp_path / "less" / "less.py").write_text("1")
    (tmp_path / "more" / "more.py").write_text("1")
    qtbot.waitUntil(lambda: window.notices.texts() != [])
    assert "`more.py` has" in window.notices.texts()[0]


def test_what_becomes_wrong_in_the_options_is_named(open_script, tmp_path, qtbot):
    (tmp_path / ".streamlit").mkdir()
    window = open_script(SCRIPT.format("x"))
    (tmp_path / ".streamlit" / "config.toml").write_text("[theme]\nprimryColor = '#000'\n")
    qtbot.waitUntil(lambda: any("primryColor" in text for text in window.notices.texts()))


def test_always_rerun_is_not_offered_where_it_is_not_allowed(open_script, tmp_path, qtbot):
    window = open_script(SCRIPT.format("x"), server__allowRunOnSave="false")
    (tmp_path / "app.py").write_text(SCRIPT.format("y"))
    qtbot.waitUntil(lambda: len(window.notices.shown) == 1)
    assert [button.text() for button in window.notices.shown[0].buttons] == ["Rerun"]
    assert "Always rerun" not in [entry.name for entry in window.menu.entries()]
