from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

import desklit as st
from desklit.state import errors
from desklit.widgets.exception import show_fault


def fail(message="could not read it"):
    try:
        int("x")
    except ValueError as error:
        raise RuntimeError(message) from error


def caught(function=fail, *args):
    try:
        function(*args)
    except BaseException as error:
        return error


def test_an_exception_tells_type_message_and_steps(run, elements):
    st.exception(caught())
    shown = elements()[0]
    assert (shown.kind, shown.type_name, shown.message) == ("exception", "RuntimeError", "could not read it")
    assert shown.fault.earlier.type_name == "ValueError"
    assert any("in fail" in line for line in shown.stack_trace)


@pytest.mark.parametrize(
    ("value", "name", "message"),
    [
        ("a", "str", "a"),
        (3, "int", "3"),
        (ValueError, "type", "<class 'ValueError'>"),
        (ValueError("x"), "ValueError", "x"),
    ],
)
def test_what_was_never_raised_is_shown_too(run, elements, value, name, message):
    st.exception(value)
    assert (elements()[0].type_name, elements()[0].message) == (name, message)


def test_an_error_of_a_command_is_named_as_scripts_know_it(run, elements):
    st.exception(errors.StreamlitValueError("`a` is **wrong**"))
    assert elements()[0].type_name == "streamlit.errors.StreamlitValueError"
    assert elements()[0].markdown


def test_the_width_content_is_refused(run):
    with pytest.raises(errors.StreamlitInvalidWidthError):
        st.exception(ValueError(), width="content")


@pytest.mark.parametrize(
    ("detail", "name", "says", "steps"),
    [
        ("full", "RuntimeError", True, True),
        ("stacktrace", "RuntimeError", False, True),
        ("type", "RuntimeError", False, False),
        ("none", "", False, False),
    ],
)
def test_a_scripts_error_is_shown_as_far_as_the_option_allows(
    run, elements, detail, name, says, steps, caplog
):
    run.config.set_by_user("client.showErrorDetails", detail)
    with caplog.at_level(logging.ERROR, "desklit"):
        show_fault(run, caught(), Path(__file__))
    shown = elements()[0]
    assert shown.type_name == name
    assert ("could not read it" in shown.message) == says
    assert (shown.fault is not None) == steps
    assert "could not read it" in caplog.text


@pytest.fixture
def box(run, show):
    def make(error, width=600):
        st.exception(error)
        return show(run, width).items[0]

    return make


def test_the_box_shows_the_line_that_failed(box):
    view = box(caught())
    text = view.trace.document.toPlainText()
    assert "test_exception.py" in text
    assert "raise RuntimeError(message) from error" in text
    assert "invalid literal" in text
    assert view.head.document.toPlainText() == "RuntimeError: could not read it"


def test_the_button_copies_the_whole_traceback(box, qtbot):
    view = box(caught())
    qtbot.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Traceback")
    assert "RuntimeError: could not read it" in text


def test_a_message_that_is_hidden_is_not_copied_either(run, show):
    run.config.set_by_user("client.showErrorDetails", "stacktrace")
    show_fault(run, caught(), Path(__file__))
    view = show(run).items[0]
    assert "could not read it" not in view.copied_text()
    assert "could not read it" not in view.trace.document.toPlainText().replace('could not read it"', "")
    assert "invalid literal" not in view.trace.document.toPlainText()


def test_blanks_and_marks_of_a_message_are_kept(box):
    view = box(ValueError("a\n  b *c* <i>"))
    assert view.plain.document.toPlainText() == "a\n  b *c* <i>"
    assert not view.trace.isVisible()


def test_another_error_is_taken_over_in_place(run, show, box):
    view = box(caught())
    tall = view.height_for(600)
    view.show_element(type(view.element)(type_name="KeyError", message="'a'"))
    assert view.height_for(600) < tall
    assert view.accessibleName() == "KeyError: 'a'"


def test_a_syntax_error_shows_its_place(box):
    view = box(caught(compile, "x = (1,\ny y", "app.py", "exec"))
    assert "app.py" in view.trace.document.toPlainText()
