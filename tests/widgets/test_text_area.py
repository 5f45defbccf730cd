from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


def sent(view):
    values = []
    view.changed.connect(values.append)
    return values


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.text_area(*args, **kwargs)
        view = show(run).items[-1]
        return view, sent(view)

    return make


def test_it_returns_the_default_then_what_was_entered(run, next_run, elements):
    assert st.text_area("a", "x") == "x"
    next_run(Change(elements()[0].id, "one\ntwo"))
    assert st.text_area("a", "x") == "one\ntwo"


def test_max_chars_cuts_and_gives_another_identity(run, next_run, elements):
    assert st.text_area("a", "abc", max_chars=2, key="k") == "ab"
    next_run(Change(elements()[0].id, "xyz"))
    assert st.text_area("a", "abc", max_chars=2, key="k") == "xy"
    next_run()
    assert st.text_area("a", "abc", max_chars=3, key="k") == "abc"


@pytest.mark.parametrize("height", ["foo", 0, -5, 100.5])
def test_a_wrong_height_is_refused(run, height):
    with pytest.raises(errors.StreamlitInvalidHeightError, match="height"):
        st.text_area("a", height=height)


def test_a_wrong_width_is_refused(run):
    with pytest.raises(errors.StreamlitInvalidWidthError, match="width"):
        st.text_area("a", width="content")


def test_enter_begins_a_line_and_ctrl_enter_takes_the_text_over(field, qtbot):
    view, values = field("a")
    view.editor().setFocus()
    qtbot.keyClicks(view.editor(), "one")
    qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    qtbot.keyClicks(view.editor(), "two")
    assert values == []
    assert "Ctrl+Enter" in view.hint.text or "⌘" in view.hint.text
    with qtbot.waitSignal(view.submit_requested):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert values == ["one\ntwo"]


def test_tab_leaves_the_field_and_takes_the_text_over(run, show, qtbot):
    st.text_area("a")
    st.text_area("b")
    first, second = show(run).items
    values = sent(first)
    first.editor().setFocus()
    qtbot.keyClicks(first.editor(), "x")
    qtbot.keyClick(first.editor(), Qt.Key.Key_Tab)
    assert values == ["x"]
    assert QApplication.focusWidget() is second.editor()


def test_typing_and_pasting_stop_at_the_limit(field, qtbot):
    view, values = field("a", "abef", max_chars=5)
    cursor = view.editor().textCursor()
    cursor.setPosition(2)
    view.editor().setTextCursor(cursor)
    QApplication.clipboard().setText("cd")
    view.editor().paste()
    assert view.text() == "abcef"
    qtbot.keyClicks(view.editor(), "z")
    view.commit()
    assert values == ["abcef"]


def test_a_rerun_keeps_half_typed_text_and_selection(run, next_run, show, qtbot):
    st.text_area("a", key="k")
    region = show(run)
    view = region.items[0]
    qtbot.keyClicks(view.editor(), "hello")
    cursor = view.editor().textCursor()
    cursor.setPosition(1)
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    view.editor().setTextCursor(cursor)
    new = next_run()
    st.text_area("another label", key="k")
    region.canvas.take(new)
    assert (view.text(), view.editor().textCursor().selectedText()) == ("hello", "ell")


def test_a_value_set_in_code_shows_silently(run, next_run, show):
    st.text_area("a", key="k")
    region = show(run)
    values = sent(region.items[0])
    new = next_run()
    st.session_state.k = "set"
    st.text_area("a", key="k")
    region.canvas.take(new)
    assert (region.items[0].text(), values) == ("set", [])


def test_line_ends_of_other_systems_are_no_change(field):
    view, values = field("a", "one\r\ntwo")
    view.dirty = True
    view.commit()
    assert values == []


@pytest.mark.parametrize(("height", "least", "most"), [(None, 94, 94), (200, 170, 180), (10, 68, 68)])
def test_the_height_is_the_scripts(field, height, least, most):
    view, _ = field("a", height=height)
    assert least <= view.area.height() <= most


def test_content_height_grows_with_the_text(field, qtbot):
    view, _ = field("a", height="content")
    before = view.area.height()
    view.editor().setFocus()
    for _ in range(6):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.area.height() > before + 40)


def test_the_corner_pulls_the_field_higher(field, qtbot):
    view, _ = field("a")
    grip = view.grip
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.mouseMove(grip, QPoint(8, 68))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.area.height() == 94 + 60)


def test_a_required_field_keeps_its_last_text(field, qtbot):
    view, values = field("a", "old", required=True)
    view.editor().selectAll()
    qtbot.keyClick(view.editor(), Qt.Key.Key_Backspace)
    view.commit()
    assert values == []
    assert view.error.text()


def test_in_a_form_each_edit_is_told(run, show, qtbot):
    with st.form("f"):
        st.text_area("a")
        st.form_submit_button()
    view = show(run).items[0].items[0]
    values = sent(view)
    qtbot.keyClicks(view.editor(), "ab")
    assert values == ["a", "ab"]
