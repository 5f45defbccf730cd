from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QGuiApplication

from desklit.desktop.app import App
from desklit.desktop.app_memory import BRIEF, WAITS, AppMemory, WindowMemory
from desklit.desktop.preferences import Preferences
from desklit.desktop.settings_dialog import SettingsDialog

PAGE = "import streamlit as st\nst.text('page')\nst.sidebar.text('beside')"
PAGES = """
import streamlit as st
def one(): st.text("one")
def two(): st.text("two")
st.navigation([st.Page(one), st.Page(two)][:{count}]).run()
"""


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "app.py"
    path.write_text(PAGE)
    return path


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "apps"


@pytest.fixture
def launch(tmp_path, folder, script, qapp, qtbot):
    """Opens the app as a launch of it does, each time with an application of its own."""
    apps = []

    def start(visit=None):
        app = App(
            Preferences(tmp_path / "preferences.ini"), memory=lambda path: AppMemory(path, folder)
        )
        apps.append(app)
        window = app.open(script, visit=visit)
        with qtbot.waitSignal(window.settled):
            window.show()
        return window

    yield start
    for app in apps:
        workers = [window.session.runner.worker for window in app.windows]
        app.close()
        for worker in workers:
            qtbot.waitUntil(lambda worker=worker: not worker.is_alive())


def test_what_is_put_is_read_again_by_the_next_launch(folder, script, qapp):
    memory = AppMemory(script, folder)
    memory.zoom = 1.25
    memory.look = "dark"
    memory.page = "two"
    memory.sidebar_width = 333
    memory.geometry = QByteArray(b"\x01\xff\0")
    memory.flush()
    again = AppMemory(script, folder)
    assert (again.zoom, again.look, again.page, again.sidebar_width) == (1.25, "dark", "two", 333)
    assert again.geometry == QByteArray(b"\x01\xff\0")


def test_nothing_is_written_at_once_and_nothing_by_reading(folder, script, qtbot):
    memory = AppMemory(script, folder)
    assert (memory.zoom, memory.look, memory.page, memory.sidebar_width) == (1.0, None, "", None)
    assert not folder.exists()
    memory.zoom = 2.0
    assert not folder.exists()
    assert memory.zoom == 2.0
    qtbot.waitUntil(lambda: AppMemory(script, folder).zoom == 2.0)


def test_another_script_remembers_its_own(folder, script, tmp_path, qapp):
    memory = AppMemory(script, folder)
    memory.zoom = 2.0
    memory.flush()
    assert AppMemory(tmp_path / "other.py", folder).zoom == 1.0


NONSENSE = b"[General]\nzoom=nan\nlook=pink\nsidebar_width=x\ngeometry=5"


@pytest.mark.parametrize("content", [b"", b"\0\xff", NONSENSE])
def test_a_broken_file_counts_as_nothing_remembered(folder, script, qapp, content):
    memory = AppMemory(script, folder)
    memory.zoom = 2.0
    memory.flush()
    (file,) = folder.glob("*.ini")
    file.write_bytes(content)
    again = AppMemory(script, folder)
    assert (again.zoom, again.look, again.sidebar_width) == (1.0, None, None)
    assert again.geometry.isEmpty()


def test_a_window_opens_where_the_last_one_stood(launch, qtbot):
    window = launch()
    qtbot.wait(WAITS + 20)  # nothing that notes its end may have gone with the start
    window.setGeometry(QRect(30, 40, 600, 500))
    window.close()
    assert launch().size().toTuple() == (600, 500)


def test_where_a_window_was_put_is_kept_before_it_closes(launch, script, folder, qtbot, monkeypatch):
    monkeypatch.setattr("desklit.desktop.app_memory.LATER", 20)
    window = launch()
    qtbot.waitUntil(lambda: not AppMemory(script, folder).geometry.isEmpty())
    window.resize(420, 500)
    qtbot.waitUntil(lambda: AppMemory(script, folder).geometry == window.saveGeometry())
    window.resize(460, 520)
    qtbot.waitUntil(lambda: AppMemory(script, folder).geometry == window.saveGeometry())


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_back_onto_one(launch, script, folder):
    window = launch()
    window.setGeometry(QRect(9000, 9000, 600, 500))
    window.close()
    room = QGuiApplication.primaryScreen().geometry()
    assert room.intersects(launch().geometry())


def test_the_next_window_of_an_app_is_put_beside_the_first(launch, qtbot, monkeypatch):
    window = launch()
    window.setGeometry(QRect(10, 20, 500, 400))
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    with qtbot.waitSignal(window.settled):
        window.session.runner.rerun()
    window.new_window_wanted.emit()
    other = QGuiApplication.topLevelWindows()
    places = sorted(each.position().toTuple() for each in other if each.isVisible())
    assert places == [(10, 20), (42, 52)]


def test_the_sidebar_is_as_wide_as_its_user_pulled_it(launch, script, qtbot):
    script.write_text(PAGE.replace("\n", "\nst.set_page_config(initial_sidebar_state=400)\n", 1))
    window = launch()
    assert window.sidebar.width() == 400
    window.sidebar.grip.setFocus()
    qtbot.keyClick(window.sidebar.grip, Qt.Key.Key_Left)
    assert window.sidebar.width() == 384
    window.close()
    assert launch().sidebar.width() == 384


def test_a_sidebar_that_nobody_pulled_stays_the_apps_own(launch, script):
    launch().close()
    script.write_text(PAGE.replace("\n", "\nst.set_page_config(initial_sidebar_state=400)\n", 1))
    assert launch().sidebar.width() == 400


def texts(window):
    return [view.element.body for view in window.canvas.all_views() if view.element.kind == "text"]


def test_an_app_opens_at_the_page_that_was_open(launch, script, qtbot):
    script.write_text(PAGES.format(count=2))
    window = launch()
    with qtbot.waitSignal(window.settled):
        window.sidebar.pages.rows[1].clicked.emit()
    assert texts(window) == ["two"]
    window.close()
    assert texts(launch()) == ["two"]


def test_a_page_that_is_gone_is_not_asked_for_again(launch, script, folder):
    script.write_text(PAGES.format(count=1))
    memory = AppMemory(script, folder)
    memory.page = "two"
    memory.flush()
    window = launch()
    assert texts(window) == ["one"]
    assert window.notices.texts() == []


def test_a_file_of_a_page_that_is_gone_is_not_asked_for_again(launch, script, folder, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1_other.py").write_text("import streamlit as st\nst.text('other')")
    memory = AppMemory(script, folder)
    memory.page = "gone"
    memory.flush()
    assert texts(launch()) == ["beside", "page"] or texts(launch()) == ["page", "beside"]


def test_a_theme_is_the_apps_own_until_it_is_shared(launch, tmp_path, qtbot, script):
    window = launch()
    window.preferences.look = "dark"
    assert window.looks.main.base == "dark"
    assert Preferences(tmp_path / "preferences.ini").look == "system"
    dialog = SettingsDialog(window.preferences, window)
    assert dialog.looks[2].isChecked()
    dialog.for_all.click()
    assert Preferences(tmp_path / "preferences.ini").look == "dark"
    dialog.looks[1].click()
    assert Preferences(tmp_path / "preferences.ini").look == "light"
    window.close()
    assert launch().preferences.look == "light"


def test_wide_mode_stays_one_choice_for_all_apps(launch, tmp_path):
    window = launch()
    window.preferences.wide = True
    assert window.settings.wide
    assert Preferences(tmp_path / "preferences.ini").wide


@pytest.mark.parametrize(
    ("took", "patience"), [(None, WAITS), (WAITS, WAITS), (WAITS + 1, BRIEF), (BRIEF, BRIEF), (BRIEF + 1, 0)]
)
def test_shapes_come_at_once_for_who_always_waits_and_never_for_a_moment(
    launch, folder, script, took, patience
):
    window = launch()
    memory = AppMemory(script, folder)
    if took is not None:
        memory.first_element = took
    assert WindowMemory(window, memory).patience() == patience


def test_how_long_the_first_element_took_is_kept(launch, folder, script):
    script.write_text(f"import time\ntime.sleep({(BRIEF + 100) / 1000})\n{PAGE}")
    launch().close()
    assert (AppMemory(script, folder).first_element or 0) > BRIEF


def test_without_a_memory_no_file_is_made(open_script, empty_home):
    folder = empty_home / ".local/state/desklit/apps"
    before = sorted(folder.glob("*"))  # those of tests that start an app as its user does
    open_script(PAGE).close()
    assert sorted(folder.glob("*")) == before
