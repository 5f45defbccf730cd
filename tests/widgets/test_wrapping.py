from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption

import desklit as st
from desklit.widgets.area_editor import Editor
from desklit.widgets.markdown import RichText
from desklit.widgets.wrapping import ENDLESS, wrap_mode

BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
ANYWHERE = QTextOption.WrapMode.WrapAnywhere
ENDLESS_WORD = "x" * ENDLESS


@pytest.mark.parametrize(
    "text",
    ["", "a few words", "word " * ENDLESS, "line\n" * ENDLESS, "文字" * ENDLESS, "x" * (ENDLESS - 1)],
)
def test_a_text_of_words_is_broken_between_them(text):
    assert wrap_mode(text) == BETWEEN_WORDS


@pytest.mark.parametrize(
    "text", [ENDLESS_WORD, "some words " + ENDLESS_WORD + " more", "a\N{NO-BREAK SPACE}" * ENDLESS]
)
def test_a_word_without_end_is_broken_anywhere(text):
    assert wrap_mode(text) == ANYWHERE


@pytest.mark.parametrize("command", [st.text, st.markdown, st.code, st.error])
def test_every_view_of_a_text_breaks_a_word_without_end_anywhere(run, show, command):
    options = {"wrap_lines": True} if command is st.code else {}
    command("**a** " + ENDLESS_WORD, **options)
    view = show(run).items[-1]
    view.height_for(300)
    documents = [part.document for part in view.findChildren(object) if isinstance(part, RichText)]
    modes = {document.defaultTextOption().wrapMode() for document in documents if document.toPlainText()}
    assert modes == {ANYWHERE}


def test_a_text_area_breaks_a_word_without_end_anywhere_and_words_between_them_again(run, next_run, show):
    st.text_area("a", ENDLESS_WORD, height="content", key="k")
    shown = show(run)
    area = shown.items[-1].editor()
    assert area.wordWrapMode() == ANYWHERE
    area.put("some words")
    assert area.wordWrapMode() == BETWEEN_WORDS


def test_pasting_a_word_without_end_breaks_it_anywhere_also_in_two_halves(qtbot):
    area = Editor()
    qtbot.addWidget(area)
    half = QMimeData()
    half.setText("x" * (ENDLESS // 2))
    area.insertFromMimeData(half)
    assert area.wordWrapMode() == BETWEEN_WORDS
    area.insertFromMimeData(half)
    assert area.wordWrapMode() == ANYWHERE
    assert area.toPlainText() == ENDLESS_WORD
