from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

APP = "import streamlit as st\nst.text('page')"
LONG = "A notice that goes on for longer than one line has room for, however wide the window is. " * 3


@pytest.mark.parametrize("width", [360, 1000, 2400])
def test_all_of_a_notice_shows_at_any_width(open_script, width):
    window = open_script(APP, size=(width, 600))
    first = window.notices.say(LONG, [("Rerun", lambda: None), ("Always rerun", lambda: None)])
    second = window.notices.say("short")
    for notice in (first, second):
        parts = [notice.label, notice.close_button, *notice.buttons]
        assert all(notice.rect().contains(part.geometry()) for part in parts)
        assert notice.label.height() >= notice.label.heightForWidth(notice.label.width())
        others = [part.geometry() for part in parts[1:]]
        assert not any(notice.label.geometry().intersects(place) for place in others)
    assert first.geometry().bottom() < second.geometry().top()
    assert window.area.y() >= window.notices.geometry().bottom()


def test_a_notice_gives_its_room_back(open_script, qtbot):
    window = open_script(APP)
    before = window.area.geometry()
    notice = window.notices.say("Look")
    assert window.area.y() > before.y()
    qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert window.area.geometry() == before


def test_a_button_acts_and_takes_the_notice_away(open_script, qtbot):
    window = open_script(APP)
    done = []
    notice = window.notices.say("Look", [("Do it", lambda: done.append(1))])
    qtbot.keyClick(notice.buttons[0], Qt.Key.Key_Space)
    assert done == [1]
    assert window.notices.texts() == []


def test_the_same_text_stands_there_once(open_script):
    window = open_script(APP)
    for _ in range(3):
        window.notices.say("again")
    assert window.notices.texts() == ["again"]


def test_a_word_in_passing_lies_over_the_page_and_goes_by_itself(open_script, qtbot):
    window = open_script(APP)
    before = window.area.geometry()
    window.scene.notice.emit("Copied")
    passing = window.notices.passing
    assert passing.text() == "Copied"
    assert passing.isVisible()
    assert window.area.geometry() == before
    qtbot.waitUntil(lambda: passing.text() == "", timeout=4000)


def test_a_word_in_passing_keeps_to_the_windows_lower_edge(open_script, qtbot):
    window = open_script(APP, size=(360, 500))
    window.notices.mention("A word in passing that needs more than one line in so narrow a window")
    passing = window.notices.passing
    assert window.rect().contains(passing.geometry())
    window.resize(900, 400)
    qtbot.waitUntil(lambda: window.rect().contains(passing.geometry()))
    assert passing.y() > 300
