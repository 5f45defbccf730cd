from __future__ import annotations

from PySide6.QtCore import Qt

PAGE = "import streamlit as st\nst.text_input('Name')"


def test_f11_gives_the_window_the_screen_and_takes_it_away(open_script, qtbot):
    window = open_script(PAGE)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_escape_leaves_the_full_screen_but_only_if_nothing_else_wants_it(open_script, find, qtbot):
    window = open_script(PAGE)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    bar = window.open_search().field
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_a_maximised_window_is_maximised_again(open_script, qtbot):
    window = open_script(PAGE)
    window.showMaximized()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isMaximized()
    assert not window.isFullScreen()
