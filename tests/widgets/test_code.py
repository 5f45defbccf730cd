from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

import desklit as st
from desklit.state import errors
from desklit.widgets.markdown.highlight import MOST_COLOURED, highlight
from desklit.widgets.theme import build_theme

LONG = "x = '" + "long " * 60 + "'\ny = 2"


@pytest.mark.parametrize(("body", "shown"), [("a\n", "a"), ("\n\na\n\n", "\na\n"), (3, "3"), ("  a", "  a")])
def test_one_break_at_each_end_is_taken_off(run, elements, body, shown):
    st.code(body)
    assert elements()[0].value == shown


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"height": "x"}, errors.StreamlitInvalidHeightError),
        ({"width": 0}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.code("a", **arguments)


@pytest.fixture
def box(run, show):
    def make(body, *args, **arguments):
        st.code(body, *args, **arguments)
        return show(run, 500).items[-1]

    return make


def test_each_line_of_the_code_is_a_line_of_the_box(box):
    view = box("def f():\n    return 'a'\n\nf()")
    assert view.text.document.toPlainText() == "def f():\n    return 'a'\n\nf()"
    assert view.text.document.blockCount() == 4
    assert view.height() == 2 * 16 + 4 * 22


def test_code_beyond_all_reading_is_shown_without_colours_so_that_the_window_stays_quick():
    theme = build_theme({}, "light")
    assert "<span" in highlight("x = 1\n", "python", theme)
    much = "x = 1\n" * (MOST_COLOURED // 6 + 1)
    assert highlight(much, "python", theme) == much.rstrip("\n")


def test_code_without_a_language_has_no_colours(box):
    assert box("if x:", None).text.document.toPlainText() == "if x:"


def test_long_lines_scroll_or_wrap(box):
    scrolled = box(LONG)
    assert scrolled.area.horizontalScrollBar().maximum() > 0
    wrapped = box(LONG, wrap_lines=True, line_numbers=True)
    assert wrapped.area.horizontalScrollBar().maximum() == 0
    assert wrapped.height_for(500) > scrolled.height_for(500)


def test_a_box_of_fixed_height_scrolls_down(box):
    view = box("a\n" * 50, height=120)
    assert view.height() == 120
    assert view.area.verticalScrollBar().maximum() > 0


def test_numbers_make_room_at_the_left(box):
    view = box("a\nb")
    plain = view.text.x()
    view.show_element(type(view.element)(body="a\nb", line_numbers=True))
    assert view.text.x() > plain


def test_the_button_copies_the_code_by_mouse_and_keyboard(box, qtbot):
    view = box("x = 1")
    qtbot.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "x = 1"
    view.show_element(type(view.element)(body="y = 2"))
    view.copy_button.setFocus()
    qtbot.keyClick(view.copy_button, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "y = 2"
    assert view.copy_button.is_done


def test_the_box_can_be_as_wide_as_its_code(box):
    assert box("x = 1", width="content").width() < 200


def test_short_lines_in_a_low_box_scroll_in_one_direction_only(run, show):
    st.code("\n".join(f"row {number}" for number in range(30)), language=None, height=120)
    st.code("\n".join("a long row " * 40 for _ in range(30)), language=None, height=120)
    short, long = show(run, width=400).items
    assert short.area.verticalScrollBar().maximum() > 0
    assert short.area.horizontalScrollBar().maximum() == 0
    assert long.area.horizontalScrollBar().maximum() > 0
