"""``st.columns``: containers side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence, Sized
from typing import ClassVar, Literal

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ..state.container import Container
from ..state.element import Block, Element, Width
from ..state.errors import StreamlitInvalidColumnSpecError, StreamlitInvalidParameterTypeError
from ..state.records import dataclass
from .block_view import BlockView
from .command import checked_width, one_of
from .container import Box, BoxView, Gap, checked_gap, scrolls
from .flags import flag
from .flow import column_widths
from .scene import Scene
from .slots import Slot
from .view import rough_height, rough_stack, views

STACK_BELOW = 640
"""px of window width: in narrower windows columns stand one below the other."""
NARROWEST = 80
"""px: columns that may not be stacked shrink to this and then scroll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Block):
    """A row of columns."""

    kind: ClassVar[str] = "flex_container"

    gap: float | int = 1.0
    wrap: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Box):
    """One column; ``weight`` is its share of the row, from 0 to 1."""

    kind: ClassVar[str] = "column"

    weight: float = 1.0


def columns(
    container: Container,
    spec: int | Iterable[float],
    *,
    gap: Gap | None = "small",
    vertical_alignment: Literal["top", "center", "bottom"] = "top",
    border: bool = False,
    width: Width = "stretch",
    wrap: bool = True,
) -> list[Container]:
    """Open containers side by side.

    Args:
        spec: How many, or their relative widths, such as ``[2, 1]``.
        gap: Between them: ``"xxsmall"`` to ``"xxlarge"``, px, or None for none.
        vertical_alignment: ``"top"``, ``"center"`` or ``"bottom"``.
        border: Whether there is a line around each.
        width: ``"stretch"`` or px, for all together.
        wrap: Whether they stand one below the other in windows of up to 640 px.

    Returns:
        The columns.

    Raises:
        StreamlitInvalidColumnSpecError: No column, or a width that is not above 0.
        StreamlitInvalidParameterTypeError: ``spec`` is neither a number nor a list of numbers.

    Example:
        >>> left, right = st.columns([2, 1])
        >>> left.write("wide")
    """
    place = container.target()
    weights = _weights(spec)
    one_of("vertical_alignment", vertical_alignment, ("top", "center", "bottom"))
    between = checked_gap(gap)
    row = place.open_block(Columns(gap=between, wrap=bool(wrap), width=checked_width(width, content=False)))
    whole = sum(weights)
    lined = flag("border", border)
    return [
        row.open_block(Column(weight=weight / whole, border=lined, valign=vertical_alignment, gap=1.0))
        for weight in weights
    ]


def _weights(spec: object) -> list[float]:
    if isinstance(spec, int):
        weights: Sequence[object] = [1] * int(spec)
    elif isinstance(spec, (str, bytes)) or not isinstance(spec, Sized) or not isinstance(spec, Iterable):
        raise StreamlitInvalidParameterTypeError(
            f"`spec` is a {type(spec).__name__}. It accepts a number of columns or a list of widths."
        )
    else:
        weights = list(spec)
    if any(isinstance(weight, (str, bytes)) for weight in weights):
        raise StreamlitInvalidParameterTypeError(f"`spec` is {spec!r}. The widths are numbers, not texts.")
    if not weights or not all(_is_weight(weight) for weight in weights):
        raise StreamlitInvalidColumnSpecError(
            f"`spec` is {spec!r}. It accepts a number of columns from 1 up or a list of widths above 0."
        )
    return [float(weight) for weight in weights]  # type: ignore[arg-type]


def _is_weight(weight: object) -> bool:
    try:
        number = float(weight)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return False
    return math.isfinite(number) and number > 0


@views.shows(Columns, lambda columns: ())
class ColumnsView(BlockView[Columns]):
    """Columns side by side, or one below the other in a narrow window."""

    def __init__(self, element: Columns, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)

    def show_element(self, element: Columns) -> None:
        super().show_element(element)
        self.forget_own()

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        element, kids = slot.element, slot.children
        assert isinstance(element, Columns)
        if not kids:
            return 0
        gap = _gap(element, scene)
        if _stacks(element, scene):
            return rough_stack(slot, width, gap, scene)
        widths = _widths(element, [child.element for child in kids], width, gap)
        return max(rough_height(child, w, scene) for child, w in zip(kids, widths, strict=True))

    def gap(self) -> int:
        return _gap(self.element, self.scene)

    def stacks(self) -> bool:
        """Whether the window is so narrow that the columns are stacked."""
        return _stacks(self.element, self.scene)

    def place_items(self, width: int) -> list[QRect]:
        items = self.items
        if not items:
            return []
        gap = self.gap()
        widths = _widths(self.element, [item.element for item in items], width, gap)
        heights = [self.item_height(item, w) for item, w in zip(items, widths, strict=True)]
        tall = max(heights)
        rects: list[QRect] = []
        x = 0
        for w in widths:
            rects.append(QRect(x, 0, w, tall))
            x += w + gap
        return rects

    def natural_width(self) -> int:
        self.make_shown()
        gaps = self.gap() * max(0, len(self.items) - 1)
        return sum(item.natural_width() for item in self.items) + gaps


@views.shows(Column, lambda column: None if scrolls(column) else ())
class ColumnView(BoxView[Column]):
    """One column."""


def _gap(element: Columns, scene: Scene) -> int:
    gap = element.gap
    return scene.theme.zoomed(gap) if isinstance(gap, int) else scene.theme.px(16 * gap)


def _stacks(element: Columns, scene: Scene) -> bool:
    return element.wrap and scene.page_width <= scene.theme.zoomed(STACK_BELOW)


def _widths(element: Columns, columns: Sequence[Element], width: int, gap: int) -> list[int]:
    """The widths of the columns of a row."""
    room = max(width, NARROWEST * len(columns) + gap * (len(columns) - 1))
    weights = [column.weight for column in columns if isinstance(column, Column)]
    return column_widths(weights, room if not element.wrap else width, gap)
