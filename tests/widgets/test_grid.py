from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors
from desklit.widgets.grid_rows import Cell, Span, column_count, place_cells, row_heights


@pytest.mark.parametrize(
    ("available", "columns", "wrap", "count"),
    [(700, None, True, 3), (700, 4, True, 3), (700, 4, False, 4), (700, 2, True, 2), (100, 4, True, 1)],
)
def test_as_many_columns_as_fit(available, columns, wrap, count):
    assert column_count(available, 16, 200, columns=columns, wrap=wrap) == count


def test_cells_go_on_in_the_next_row():
    cells = place_cells([Span(), Span(2), Span(0), Span()], 2)
    assert [(cell.column, cell.row, cell.columns) for cell in cells] == [
        (0, 0, 1), (0, 1, 2), (0, 2, 2), (0, 3, 1),
    ]  # fmt: skip


def test_only_a_dense_grid_fills_holes():
    spans = [Span(), Span(2), Span()]
    assert place_cells(spans, 2)[2] == Cell(0, 2, 1, 1)
    assert place_cells(spans, 2, dense=True)[2] == Cell(1, 0, 1, 1)


def test_a_cell_of_two_rows_is_passed_by():
    cells = place_cells([Span(1, 2), Span(), Span(), Span()], 2)
    assert [(cell.column, cell.row) for cell in cells] == [(0, 0), (1, 0), (1, 1), (0, 2)]
    assert row_heights(cells, [100, 20, 20, 10], 10) == [20, 70, 10]


def test_elements_and_cells_lie_in_the_grid(run, elements):
    grid = st.grid(3, key="k")
    grid.text("a")
    with grid.cell(column_span="all", row_span=2):
        st.text("b")
    assert [element.kind for element in elements()] == ["grid_container", "text", "flex_container", "text"]
    assert elements()[2].span == Span(0, 2)
    with pytest.raises(errors.StreamlitDuplicateElementKey):
        st.grid(3, key="k")


WRONG_TYPE, WRONG = errors.StreamlitInvalidParameterTypeError, errors.StreamlitValueError


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"columns": 0}, errors.StreamlitValueOutOfRangeError),
        ({"columns": 25}, errors.StreamlitValueOutOfRangeError),
        ({"columns": "x"}, WRONG),
        ({"columns": 1.5}, WRONG_TYPE),
        ({"columns": True}, WRONG_TYPE),
        ({"columns": None}, WRONG_TYPE),
        ({"min_column_width": "x"}, WRONG),
        ({"min_column_width": 0}, WRONG),
        ({"min_column_width": 1.5}, WRONG_TYPE),
        ({"wrap": False}, errors.StreamlitIncompatibleParametersError),
        ({"gap": "x"}, WRONG),
        ({"gap": -1}, WRONG),
        ({"gap": (1,)}, WRONG),
        ({"gap": (1, "x")}, WRONG),
        ({"vertical_alignment": "distribute"}, WRONG),
        ({"border": "x"}, WRONG_TYPE),
        ({"dense": "x"}, WRONG_TYPE),
        ({"row_height": "x"}, WRONG),
        ({"row_height": 0}, WRONG),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
        ({"height": 0}, errors.StreamlitInvalidHeightError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.grid(**arguments)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"column_span": 0}, WRONG),
        ({"column_span": "x"}, WRONG),
        ({"column_span": 4}, errors.StreamlitValueOutOfRangeError),
        ({"column_span": True}, WRONG_TYPE),
        ({"row_span": 0}, WRONG),
        ({"row_span": "all"}, WRONG_TYPE),
    ],
)
def test_wrong_spans_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.grid(3).cell(**arguments)


@pytest.fixture
def grid(run, show):
    def make(window=700, cells=5, **arguments):
        grid = st.grid(**arguments)
        for number in range(cells):
            grid.text(f"cell {number}\n" * (1 + number % 2))
        return show(run, window).items[0]

    return make


@pytest.mark.parametrize(("window", "columns"), [(1000, 4), (700, 3), (360, 1)])
def test_cells_wrap_with_the_window(grid, window, columns):
    view = grid(window)
    lefts = sorted({item.x() for item in view.items})
    assert len(lefts) == columns
    assert {item.width() for item in view.items} <= {view.items[0].width() + n for n in (-1, 0, 1)}


def test_a_grid_that_does_not_wrap_scrolls_sideways(grid):
    view = grid(360, columns=4, wrap=False)
    assert len({item.x() for item in view.items}) == 4
    assert view.scroller.horizontalScrollBar().maximum() > 0
    assert view.scroller.verticalScrollBar().maximum() == 0


def test_a_fixed_height_scrolls(grid):
    view = grid(360, cells=12, height=120)
    assert view.height() == 120
    assert view.scroller.verticalScrollBar().maximum() > 0


def test_rows_of_a_fixed_height_scroll_in_their_cells(run, show):
    grid = st.grid(2, row_height=80, border=True)
    grid.text("short")
    with grid.cell():
        for _ in range(10):
            st.text("line")
    view = show(run).items[0]
    assert view.height() == 80
    well = view._wells[view.items[1]]
    assert well.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize(("align", "top"), [("top", 0), ("center", 1), ("bottom", 2)])
def test_what_is_lower_than_its_row_is_aligned(grid, align, top):
    view = grid(cells=2, columns=2, vertical_alignment=align)
    low, high = view.items
    assert low.y() == (high.height() - low.height()) * top // 2


def test_gaps_are_for_rows_and_columns(grid):
    view = grid(cells=4, columns=2, gap=(4, 50))
    one, two, three, _ = view.frames
    assert two.left() - one.right() - 1 == 50
    assert three.top() - two.bottom() - 1 == 4


def test_a_border_goes_around_every_cell(grid):
    view = grid(cells=3, columns=3, border=True)
    assert len(view.cells.frames) == 3
    assert view.items[0].pos().x() == 16


def test_a_rerun_moves_cells_between_fixed_and_free_rows(grid, next_run):
    view = grid(cells=3, columns=3)
    second = next_run()
    made = st.grid(3, row_height=50)
    for number in range(3):
        made.text(f"cell {number}")
    view.block.canvas.take(second)
    assert view.height() == 50
    third = next_run()
    made = st.grid(3)
    for number in range(3):
        made.text(f"cell {number}")
    view.block.canvas.take(third)
    assert view.items[0].parentWidget() is view.cells
    assert view.items[0].isVisible()
