"""Blocks: nodes that hold nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from ...state.element import Element
from ...state.tree import Region
from .finders import Finders
from .nodes import Node

if TYPE_CHECKING:
    from .page import Page


class Block(Node, Finders):
    """A block: a region, a column, an expander and so on.

    Attributes:
        children: What is in it, by position.
        parent: The block that it lies in; None for a region.
    """

    def __init__(self, element: Element, page: Page, type: str = "") -> None:
        super().__init__(element, page, type)
        self.children: dict[int, Node] = {}
        self.parent: Block | None = None

    def walk(self) -> Iterator[Node]:
        """All nodes below, in the order of the page."""
        for child in self.children.values():
            yield child
            if isinstance(child, Block):
                yield from child.walk()

    def nodes(self) -> Iterator[Node]:
        """What accessors look through."""
        return self.walk()

    def __len__(self) -> int:
        return len(self.children)

    def __iter__(self) -> Iterator[Node]:
        yield self
        yield from self.walk()

    def __getitem__(self, k: int) -> Node:
        return self.children[k]

    def get_by_key(self, key: str) -> Node:
        """The node below with this key.

        Raises:
            KeyError: None has it.
        """
        from .page import find

        return find(self.walk(), key)

    def get(self, element_type: str) -> Sequence[Node]:
        """All nodes below of one type, in the order of the page."""
        return self.of_type(element_type)

    def __getattr__(self, name: str) -> Any:
        if name == "children":  # not there yet while the node is made
            raise AttributeError(name)
        return super().__getattr__(name)

    @property
    def key(self) -> str | None:
        """The script's key, if any."""
        if isinstance(self.element, Region):
            return None
        own = getattr(self.element, "block_key", None) or getattr(self.element, "key", None)
        return own if isinstance(own, str) else None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Block):
            return NotImplemented
        return self is other or (super().__eq__(other) and self.children == other.children)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        head = super().__repr__() if self.shown else f"{type(self).__name__}({self.type!r})"
        lines = [f"{number}: {child!r}" for number, child in self.children.items()]
        body = "".join(f"\n    {line}" for text in lines for line in text.splitlines())
        return head + body


class ChatMessage(Block):
    """A message of a chat; ``name`` and ``avatar`` tell who says it."""

    shown = ("name",)


class Column(Block):
    """One of several columns; ``weight`` is its share of the width, from 0 to 1."""

    shown = ("weight",)

    @property
    def gap(self) -> str | None:
        """The gap between the columns, as the script named it."""
        return _gap_name(getattr(self.parent.element, "gap", None)) if self.parent is not None else None


class Grid(Block):
    """A grid of elements; ``column_count`` (None for as many as fit), ``min_column_width``."""

    shown = ("column_count",)
    renamed: ClassVar[dict[str, str]] = {"column_count": "columns", "vertical_alignment": "valign"}

    @property
    def min_column_width(self) -> int | str:
        """The least width of a column in px, or ``"auto"``."""
        least = getattr(self.element, "least", None)
        return least if isinstance(least, int) else "auto"

    @property
    def row_height(self) -> int | str:
        """The height of the rows in px, or ``"content"``."""
        height = getattr(self.element, "row_height", None)
        return height if isinstance(height, int) else "content"

    @property
    def gap(self) -> Any:
        """The gap between cells, as the script named it; a pair where rows and columns differ."""
        rows, columns = (getattr(self.element, name, None) for name in ("row_gap", "column_gap"))
        named = (_gap_name(rows) or rows or None, _gap_name(columns) or columns or None)
        return named[0] if named[0] == named[1] else named


class Form(Block):
    """Fields whose values are sent together."""

    shown = ("form_id",)


_GAPS = {0.25: "xxsmall", 0.5: "xsmall", 1: "small", 2: "medium", 4: "large", 6: "xlarge", 8: "xxlarge"}


def _gap_name(gap: object) -> str | None:
    return _GAPS.get(gap) if isinstance(gap, float) else None
