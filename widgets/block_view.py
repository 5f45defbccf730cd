"""Views that hold views: a block lays out its children by geometry, from the width downwards.

Qt's own layouts turn quadratic with thousands of children and repaint once per insertion. A block
instead measures each child once per width, remembers it, and places all of them in one go. On a long
page it makes views for those of its children only that are near what is in sight, and goes by
estimates for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .measured_view import MeasuredView
from .parent_view import ParentView
from .scene import Scene
from .slots import Slot
from .view import View

B = TypeVar("B", bound=Element)

_ROUNDS = 3  # of placing, until what is made meanwhile has the height that it was placed with


class BlockView(MeasuredView[B]):
    """Lays its children out: one below the other unless a subclass lays them out otherwise.

    Only what stands one below the other is made bit by bit; a block that lays out otherwise
    (``stacks()`` is False) has views for all children that it shows.

    Attributes:
        near: The part of the view, in its own coordinates, where views are made on a long page.
    """

    def __init__(self, element: B, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.near = QRect()
        self._arranged: tuple[QSize, QRect, int] | None = None

    def item_left(self, item: View[Any], width: int, available: int) -> int:
        """Where a child of this width begins in a stack."""
        return 0

    # Placing

    def arrange(self) -> None:
        """Give each child its place, and let blocks among them do the same.

        What has not changed since the last time is left alone. Views that are made meanwhile may turn out
        higher than was expected: then ``height_for`` tells another height than before.
        """
        state = (self.size(), self.near if self.scene.lazy else QRect(), self.children_slots.version)
        if self._arranged != state:
            self.arrange_items()
            self._arranged = state

    def arrange_items(self) -> None:
        """Give each child its place within the present size."""
        left, top, width = self.content_rect(self.width())
        self.settle(width, QPoint(left, top), self.near)

    def settle(self, width: int, origin: QPoint, near: QRect) -> None:
        """Move children to their places in a content area of this width.

        Args:
            width: The width of the area.
            origin: Where it begins on the host.
            near: The part of the host where views are made.
        """
        if self.stacks():
            self._settle_stack(width, origin, near)
            return
        for _ in range(_ROUNDS):
            for item, rect in zip(self.items, self.placed(width), strict=True):
                self.put(item, rect.translated(origin), near)
            if not self.has_grown():
                break
            self._placed = None

    def has_grown(self) -> bool:
        """Whether a block among the children has got another height while it was arranged."""
        return any(
            isinstance(item, BlockView) and item.height_for(known[0]) != known[1]
            for item, known in self._heights.items()
        )

    def put(self, item: View[Any], place: QRect, near: QRect) -> None:
        """Move a child to its place; a block arranges its own children."""
        if item.geometry() != place:
            item.setGeometry(place)
        if isinstance(item, BlockView):
            item.near = near.translated(-place.topLeft())
            item.arrange()

    def _settle_stack(self, width: int, origin: QPoint, near: QRect) -> None:
        self.content_height(width)
        kids, gap = self.children_slots, self.gap()
        placed: set[Slot] = set()
        if self.makes_all():
            near = near.united(QRect(origin, QSize(1, kids.total(gap) + 1)))
        elif kids.needed:
            for slot in kids.needed:
                self.ensure(slot)
        if not near.isEmpty():
            last = near.bottom() - origin.y()
            for slot, top in kids.below(near.top() - origin.y(), gap):
                if top > last:
                    break
                self._put_slot(slot, width, top, origin, near)
                placed.add(slot)
        if len(placed) < len(kids.made):
            for slot, top in kids.tops(kids.made - placed, gap):
                self._put_slot(slot, width, top, origin, near)

    def _put_slot(self, slot: Slot, width: int, top: int, origin: QPoint, near: QRect) -> None:
        """Move a child of a stack to its place; a view that has just been made tells its height."""
        view = slot.view
        kids = self.children_slots
        if view is None:
            view = self.ensure(slot)
            kids.set_height(slot, self.slot_height(slot, width))
        wide = self.item_width(view, width)
        place = QRect(self.item_left(view, wide, width), top, wide, slot.height).translated(origin)
        self.put(view, place, near)
        if isinstance(view, BlockView):
            height = view.height_for(wide)
            if height != slot.height:
                kids.set_height(slot, height)
                place.setHeight(height)
                self.put(view, place, near)

    # Far from sight

    def serve(self, element: B) -> None:
        self._arranged = None
        super().serve(element)

    def drop_far(self, near: QRect, held: Set[View[Any]], *, for_spares: bool = False) -> None:
        """Drop the views of children that lie outside of this part of the view, unless they have to stay.

        Args:
            near: The part, in the view's own coordinates.
            held: The views that their user is at.
            for_spares: Drop only what can serve other elements, and destroy nothing.
        """
        assert self.maker is not None
        drop = self.maker.set_aside if for_spares else self.maker.drop
        for slot in tuple(self.far_slots(near, held, for_spares=for_spares)):
            drop(slot)

    def far_slots(self, near: QRect, held: Set[View[Any]], *, for_spares: bool) -> Iterator[Slot]:
        """The children whose views may go, after what may go in the blocks that stay is gone."""
        stays = set() if self.stacks() and not self.makes_all() else set(self.shown_slots())
        for slot in tuple(self.children_slots.made):
            view = slot.view
            rect = QRect(view.mapTo(self, QPoint(0, 0)), view.size())
            if view.isVisibleTo(self) and near.intersects(rect):
                if isinstance(view, BlockView):
                    view.drop_far(near.translated(-rect.topLeft()), held, for_spares=for_spares)
            elif not (slot.needed or slot in stays) and _may_go(view, held):
                yield slot


def _may_go(view: View[Any], held: Set[View[Any]]) -> bool:
    """Whether a view and all below it may be dropped while they are out of sight."""
    if view in held or not view.may_go():
        return False
    return not isinstance(view, ParentView) or all(_may_go(item, held) for item in view.items)
