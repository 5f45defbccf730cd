from __future__ import annotations

import time

import pytest

import desklit as st
from desklit.state import errors


@pytest.mark.parametrize("size", ["x", 0, -1, None, 1.5])
def test_a_wrong_size_is_named(run, size):
    with pytest.raises(errors.StreamlitValueError, match="size"):
        st.space(size)


@pytest.mark.parametrize(("size", "px"), [("small", 12), ("medium", 40), ("xxlarge", 128), (33, 33)])
def test_it_leaves_room_below(run, show, size, px):
    st.text("a")
    st.space(size)
    st.text("b")
    one, room, two = show(run).items
    assert room.height() == px
    assert two.y() - one.geometry().bottom() - 1 == px + 32


@pytest.mark.parametrize(("size", "px"), [("small", 12), (100, 100)])
def test_in_a_row_it_leaves_room_beside(run, show, size, px):
    with st.container(horizontal=True):
        st.button("a")
        st.space(size)
        st.button("b")
    one, _, two = show(run).items[0].items
    assert two.x() - one.geometry().right() - 1 == px + 32
    assert two.y() == one.y()


def test_stretch_pushes_neighbours_apart(run, show):
    with st.container(horizontal=True):
        st.button("a")
        st.space("stretch")
        st.button("b")
    row = show(run).items[0]
    assert row.items[2].geometry().right() == row.width() - 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"height": 0}, errors.StreamlitInvalidHeightError),
        ({"height": "content"}, errors.StreamlitInvalidHeightError),
        ({"height": 1.5}, errors.StreamlitInvalidHeightError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_a_wrong_skeleton_is_refused(run, arguments, error):
    with pytest.raises(error):
        st.skeleton(**arguments)


def test_a_skeleton_is_replaced_by_what_comes(run, elements):
    place = st.skeleton(100)
    assert elements()[0].kind == "skeleton"
    place.text("a")
    place.text("b")
    assert [element.kind for element in elements()] == ["text"]


def test_in_a_block_it_shows_after_a_moment_and_goes_at_the_end(run, elements):
    with st.skeleton():
        assert elements()[0].kind == "empty"
        st.text("beside")
        end = time.monotonic() + 5
        while elements()[0].kind != "skeleton" and time.monotonic() < end:
            time.sleep(0.01)
        assert elements()[0].kind == "skeleton"
    assert [element.kind for element in elements()] == ["empty", "text"]


def test_an_error_takes_it_away(run, elements):
    with pytest.raises(ZeroDivisionError), st.skeleton():
        _ = 1 / 0
    assert elements()[0].kind == "empty"


def test_a_skeleton_is_as_high_as_told_and_breathes(run, show):
    st.skeleton(90)
    st.skeleton(width=120)
    first, second = show(run).items
    assert (first.height(), second.height(), second.width()) == (90, 40, 120)
    assert first._timer.isActive()
    first.hide()
    assert not first._timer.isActive()
