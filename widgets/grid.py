"""``st.grid``: cells of equal width that wrap with the window."""

from __future__ import annotations

from typing import Any, Literal

from ..state.container import Container
from ..state.element import Height, Width
from ..state.errors import (
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from ..state.session_state import checked_key
from .command import Key, checked_height, checked_width, one_of
from .container import Gap, checked_gap
from .grid_rows import MOST, Span
from .grid_view import LEAST, Grid, GridCell

Auto = Literal["auto"]


class GridContainer(Container):
    """The container of ``st.grid``: each element that is written to it is a cell."""

    __slots__ = ()

    def __init__(self, plain: Container) -> None:
        for slot in Container.__slots__:
            setattr(self, slot, getattr(plain, slot))

    def cell(self, *, column_span: int | Literal["all"] = 1, row_span: int = 1) -> Container:
        """Open the next cell, for several elements or of a larger size.

        Args:
            column_span: How many columns it covers, as far as there are as many; ``"all"`` for a row alone.
            row_span: How many rows it covers.

        Returns:
            The cell.

        Raises:
            StreamlitValueOutOfRangeError: ``column_span`` is more than the grid's ``columns``.
            StreamlitValueError: A span is below 1.

        Example:
            >>> grid = st.grid(3)
            >>> with grid.cell(column_span=2):
            ...     st.write("A wide cell")
        """
        span = Span(_checked_span(column_span, self.block), _checked_rows(row_span))
        return self.open_block(GridCell(span=span))


def grid(
    container: Container,
    columns: int | Auto = "auto",
    *,
    min_column_width: int | Auto = "auto",
    wrap: bool = True,
    gap: Gap | tuple[Gap | None, Gap | None] | list[Gap | None] | None = "small",
    vertical_alignment: Literal["top", "center", "bottom"] = "top",
    border: bool = False,
    row_height: int | Literal["content"] = "content",
    width: Width = "stretch",
    height: Height = "content",
    key: Key = None,
    dense: bool = False,
) -> GridContainer:
    """Open a container whose elements are cells of equal width, as many in a row as fit.

    Args:
        columns: The most columns, 1 to 24, or ``"auto"`` for as many as fit.
        min_column_width: In px; ``"auto"`` is 200 at the usual font size. Where columns would be
            narrower there are fewer of them.
        wrap: False keeps the number of columns and scrolls sideways instead; it needs ``columns``.
        gap: Between cells: ``"xxsmall"`` to ``"xxlarge"``, px or None; a pair is for rows and columns.
        vertical_alignment: Of what is in a cell: ``"top"``, ``"center"`` or ``"bottom"``.
        border: Whether each cell has a line around.
        row_height: ``"content"``, or px for each row; what is taller scrolls in its cell.
        width: ``"stretch"`` or px.
        height: ``"content"``, ``"stretch"``, or px, beyond which the grid scrolls.
        key: A name that keeps what is in it alive when its place changes.
        dense: Whether later cells may fill the holes that larger ones leave.

    Returns:
        The container; its ``cell`` opens a cell for several elements or of a larger size.

    Raises:
        StreamlitIncompatibleParametersError: ``wrap=False`` without a number of columns.
        StreamlitValueOutOfRangeError: ``columns`` is not from 1 to 24.
        StreamlitInvalidParameterTypeError: An argument is of the wrong type.
        StreamlitValueError: A word or number is none of the allowed.

    Example:
        >>> grid = st.grid(4)
        >>> for name, value in figures.items():
        ...     grid.metric(name, value, border=True)
    """
    place = container.target()
    count = _checked_columns(columns)
    if count is None and not wrap:
        raise StreamlitIncompatibleParametersError("`wrap=False` needs a number of `columns` to keep.")
    one_of("vertical_alignment", vertical_alignment, ("top", "center", "bottom"))
    row_gap, column_gap = _checked_gaps(gap)
    for name, value in (("border", border), ("dense", dense)):
        if not isinstance(value, bool):
            raise _wrong_type(name, "a bool", value)
    least = _positive("min_column_width", min_column_width, "auto")
    own_key = None if key is None else checked_key(key)
    if own_key is not None:
        place.run.state.claim_key(own_key)
    block = Grid(
        key=own_key,
        columns=count,
        least=LEAST if least is None else least,
        wrap=bool(wrap),
        row_gap=row_gap,
        column_gap=column_gap,
        valign=vertical_alignment,
        border=border,
        row_height=_positive("row_height", row_height, "content"),
        width=checked_width(width, content=False),
        height=checked_height(height),
        dense=dense,
    )
    return GridContainer(place.open_block(block))


def _wrong_type(name: str, accepted: str, value: object) -> StreamlitInvalidParameterTypeError:
    return StreamlitInvalidParameterTypeError(
        f"`{name}` is a {value.__class__.__name__}. It accepts {accepted}."
    )


def _checked_columns(columns: object) -> int | None:
    if isinstance(columns, str):
        if columns == "auto":
            return None
        raise StreamlitValueError(f"`columns` is {columns!r}. It accepts 'auto' or 1 to {MOST}.")
    if not isinstance(columns, int) or isinstance(columns, bool):
        raise _wrong_type("columns", f"'auto' or 1 to {MOST}", columns)
    if not 1 <= columns <= MOST:
        raise StreamlitValueOutOfRangeError(f"`columns` is {columns}. It accepts 1 to {MOST}.")
    return columns


def _positive(name: str, value: object, word: str) -> int | None:
    """A number of px above 0, or None for the word that stands for no number."""
    if value == word:
        return None
    if isinstance(value, str) or (type(value) is int and value < 1):
        raise StreamlitValueError(f"`{name}` is {value!r}. It accepts {word!r} or px above 0.")
    if type(value) is not int:
        raise _wrong_type(name, f"{word!r} or px above 0", value)
    return value


def _checked_gaps(gap: Any) -> tuple[float | int, float | int]:
    if isinstance(gap, (tuple, list)):
        if len(gap) != 2:
            raise StreamlitValueError(f"`gap` has {len(gap)} entries. A pair is for rows and columns.")
        return checked_gap(gap[0]), checked_gap(gap[1])
    both = checked_gap(gap)
    return both, both


def _checked_span(span: object, block: object) -> int:
    if isinstance(span, str):
        if span == "all":
            return 0
        raise StreamlitValueError(f"`column_span` is {span!r}. It accepts 'all' or a number from 1 up.")
    if not isinstance(span, int) or isinstance(span, bool):
        raise _wrong_type("column_span", "'all' or a number from 1 up", span)
    if span < 1:
        raise StreamlitValueError(f"`column_span` is {span}. It accepts 'all' or a number from 1 up.")
    most = getattr(block, "columns", None)
    if most is not None and span > most:
        raise StreamlitValueOutOfRangeError(f"`column_span` is {span}, and the grid has {most} columns.")
    return span


def _checked_rows(span: object) -> int:
    if not isinstance(span, int) or isinstance(span, bool):
        raise _wrong_type("row_span", "a number from 1 up", span)
    if span < 1:
        raise StreamlitValueError(f"`row_span` is {span}. It accepts a number from 1 up.")
    return span
