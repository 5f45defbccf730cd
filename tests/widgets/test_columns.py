from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors


def test_columns_are_as_many_and_as_wide_as_asked(run, elements):
    assert len(st.columns(3)) == 3
    st.columns([3, 1])
    weights = [e.weight for e in elements() if e.kind == "column"]
    assert weights == pytest.approx([1 / 3, 1 / 3, 1 / 3, 0.75, 0.25])


@pytest.mark.parametrize("wrong", [0, -1, [], [1, 0], [1, -2], [1, float("nan")]])
def test_impossible_specs_are_refused(run, wrong):
    with pytest.raises(errors.StreamlitInvalidColumnSpecError, match="spec"):
        st.columns(wrong)


@pytest.mark.parametrize("wrong", ["a", 2.0, None])
def test_specs_of_another_type_are_refused(run, wrong):
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="spec"):
        st.columns(wrong)


def test_columns_stand_side_by_side_and_share_the_height(run, show):
    left, right = st.columns(2, border=True)
    left.text("a\nb\nc")
    right.text("a")
    row = show(run, 720).items[0]
    a, b = row.items
    assert a.y() == b.y()
    assert a.height() == b.height()
    assert b.x() == a.geometry().right() + 1 + 16


def test_columns_are_stacked_in_a_narrow_window(run, show, scene):
    scene.page_width = 400
    left, right = st.columns(2)
    left.text("a")
    right.text("b")
    a, b = show(run, 400).items[0].items
    assert b.y() > a.y()
    assert a.width() == b.width() == 400


def test_columns_that_must_not_wrap_stay_in_a_row(run, show, scene):
    scene.page_width = 400
    left, right = st.columns(2, wrap=False)
    left.text("a")
    right.text("b")
    a, b = show(run, 400).items[0].items
    assert b.y() == a.y()


def test_the_content_of_a_column_may_stand_at_its_bottom(run, show):
    left, right = st.columns(2, vertical_alignment="bottom")
    left.text("a\nb\nc")
    right.text("a")
    row = show(run).items[0]
    assert row.items[1].items[0].geometry().bottom() == row.items[1].height() - 1


def test_columns_may_be_nested(run, show):
    outer = st.columns(2)
    inner = outer[0].columns(2)
    inner[1].text("deep")
    region = show(run)
    assert region.items[0].items[0].items[0].items[1].items[0].isVisible()
