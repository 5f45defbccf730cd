from __future__ import annotations

import pytest

import desklit as st
from desklit.widgets.theme import build_theme

LONG = "A text that is long enough to be wrapped where there is little room for it"


@pytest.fixture
def shown(run, show):
    def make(data, **arguments):
        st.table(data, **arguments)
        return show(run).items[0]

    return make


def test_every_row_is_visible(shown):
    view = shown({"n": list(range(40))})
    assert view.area.verticalScrollBar().maximum() == 0
    assert view.height() == view.height_for(view.width())


def test_long_text_wraps_in_a_narrow_place(shown):
    view = shown({"a": [LONG], "b": [1]})
    assert view.height_for(360) > view.height_for(2000)
    assert sum(view.sheet.place(360)[0]) <= 360


def test_markdown_in_cells_is_shown_as_such(shown):
    view = shown({"**Head**": ["plain", ":red[alert]"]})
    cells = [cell for row in view.sheet._rows for cell in row]
    assert [cell.rich is not None for cell in cells] == [True, False, True]


def test_a_set_height_scrolls(shown):
    view = shown({"n": list(range(40))}, height=200)
    assert view.height_for(700) == 200
    assert view.area.verticalScrollBar().maximum() > 0


def test_content_width_is_no_wider_than_its_text(shown):
    view = shown({"n": [1]})
    assert view.natural_width() < 100


def test_other_data_is_shown_in_place(run, next_run, show):
    st.table({"n": [1]})
    region = show(run)
    view = region.items[0]
    new = next_run()
    st.table({"n": [1, 2]})
    region.canvas.take(new)
    assert region.items[0] is view
    assert len(view.sheet._rows) == 3


def test_the_dark_theme_is_taken_over(shown):
    view = shown({"n": ["**x**"]})
    before = view.grab().toImage()
    view.scene.theme = build_theme({}, "dark")
    view.restyle()
    assert view.grab().toImage() != before
