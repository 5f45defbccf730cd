"""``st.empty``: a place for one element."""

from __future__ import annotations

from typing import ClassVar

from ..state.container import Container
from ..state.element import Element
from ..state.records import dataclass
from .scene import Scene
from .slots import Slot
from .view import View, views


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty(Element):
    """A place for one element that comes later."""

    kind: ClassVar[str] = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared(Empty):
    """The same, where something was that the run has taken away again."""

    clears: ClassVar[bool] = True


def empty(container: Container) -> Container:
    """Keep a place for one element; each command of it replaces what is there.

    Returns:
        The place.

    Example:
        >>> place = st.empty()
        >>> place.write("First this")
        >>> place.write("then that")
    """
    place = container.target()
    taken = place.children is None and not isinstance(place.block, Empty)
    return place.append(Cleared() if taken else Empty())


@views.shows(Empty, lambda empty: ())
class EmptyView(View[Empty]):
    """Takes no room."""

    @classmethod
    def may_take_tab(cls, element: Element) -> bool:
        return False

    @classmethod
    def rough_height(cls, slot: Slot, width: int, scene: Scene) -> int:
        return 0

    def height_for(self, width: int) -> int:
        return 0

    def natural_width(self) -> int:
        return 0
