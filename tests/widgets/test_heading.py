from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors
from desklit.widgets.heading import CYCLE
from desklit.widgets.text_arguments import slug


@pytest.mark.parametrize("command", ["title", "header", "subheader"])
def test_a_heading_says_its_level_and_anchor(run, elements, command):
    getattr(st, command)("Hallo **Welt**! ä", help=" why ", icon=":material/home:")
    shown = elements()[0]
    assert (shown.kind, shown.value, shown.anchor) == (command, "Hallo **Welt**! ä", "hallo-welt-ä")
    assert (shown.help, shown.icon, shown.divider) == ("why", ":material/home:", "")


def test_an_anchor_is_given_made_or_left_out(run, elements):
    st.title("A b", anchor="x")
    st.title("A b", anchor=False)
    st.title("A b")
    assert [e.anchor for e in elements()] == ["x", "", "a-b"]
    assert slug("") == ""


def test_dividers_that_are_just_true_take_turns(run, elements):
    for _ in range(7):
        st.header("a", divider=True)
    st.subheader("a", divider="grey")
    assert [e.divider for e in elements()] == [*CYCLE, CYCLE[0], "gray"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"anchor": 3}, errors.StreamlitInvalidParameterTypeError),
        ({"anchor": True}, errors.StreamlitValueError),
        ({"icon": "xx"}, errors.StreamlitAPIException),
        ({"icon": 3}, errors.StreamlitInvalidParameterTypeError),
        ({"divider": "pink"}, errors.StreamlitValueError),
        ({"text_alignment": "x"}, errors.StreamlitValueError),
        ({"width": -1}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.header("a", **arguments)


def test_headings_have_streamlits_heights(run, show):
    st.title("a")
    st.header("a")
    st.subheader("a")
    st.header("a", divider=True)
    assert [item.height() for item in show(run).items] == [73, 59, 46, 69]


def test_an_icon_comes_and_goes_in_place(run, show):
    st.title("Home", icon=":material/home:")
    shown = show(run).items[0]
    assert shown.body.x() == 52
    shown.show_element(type(shown.element)(body="Home"))
    assert shown.body.x() == 0
    shown.show_element(type(shown.element)(body="**Home**", icon="spinner"))
    assert shown.body.x() == 52
    assert shown.body.document.toPlainText() == "Home"
