"""The tree that a run builds, and the tree that is on screen.

A run appends to ``Node`` lists, which is all that a command pays for. What is on screen is a tree
of ``Shown`` nodes, numbered, so that a patch can name them without touching a view.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from .element import Block, Element
from .records import dataclass


class Node:
    """A place in the tree of a running script. ``children`` is None for a leaf."""

    __slots__ = ("children", "element")

    def __init__(self, element: Element, children: list[Node] | None = None) -> None:
        self.element = element
        self.children = children

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the page."""
        yield self
        for child in tuple(self.children or ()):
            yield from child.walk()


@dataclass(slots=True, eq=False)
class Shown:
    """A node on screen. ``number`` is unique within its session and lives as long as its view.

    Nodes are compared by identity: a part of the page that has not changed stays the same node.
    """

    number: int
    element: Element
    children: tuple[Shown, ...] | None = None

    def walk(self) -> Iterator[Shown]:
        """This node and all below it, in the order of the page."""
        waiting = [self]  # a generator for each block costs three times as much
        while waiting:
            node = waiting.pop()
            yield node
            if node.children:
                waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True, kw_only=True)
class Root(Block):
    """The invisible block that holds the four regions of a window."""

    kind: ClassVar[str] = "root"


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Block):
    """One region of a window: ``main``, ``sidebar``, ``event`` (toasts, dialogs) or ``bottom``."""

    kind: ClassVar[str] = "region"
    name: str = "main"


REGIONS = ("main", "sidebar", "event", "bottom")


_ROOT = Root()
_REGIONS = tuple(Region(name=name, key=name) for name in REGIONS)


def new_tree() -> Node:
    """An empty tree with its four regions."""
    return Node(_ROOT, [Node(region, []) for region in _REGIONS])


def empty_screen() -> Shown:
    """What is on screen before the first run: the four regions, numbered 1 to 4 under 0."""
    regions = tuple(Shown(number, region, ()) for number, region in enumerate(_REGIONS, start=1))
    return Shown(0, _ROOT, regions)
