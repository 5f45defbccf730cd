from __future__ import annotations

import sys
import types

import pytest

import desklit as st
from desklit.state import errors


@pytest.mark.parametrize(("body", "shown"), [(" x^2\n", "$$\nx^2\n$$"), (None, "$$\nNone\n$$")])
def test_a_formula_is_markdown_with_dollars(run, elements, body, shown):
    st.latex(body)
    assert (elements()[0].kind, elements()[0].value) == ("latex", shown)


def test_an_expression_of_sympy_is_turned_into_latex(run, elements, monkeypatch):
    class Basic:
        pass

    fake = types.SimpleNamespace(Basic=Basic, latex=lambda value: "x^{2}")
    monkeypatch.setitem(sys.modules, "sympy", fake)
    st.latex(Basic())
    assert elements()[0].value == "$$\nx^{2}\n$$"


def test_a_formula_is_drawn_and_changes_in_place(run, show):
    st.latex("x", help="h")
    view = show(run).items[0]
    low = view.height_for(500)
    assert view.help_mark.isVisible()
    view.show_element(type(view.element)(body="$$\n\\sum_{i=1}^n \\frac{i}{2}\n$$"))
    assert view.height_for(500) > low
    assert not view.help_mark.isVisible()


def test_a_divider_is_a_line_with_room(run, show, elements):
    st.divider()
    assert (elements()[0].kind, elements()[0].value) == ("divider", "---")
    assert show(run).items[0].height() == 49


def test_a_divider_has_no_width_of_its_own(run):
    with pytest.raises(errors.StreamlitInvalidWidthError):
        st.divider(width="content")
