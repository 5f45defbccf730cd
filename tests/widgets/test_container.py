from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors
from desklit.widgets.container import Box


def test_elements_of_a_container_stay_at_its_place(run, elements):
    box = st.container()
    st.text("after")
    box.text("inside")
    with box:
        st.text("also inside")
    assert [getattr(e, "body", e.kind) for e in elements()] == [
        "flex_container",
        "inside",
        "also inside",
        "after",
    ]


def test_an_empty_place_holds_one_element_at_a_time(run, elements):
    place = st.empty()
    place.text("one")
    place.text("two")
    assert [e.body for e in elements()] == ["two"]
    with place.container():
        st.text("three")
        st.text("four")
    assert [getattr(e, "body", e.kind) for e in elements()] == ["flex_container", "three", "four"]
    place.empty()
    assert [e.kind for e in elements()] == ["empty"]


def test_with_an_empty_place_each_element_replaces_the_last(run, elements):
    with st.empty():
        st.text("one")
        st.text("two")
    assert [e.body for e in elements()] == ["two"]


def test_writing_to_a_block_that_was_replaced_does_no_harm(run, elements):
    place = st.empty()
    old = place.container()
    place.text("new")
    old.text("late")
    assert [e.body for e in elements()] == ["new"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"height": 0}, errors.StreamlitInvalidHeightError),
        ({"height": "tall"}, errors.StreamlitInvalidHeightError),
        ({"width": "wide"}, errors.StreamlitInvalidWidthError),
        ({"gap": "huge"}, errors.StreamlitValueError),
        ({"gap": -1}, errors.StreamlitValueError),
        ({"horizontal_alignment": "x"}, errors.StreamlitValueError),
        ({"vertical_alignment": "x"}, errors.StreamlitValueError),
        ({"wrap": False}, errors.StreamlitValueError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.container(**arguments)


def test_a_key_is_used_once(run):
    st.container(key="a")
    with pytest.raises(errors.StreamlitDuplicateElementKey):
        st.button("x", key="a")


def test_a_height_in_px_brings_a_border_unless_told_otherwise(run, elements):
    st.container(height=100)
    st.container(height=100, border=False)
    st.container()
    assert [e.border for e in elements()] == [True, False, False]


def test_a_container_with_a_height_scrolls(run, show):
    with st.container(height=120):
        for n in range(20):
            st.text(f"line {n}")
    box = show(run).items[0]
    assert box.height() == 120
    assert box.scroller.verticalScrollBar().maximum() > 300


def test_an_autoscrolling_container_follows_its_end(run, show, next_run):
    def fill(count):
        with st.container(height=120, autoscroll=True):
            for n in range(count):
                st.text(f"line {n}")

    fill(5)
    region = show(run)
    bar = region.items[0].scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    second = next_run()
    fill(12)
    region.canvas.take(second)
    assert bar.value() == bar.maximum() > 200


def test_a_row_aligned_right_ends_at_the_right_edge(run, show):
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button("a")
        st.button("b")
    box = show(run).items[0]
    assert box.items[1].geometry().right() + 1 == box.width()
    assert box.items[0].y() == box.items[1].y()


def test_a_container_may_change_between_scrolling_and_not(run, show, next_run, qtbot):
    with st.container(key="c", height=60):
        st.text("kept")
    region = show(run)
    kept = region.items[0].items[0]
    second = next_run()
    with st.container(key="c"):
        st.text("kept")
    region.canvas.take(second)
    assert region.items[0].items[0] is kept
    assert kept.isVisible()
    assert region.items[0].scroller is None


def test_gaps_are_those_asked_for(run, show):
    with st.container(gap=7):
        st.text("a")
        st.text("b")
    first, second = show(run).items[0].items
    assert second.y() - first.geometry().bottom() - 1 == 7


def test_an_empty_place_leaves_no_gap(run, show):
    st.text("a")
    st.empty()
    st.text("b")
    a, _, b = show(run).items
    assert b.y() - a.geometry().bottom() - 1 == 16


def test_box_is_a_frozen_value(run, elements):
    st.container()
    assert elements()[0] == Box()
