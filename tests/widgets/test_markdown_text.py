from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

import desklit as st
from desklit.state import errors
from desklit.widgets.body import Line
from desklit.widgets.markdown import RichText
from desklit.widgets.one_line import OneLine


def test_markdown_takes_off_the_common_indent_and_blank_ends(run, elements):
    st.markdown("\n    a\n      b\n    ")
    assert elements()[0].body == "a\n  b"


@pytest.mark.parametrize(("body", "shown"), [(3, "3"), (None, "None"), ("", ""), (" x ", "x")])
def test_anything_becomes_text(run, elements, body, shown):
    st.markdown(body)
    assert elements()[0].value == shown


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text_alignment": "middle"}, errors.StreamlitValueError),
        ({"width": "wide"}, errors.StreamlitInvalidWidthError),
        ({"width": 0}, errors.StreamlitInvalidWidthError),
        ({"wrap": False, "unsafe_allow_html": True}, errors.StreamlitIncompatibleParametersError),
    ],
)
def test_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.markdown("a", **arguments)


def test_auto_width_is_the_texts_own_in_a_row(run, elements):
    st.markdown("a")
    st.container(horizontal=True).markdown("b")
    assert [e.width for e in elements() if e.kind == "markdown"] == ["stretch", "content"]


def test_a_caption_refuses_html_on_one_line(run):
    with pytest.raises(errors.StreamlitIncompatibleParametersError):
        st.caption("a", unsafe_allow_html=True, wrap=False)


def test_a_badge_is_markdown_with_its_brackets_escaped(run, elements):
    st.badge("a]b", icon=":material/home:", color="green", help="why")
    assert elements()[0].kind == "markdown"
    assert elements()[0].body == ":green-badge[:material/home: a\\]b]"
    assert elements()[0].help == "why"


@pytest.fixture
def view(run, show):
    def make(command, *args, width=600, **arguments):
        getattr(st, command)(*args, **arguments)
        return show(run, width).items[0]

    return make


def test_a_plain_sentence_is_one_cheap_line(view):
    shown = view("markdown", "plain words")
    assert not isinstance(shown.body, RichText)
    assert shown.body.text() == "plain words"
    assert shown.height() == 26


def test_a_plain_sentence_too_wide_for_its_line_is_wrapped(view):
    shown = view("markdown", "many words " * 20, width=300)
    assert isinstance(shown.body, RichText)
    assert shown.height() > 3 * 25


def test_another_text_is_taken_over_in_place(run, show, next_run):
    st.markdown("one **two**")
    region = show(run)
    shown = region.items[0]
    body = shown.body
    shown.show_element(type(shown.element)(body="three *four*"))
    assert shown.body is body
    assert body.document.toPlainText() == "three four"


def test_markup_instead_of_plain_words_changes_what_shows_them(view):
    shown = view("markdown", "plain")
    shown.show_element(type(shown.element)(body="**bold**"))
    assert shown.body.document.toPlainText() == "bold"
    shown.show_element(type(shown.element)(body="plain again"))
    assert shown.body.accessibleName() == "plain again"


def test_the_sign_for_help_stands_behind_the_text(view):
    shown = view("markdown", "words", help="**why**")
    assert shown.help_mark.isVisible()
    assert shown.body.fontMetrics().horizontalAdvance("words") <= shown.help_mark.x() < 100
    assert shown.accessibleDescription() == "why"
    shown.show_element(type(shown.element)(body="words"))
    assert shown.help_mark is None


def test_text_that_is_not_wrapped_is_cut_and_grows_back(view):
    shown = view("markdown", "**bold** words " * 20, wrap=False, width=300)
    assert isinstance(shown.body, OneLine)
    assert shown.height() < 40
    assert shown.body.is_cut
    assert shown.body.document.toPlainText().endswith("…")
    assert shown.body.document.idealWidth() <= 300
    assert "words bold" in shown.body.tip_at(QPointF(150, 10))
    shown.resize(3000, 26)
    assert not shown.body.is_cut
    assert not shown.body.document.toPlainText().endswith("…")


def test_plain_words_can_be_selected_once_the_mouse_is_over_them(view, qtbot):
    assert not Line("words").textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    shown = view("markdown", "words")
    qtbot.mouseMove(shown.body, QPoint(10, 10))
    qtbot.waitUntil(
        lambda: bool(shown.body.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
    )
    qtbot.mouseDClick(shown.body, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert shown.body.selectedText() == "words"


def test_text_keeps_its_blanks_and_breaks_and_knows_no_markup(view):
    shown = view("text", "a  **b**\n   c")
    assert shown.body.document.toPlainText() == "a  **b**\n   c"


def test_text_without_wrapping_is_one_line(view):
    shown = view("text", "a\nb *c*", wrap=False)
    assert shown.body.document.toPlainText() == "a b *c*"


def test_a_caption_is_smaller_and_quieter(view, scene):
    shown = view("caption", "words")
    assert shown.body.font().pixelSize() == 14
    assert shown.body.palette().windowText().color().name() == scene.theme.faded_text
