"""Views that hold views: which children there are, which of them have a view, and how they get one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .scene import Scene
from .slots import Siblings, Slot
from .view import View

if TYPE_CHECKING:
    from .block_view import BlockView
    from .spares import Spares

B = TypeVar("B", bound=Element)


class Maker(Protocol):
    """Makes and drops the views of slots."""

    def make(self, slot: Slot, block: ParentView[Any]) -> View[Any]:
        """A view of the slot's element, not yet placed: a new one, or one of the block's spares."""

    def drop(self, slot: Slot) -> None:
        """Drop the views of a slot and of all below it; the slots stay."""

    def set_aside(self, slot: Slot) -> None:
        """The same, but leave what would be destroyed: its own code may be running."""


class ParentView(View[B]):
    """A view with children, most of which may have no view.

    Attributes:
        slot: The place of its own element, and in it those of its children.
        maker: Makes the children's views.
        spares: Children's views that were dropped and wait for another element, if there are any.
    """

    def __init__(self, element: B, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.slot = Slot(0, element, children=Siblings())
        self.maker: Maker | None = None
        self.spares: Spares | None = None

    # What subclasses change

    def host(self) -> QWidget:
        """The widget that children are put on."""
        return self

    def stacks(self) -> bool:
        """Whether children stand one below the other."""
        return True

    @classmethod
    def folds(cls, around: Slot, inside: Slot) -> bool:
        """Whether a block, with a view or without, folds a child away: a closed one, or one behind a tab."""
        return False

    def shown_slots(self) -> Iterable[Slot]:
        """The children that can be seen as things stand: none of a closed container."""
        return self.children_slots

    def scrolls_apart(self) -> bool:
        """Whether children lie in an area of their own that scrolls, or on a sheet."""
        return False

    def bring_forward(self, slot: Slot) -> None:
        """Show a child that is folded away, as the user does; nothing if it shows."""

    def makes_all(self) -> bool:
        """Whether all children that show have views, wherever they are."""
        return not self.scene.lazy or self.element.width == "content"

    def own_focus_stops(self) -> Sequence[QWidget]:
        """The block's own widgets that Tab stops at, before those of its children."""
        return ()

    def on_items_changed(self) -> None:
        """Children came, went or moved."""

    # Children

    @property
    def children_slots(self) -> Siblings:
        """The places of all children, those included that have no view."""
        assert self.slot.children is not None
        return self.slot.children

    @property
    def items(self) -> list[View[Any]]:
        """The children that have a view, in order."""
        kids = self.children_slots
        return [slot.view for slot in kids if slot.view is not None] if kids.made else []

    def is_empty(self) -> bool:
        """Whether it has no children, made or not."""
        return not len(self.children_slots)

    def ensure(self, slot: Slot) -> View[Any]:
        """The view of a child, made if there is none. It gets its place with the next layout."""
        view: View[Any] | None = slot.view
        if view is None:
            assert self.maker is not None
            view = self.maker.make(slot, self)
            slot.view = view
            view.slot = slot
            view.block = cast("BlockView[Any]", self)
            self.children_slots.made.add(slot)
            if view.parentWidget() is not self.host():
                view.setParent(self.host())
            if slot.kept is not None:
                view.take_kept(slot.kept)
            view.show()
            self.on_items_changed()
        return view

    def make_shown(self) -> None:
        """Make the views that are missing of children that show."""
        kids = self.children_slots
        if len(kids.made) < len(kids):
            for slot in self.shown_slots():
                if slot.view is None:
                    self.ensure(slot)
                    kids.dirty.add(slot)

    def on_dropped(self, item: View[Any]) -> None:
        """The view of a child goes."""
        self.children_slots.made.discard(item.slot)

    def walk(self, visit: Callable[[View[Any]], None]) -> None:
        """Visit all views below in the order of the page."""
        for item in self.items:
            visit(item)
            if isinstance(item, ParentView):
                item.walk(visit)
