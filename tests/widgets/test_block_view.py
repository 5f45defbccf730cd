from __future__ import annotations

import pytest

import desklit as st


@pytest.fixture
def placings(monkeypatch):
    """Counts how often children are given places."""
    from desklit.widgets.block_view import BlockView

    counted = []
    place_items = BlockView.place_items

    def counting(self, width):
        counted.append(width)
        return place_items(self, width)

    monkeypatch.setattr(BlockView, "place_items", counting)
    return counted


def tops(region):
    return [item.y() for item in region.items]


def test_a_text_of_the_same_size_moves_nothing(run, show, next_run, placings):
    st.text("one", width="stretch")
    st.text("after")
    region = show(run)
    before = tops(region)
    placings.clear()
    again = next_run()
    st.text("two", width="stretch")
    st.text("after")
    region.canvas.take(again)
    assert placings == []
    assert tops(region) == before
    assert region.items[0].element.body == "two"


def test_a_longer_text_moves_what_follows(run, show, next_run, placings):
    st.text("one", width="stretch")
    st.text("after")
    region = show(run)
    before = tops(region)
    again = next_run()
    st.text("several words " * 40, width="stretch")
    st.text("after")
    region.canvas.take(again)
    assert tops(region)[1] > before[1] + 20


def test_a_wider_text_gets_its_width(run, show, next_run):
    st.text("one")
    region = show(run)
    before = region.items[0].width()
    again = next_run()
    st.text("one and more")
    region.canvas.take(again)
    assert region.items[0].width() > before
    again = next_run()
    st.text("one and more", width=200)
    region.canvas.take(again)
    assert region.items[0].width() == 200


def test_a_text_that_grows_in_a_column_moves_what_is_below_the_columns(run, show, next_run):
    left, _ = st.columns(2)
    left.text("one")
    st.text("after")
    region = show(run)
    before = tops(region)
    again = next_run()
    left, _ = st.columns(2)
    left.text("several words " * 40)
    st.text("after")
    region.canvas.take(again)
    assert tops(region)[1] > before[1] + 20
