"""Where the cells of a grid go: the arithmetic of ``st.grid``, without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from ..state.records import dataclass

MOST = 24
"""The most columns."""


@dataclass(frozen=True, slots=True)
class Span:
    """How many columns (0 for all) and rows a cell covers."""

    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell begins and what it covers, in columns and rows."""

    column: int
    row: int
    columns: int
    rows: int


def column_count(available: int, gap: int, least: int, *, columns: int | None, wrap: bool) -> int:
    """The number of columns for a width.

    Args:
        available: The width in px.
        gap: The px between columns.
        least: The least width of a column in px.
        columns: How many are asked for; None for as many as fit.
        wrap: Whether there may be fewer.
    """
    most = MOST if columns is None else columns
    if not wrap:
        return most
    fit = (available + gap) // max(1, least + gap)
    return max(1, min(most, fit))


def place_cells(spans: Sequence[Span], columns: int, *, dense: bool = False) -> list[Cell]:
    """Put cells one after the other into rows.

    Args:
        spans: What each cell covers.
        columns: How many columns there are.
        dense: Whether a later cell may fill a hole that an earlier one left.
    """
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    row = column = 0
    for span in spans:
        wide = columns if span.columns == 0 else min(span.columns, columns)
        if dense:
            row = column = 0
        while column + wide > columns or _is_taken(taken, column, row, wide, span.rows):
            column += 1
            if column + wide > columns:
                row, column = row + 1, 0
        cells.append(Cell(column, row, wide, span.rows))
        taken.update((column + x, row + y) for x in range(wide) for y in range(span.rows))
        column += wide
    return cells


def _is_taken(taken: set[tuple[int, int]], column: int, row: int, wide: int, tall: int) -> bool:
    return any((column + x, row + y) in taken for x in range(wide) for y in range(tall))


def row_heights(cells: Sequence[Cell], wishes: Sequence[int], gap: int) -> list[int]:
    """The height in px of each row: what its cells ask for; those of several rows stretch their last."""
    heights = [0] * max((cell.row + cell.rows for cell in cells), default=0)
    for cell, wish in zip(cells, wishes, strict=True):
        if cell.rows == 1:
            heights[cell.row] = max(heights[cell.row], wish)
    for cell, wish in zip(cells, wishes, strict=True):
        if cell.rows > 1:
            covered = heights[cell.row : cell.row + cell.rows]
            missing = wish - sum(covered) - gap * (cell.rows - 1)
            if missing > 0:
                heights[cell.row + cell.rows - 1] += missing
    return heights
