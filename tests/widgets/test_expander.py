from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


def test_an_expander_holds_elements_and_does_not_tell_its_state(run, elements):
    box = st.expander("More")
    box.text("inside")
    assert [e.kind for e in elements()] == ["expander", "text"]
    assert box.open is None


def test_a_followed_expander_tells_whether_it_is_open(run, next_run, elements):
    assert st.expander("More", key="e", on_change="rerun").open is False
    next_run(Change(elements()[0].id, True))
    assert st.expander("More", key="e", on_change="rerun").open is True
    assert st.session_state.e is True


@pytest.mark.parametrize(
    ("label", "arguments", "error"),
    [
        (3, {}, TypeError),
        ("a", {"expanded": "yes"}, TypeError),
        ("a", {"type": "x"}, errors.StreamlitValueError),
        ("a", {"icon": "x"}, errors.StreamlitAPIException),
        ("a", {"on_change": "x"}, errors.StreamlitValueError),
        ("a", {"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, label, arguments, error):
    with pytest.raises(error):
        st.expander(label, **arguments)


@pytest.fixture
def expander(run, show):
    def make(**arguments):
        with st.expander("More", **arguments):
            st.text("inside")
        st.text("below")
        return show(run).items[0]

    return make


def test_a_click_on_the_head_unfolds_and_folds(expander, qtbot):
    view = expander()
    below = view.block.items[1]
    closed = below.y()
    assert view.items == []
    qtbot.mouseClick(view.head, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: below.y() > closed)
    assert view.items[0].isVisible()
    qtbot.mouseClick(view.head, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: below.y() == closed)


def test_space_unfolds_the_focused_head(expander, qtbot):
    view = expander()
    view.head.setFocus()
    qtbot.keyClick(view.head, Qt.Key.Key_Space)
    assert view.is_open()


def test_a_followed_expander_tells_of_a_click(expander, qtbot):
    view = expander(on_change="rerun")
    with qtbot.waitSignal(view.changed) as signal:
        qtbot.mouseClick(view.head, Qt.MouseButton.LeftButton)
    assert signal.args == [True]


def test_a_rerun_keeps_what_the_user_unfolded(expander, qtbot, next_run):
    view = expander()
    qtbot.mouseClick(view.head, Qt.MouseButton.LeftButton)
    second = next_run()
    with st.expander("More"):
        st.text("changed")
    view.block.canvas.take(second)
    assert view.is_open()


@pytest.mark.parametrize("kind", ["default", "compact", "step"])
def test_every_type_is_painted(expander, kind):
    assert not expander(type=kind, expanded=True).grab().isNull()
