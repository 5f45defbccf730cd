"""What accessors give: the nodes of one kind, by position or by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from .blocks import Block
    from .nodes import ElementNode, Node, WidgetNode

N = TypeVar("N", bound="Node", covariant=True)
E = TypeVar("E", bound="ElementNode", covariant=True)
W = TypeVar("W", bound="WidgetNode", covariant=True)
B = TypeVar("B", bound="Block", covariant=True)


class NodeList(Sequence[N], Generic[N]):
    """Nodes in the order of the page.

    Example:
        >>> app.button[0], app.button("save"), len(app.button), app.button[1:]
    """

    def __init__(self, nodes: Sequence[N]) -> None:
        self._nodes = list(nodes)

    def __len__(self) -> int:
        return len(self._nodes)

    @property
    def len(self) -> int:
        """How many there are."""
        return len(self._nodes)

    @overload
    def __getitem__(self, index: int) -> N: ...

    @overload
    def __getitem__(self, index: slice) -> NodeList[N]: ...

    def __getitem__(self, index: int | slice) -> N | NodeList[N]:
        if isinstance(index, slice):
            return type(self)(self._nodes[index])
        try:
            return self._nodes[index]
        except IndexError:
            raise IndexError(f"There is no node {index}: there are {len(self._nodes)}.") from None

    def __iter__(self) -> Iterator[N]:
        return iter(self._nodes)

    def __call__(self, key: str) -> N:
        """The one with this key.

        Raises:
            KeyError: None has it; the message lists the keys that there are.
        """
        for node in self._nodes:
            if node.key == key:
                return node
        keys = ", ".join(repr(node.key) for node in self._nodes if node.key is not None)
        raise KeyError(f"No node has the key {key!r}. There are: {keys or 'none with a key'}.")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, NodeList):
            return self._nodes == other._nodes
        return self._nodes == other if isinstance(other, list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._nodes!r})"


class ElementList(NodeList[E], Generic[E]):
    """Elements."""

    @property
    def values(self) -> list[Any]:
        """The value of each."""
        return [node.value for node in self._nodes]


class WidgetList(ElementList[W], Generic[W]):
    """Widgets."""


class BlockList(NodeList[B], Generic[B]):
    """Blocks."""
