from __future__ import annotations

import collections
import datetime
import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

import desklit as st
from desklit.state import errors

Pair = collections.namedtuple("Pair", "x")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ({"a": 1}, '{"a": 1}'),
        ('{"a":1', '{"a":1'),
        (None, "null"),
        ({1, 2}, "[1, 2]"),
        ({"a": {1}, "b": b"x"}, '{"a": [1], "b": "b\'x\'"}'),
        ({"a": datetime.date(2020, 1, 1)}, '{"a": "datetime.date(2020, 1, 1)"}'),
        (Pair(1), '{"x": 1}'),
        (range(2), "[0, 1]"),
        ({True: 1, None: 2}, '{"true": 1, "null": 2}'),
    ],
)
def test_anything_is_told_in_json(run, elements, body, shown):
    st.json(body)
    assert elements()[0].value == shown


def test_session_state_is_a_tree(run, elements):
    st.session_state.n = 3
    st.json(st.session_state)
    assert json.loads(elements()[0].body) == {"n": 3}


def test_keys_that_json_does_not_know_are_left_out_with_a_warning(run, elements):
    st.json({(1, 2): 3, "b": 4})
    assert [e.kind for e in elements()] == ["warning", "json"]
    assert elements()[1].body == '{"b": 4}'


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"expanded": "x"}, errors.StreamlitInvalidParameterTypeError),
        ({"expanded": 1.5}, errors.StreamlitInvalidParameterTypeError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.json([1], **arguments)


@pytest.fixture
def tree(run, show):
    def make(body, **arguments):
        st.json(body, **arguments)
        st.text("below")
        return show(run).items[0]

    return make


def texts(view):
    return ["".join(text for text, _ in row.parts) for row in view.rows]


def test_levels_are_open_as_asked_for(tree):
    data = {"a": {"b": [1]}}
    assert texts(tree(data)) == ["{", '"a" : {', '"b" : [', "0 : 1", "]", "}", "}"]


def test_a_number_opens_so_many_levels(tree):
    assert texts(tree({"a": {"b": [1]}}, expanded=1)) == ["{", '"a" : {…}  1 item', "}"]


def test_a_click_opens_a_row_and_moves_what_is_below(tree, qtbot):
    view = tree({"a": 1, "b": 2}, expanded=False)
    below = view.block.items[1]
    y = below.y()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert texts(view) == ["{", '"a" : 1', '"b" : 2', "}"]
    qtbot.waitUntil(lambda: below.y() > y)


def test_keys_walk_open_close_and_copy(tree, qtbot):
    view = tree({"a": {"b": 1}})
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert texts(view) == ["{", '"a" : {…}  1 item', "}"]
    assert "closed" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert json.loads(QGuiApplication.clipboard().text()) == {"b": 1}
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current == 2
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.current == 1
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert texts(view) == ["{…}  1 item"]


def test_what_the_user_closed_stays_closed_when_the_data_change(tree, qtbot):
    view = tree({"a": {"b": 1}})
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    view.show_element(type(view.element)(body='{"a": {"b": 2}, "c": 3}'))
    assert texts(view) == ["{", '"a" : {…}  1 item', '"c" : 3', "}"]


def test_long_lists_are_grouped_and_long_texts_are_wrapped(tree):
    view = tree({"a": list(range(250)), "b": "x" * 500})
    assert texts(view)[2] == "0 – 99 : […]  100 items"
    assert view.height_for(300) > len(view.rows) * 22


def test_the_button_copies_all(tree, qtbot):
    view = tree([1, "ä"])
    qtbot.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    assert json.loads(QGuiApplication.clipboard().text()) == [1, "ä"]
    assert "ä" in QGuiApplication.clipboard().text()
    assert view.copy_button.accessibleName() == "Copied"


def test_what_is_no_json_is_shown_with_the_reason(tree):
    assert texts(tree("hello"))[1] == "hello"
    assert "no valid JSON" in texts(tree("hello"))[0]
