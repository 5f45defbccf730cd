from __future__ import annotations

from desklit.widgets.flow import Wish, break_rows, column_widths, place_rows, row_widths


def test_columns_share_the_width_by_weight_to_the_last_pixel():
    assert column_widths([2, 1, 1], 704, 16) == [336, 168, 168]
    assert sum(column_widths([1, 1, 1], 100, 0)) == 100


def test_columns_narrower_than_their_gaps_get_nothing():
    assert column_widths([1, 1], 10, 16) == [0, 0]


def test_a_row_breaks_where_the_next_element_does_not_fit():
    wishes = [Wish(40), Wish(40), Wish(40)]
    assert break_rows(wishes, 100, 10, wrap=True) == [[0, 1], [2]]


def test_a_row_that_must_not_break_keeps_all():
    assert break_rows([Wish(80), Wish(80)], 100, 10, wrap=False) == [[0, 1]]


def test_elements_that_grow_share_what_is_left():
    assert row_widths([Wish(20), Wish(20, grows=True), Wish(20, grows=True)], 120, 10) == [20, 40, 40]


def test_rows_are_aligned_right_and_centred_vertically():
    heights = [10, 30]
    places = place_rows(
        [Wish(20), Wish(20)], lambda i, w: heights[i], 100, 10, align="right", valign="center"
    )
    assert [(p.x, p.y) for p in places] == [(50, 10), (80, 0)]


def test_distributed_rows_put_the_room_between():
    places = place_rows([Wish(20), Wish(20)], lambda i, w: 10, 100, 10, align="distribute")
    assert [p.x for p in places] == [0, 80]


def test_elements_that_fill_get_the_height_of_their_row():
    heights = [10, 30]
    places = place_rows([Wish(20, fills_height=True), Wish(20)], lambda i, w: heights[i], 100, 10)
    assert [p.height for p in places] == [30, 30]
