from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

APP = "import streamlit as st\nst.text('page')\nst.sidebar.text('side')\n"


@pytest.fixture
def system(qapp):
    hints = QGuiApplication.styleHints()
    yield hints
    hints.unsetColorScheme()


def test_the_systems_dark_mode_is_followed_while_the_app_runs(open_script, system, qtbot):
    system.setColorScheme(Qt.ColorScheme.Light)
    window = open_script(APP)
    assert window.scene.theme.base == "light"
    system.setColorScheme(Qt.ColorScheme.Dark)
    if system.colorScheme() != Qt.ColorScheme.Dark:
        pytest.skip("this platform has no colour scheme")
    qtbot.waitUntil(lambda: window.scene.theme.base == "dark")
    assert window.sidebar_scene.theme.base == "dark"
    assert window.grab().toImage().pixelColor(700, 600).lightness() < 60


def test_the_app_may_insist_on_a_look_and_the_user_on_another(open_script, app):
    window = open_script(APP, theme__base="dark")
    assert window.scene.theme.base == "dark"
    app.preferences.look = "light"
    assert window.scene.theme.base == "light"
    app.preferences.look = "system"
    assert window.scene.theme.base == "dark"


def test_theme_options_count_for_the_look_that_is_on(open_script, app):
    window = open_script(APP, **{"theme.dark.primaryColor": "#00ff00", "theme.primaryColor": "#0000ff"})
    app.preferences.look = "light"
    assert window.scene.theme.primary == "#0000ff"
    app.preferences.look = "dark"
    assert window.scene.theme.primary == "#00ff00"


def test_preferences_are_kept_in_their_file(tmp_path, qapp):
    from desklit.desktop.preferences import Preferences

    first = Preferences(tmp_path / "p.ini")
    first.look, first.wide = "dark", True
    second = Preferences(tmp_path / "p.ini")
    assert (second.look, second.wide, second.always_rerun) == ("dark", True, False)


def test_nonsense_in_the_file_is_no_look(tmp_path, qapp):
    from desklit.desktop.preferences import Preferences

    (tmp_path / "p.ini").write_text("[General]\nlook=pink\nwide=perhaps\n")
    preferences = Preferences(tmp_path / "p.ini")
    assert (preferences.look, preferences.wide) == ("system", False)
