from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

LONG = """
    import streamlit as st
    for number in range(2_000):
        st.text(f"line {number}" + (" needle" if number in (700, 1_900) else ""))
    with st.expander("closed"):
        st.markdown("a **nee**dle in Markdown")
    st.text_input("The needle's field", key="field")
"""


@pytest.fixture
def search(open_script, qtbot):
    """Opens a script, presses Ctrl+F and types."""

    def of(script: str, text: str):
        window = open_script(script)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, KEY.Key_F, CTRL)
        bar = window._search
        qtbot.waitUntil(bar.field.hasFocus)
        QTest.keyClicks(bar.field, text)
        return window, bar

    return of


def in_sight(window, view):
    viewport = window.area.viewport()
    middle = view.mapTo(viewport, view.rect().center())
    return viewport.rect().contains(QPoint(10, middle.y()))


def test_text_far_from_sight_is_found_and_scrolled_to(search):
    window, bar = search(LONG, "needle")
    view = bar.current.view
    assert view.element.body == "line 700 needle"
    assert bar.count.text() == "1 of 4"
    assert in_sight(window, view)
    assert bar.marker.parent() is view
    assert bar.marker.geometry() == view.rect()
    assert len(window.canvas.all_views()) < 200


def test_enter_goes_on_and_shift_enter_back(search):
    window, bar = search(LONG, "needle")
    QTest.keyClick(bar.field, KEY.Key_Return)
    assert bar.count.text() == "2 of 4"
    assert in_sight(window, bar.current.view)
    QTest.keyClick(bar.field, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bar.field, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "4 of 4"
    assert bar.current.element.key == "field"
    QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "1 of 4"


def test_what_is_folded_away_is_opened(search, find, qtbot):
    window, bar = search(LONG, "in markdown")
    assert bar.count.text() == "1 of 1"
    assert find(window, "expander").is_open()
    assert bar.current.view.isVisible()
    assert in_sight(window, bar.current.view)


def test_a_text_that_is_nowhere_is_said_to_be(search):
    _, bar = search(LONG, "haystack")
    assert bar.count.text() == "Nothing found"
    assert not bar.next.isEnabled()
    assert bar.marker is None


def test_signs_of_markdown_are_no_text(search):
    _, bar = search("import streamlit as st\nst.markdown('a **bold** word')", "**")
    assert bar.hits == []


def test_escape_closes_and_gives_the_focus_back(open_script, find, qtbot):
    window = open_script(LONG.replace("2_000", "20"))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor = find(window, "text_input").editor()
    editor.setFocus()
    QTest.keyClick(editor, KEY.Key_F, CTRL)
    bar = window._search
    qtbot.waitUntil(bar.field.hasFocus)
    QTest.keyClicks(bar.field, "line 3")
    marked = bar.marker
    QTest.keyClick(bar.field, KEY.Key_Escape)
    assert bar.isHidden()
    assert QApplication.focusWidget() is editor
    assert marked.isHidden()


def test_a_rerun_that_takes_the_place_away_is_noticed(open_script, find, qtbot):
    window = open_script(
        """
        import streamlit as st
        if st.checkbox("show", True):
            st.text("needle")
        st.text("another needle")
        """
    )
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    bar = window.open_search()
    QTest.keyClicks(bar.field, "needle")
    assert bar.count.text() == "1 of 2"
    with qtbot.waitSignal(window.settled):
        find(window, "checkbox").changed.emit(False)
    qtbot.waitUntil(lambda: bar.count.text() == "1 found")
    assert bar.marker is None


def test_tab_goes_through_the_bar(search):
    search(LONG, "needle")
    names = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == ["Previous", "Next", "Close"]
