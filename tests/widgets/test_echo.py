from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors


def test_the_code_stands_above_what_it_shows(run, elements):
    with st.echo():
        x = "a"

        st.text(x)  # shown

    assert [element.kind for element in elements()] == ["code", "text"]
    assert elements()[0].body == 'x = "a"\n\nst.text(x)  # shown'


def test_the_code_stands_below_what_it_shows(run, elements):
    with st.echo("below"):
        st.text("a")
        # a comment
    st.text("after")
    assert [element.kind for element in elements()] == ["text", "code", "text"]
    assert elements()[1].body == 'st.text("a")\n# a comment'


def test_several_contexts_of_one_statement_are_allowed(run, elements):
    with st.echo(), st.container():
        st.text("a")
    assert [element.kind for element in elements()] == ["code", "flex_container", "text"]
    assert elements()[0].body == 'st.text("a")'


def test_a_statement_on_the_same_line_is_shown(run, elements):
    with st.echo(): st.text("a")  # noqa: E701  # fmt: skip
    assert elements()[0].body == 'st.text("a")'


def test_after_an_error_there_is_no_code(run, elements):
    with pytest.raises(ZeroDivisionError), st.echo():
        _ = 1 / 0
    assert [element.kind for element in elements()] == ["empty"]


def test_help_explains_an_object(run, elements):
    st.help(print)
    st.help(width=300)
    one, other = elements()
    assert one.name == "print"
    assert other.name == "desklit"
    assert other.width == 300
    with pytest.raises(errors.StreamlitInvalidWidthError):
        st.help(5, width="content")
