from __future__ import annotations

import functools
import json

import pytest

import desklit as st


class Counter:
    """Counts things."""

    step = 1

    def __init__(self):
        self.total = 3

    def add(self, by: int = 1) -> int:
        """Count on."""
        return by

    @property
    def broken(self):
        """Cannot be read."""
        raise ValueError


def area(width, *, height=1):
    """The area of a box.

    In px.
    """


class Rude:
    def __dir__(self):
        raise ValueError

    __doc__ = property(lambda self: 1 / 0)


def shown(elements, value):
    st.write(value)
    return elements()[-1]


def test_a_function_tells_how_it_is_called(run, elements):
    box = shown(elements, area)
    assert (box.kind, box.name, box.type, box.members) == ("help_info", "area", "function", ())
    assert box.signature.endswith("area(width, *, height=1)")
    assert box.doc == "The area of a box.\n\nIn px."


def test_a_class_and_an_object_tell_their_members(run, elements):
    box = shown(elements, Counter)
    assert (box.type, box.doc) == ("class", "Counts things.")
    assert {m.name: (m.type, m.text) for m in box.members} == {
        "add": ("function", "Count on."),
        "broken": ("property", "Cannot be read."),
        "step": ("int", "1"),
    }
    own = {m.name: m.text for m in shown(elements, Counter()).members}
    assert own["total"] == "3"


@pytest.mark.parametrize("value", [len, json, functools, lambda x: x, object(), int, "".upper, Rude(), st])
def test_nothing_is_too_odd_to_be_explained(run, elements, show, value):
    assert shown(elements, value).type
    assert show(run).items[0].height() > 40


def test_the_box_shows_head_docstring_and_members(run, show):
    st.write(Counter)
    view = show(run).items[0]
    assert view.head.document.toPlainText().startswith("Counter class ")
    text = view.body.document.toPlainText()
    assert "Counts things." in text
    assert "add" in text
    view.show_element(type(view.element)(name="<b>", type="int", doc="<i>"))
    assert view.body.document.toPlainText() == "<i>"
    assert "<b>" in view.head.document.toPlainText()
