from __future__ import annotations

import logging

import pytest

import desklit as st
from desklit.state import errors


class Repr:
    def _repr_html_(self):
        return "<b>r</b>"

    def __str__(self):
        return "text"


def test_texts_files_and_objects_are_taken(run, elements, tmp_path):
    page, style = tmp_path / "x.html", tmp_path / "x.css"
    page.write_text("<i>f</i>")
    style.write_text("a{}")
    st.html("<b>x</b>")
    st.html(5)
    st.html(page)
    st.html(Repr())
    st.html(style)
    assert [element.body for element in elements()] == ["<b>x</b>", "5", "<i>f</i>", "<b>r</b>"]
    assert [element.body for element in elements("event")] == ["<style>a{}</style>"]


@pytest.mark.parametrize("body", ["", "  "])
def test_nothing_is_refused(run, body):
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="body"):
        st.html(body)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [({"width": 0}, errors.StreamlitInvalidWidthError), ({"unsafe_allow_javascript": "x"}, TypeError)],
)
def test_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.html("a", **arguments)


def test_a_path_as_text_is_warned_of(run, elements, tmp_path):
    path = tmp_path / "x.html"
    path.write_text("<i>f</i>")
    st.html(str(path))
    assert [element.kind for element in elements()] == ["warning", "html"]


def test_it_shows_text_and_logs_what_it_leaves_out(run, show, caplog):
    st.html("<h3>Head</h3><p>Some <b>bold</b></p><script>alert(1)</script><form><input></form>")
    with caplog.at_level(logging.WARNING, "desklit.widgets"):
        view = show(run).items[0]
    text = view.body.document.toPlainText()
    assert "bold" in text
    assert "alert" not in text
    assert "<script>" in caplog.text
    assert "<input>" in caplog.text
    assert view.height() > 40


def test_a_rerun_shows_other_html(run, show, next_run):
    st.html("<b>one</b>")
    region = show(run)
    second = next_run()
    st.html("<b>two</b>")
    region.canvas.take(second)
    assert region.items[0].body.document.toPlainText() == "two"
