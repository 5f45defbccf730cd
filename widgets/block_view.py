"""Views that hold views: a block lays out its children by geometry, from the width downwards.

Qt's own layouts turn quadratic with thousands of children and repaint once per insertion. A block
instead measures each child once per width, remembers it, and places all of them in one go. On a long
page it makes views for those of its children only that are near what is in sight, and goes by
estimates for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .parent_view import ParentView
from .rough import rough_height
from .scene import Scene
from .slots import Slot
from .view import View

B = TypeVar("B", bound=Element)

GAP = 16
_ROUNDS = 3  # of placing, until what is made meanwhile has the height that it was placed with


class BlockView(ParentView[B]):
    """Lays its children out: one below the other unless a subclass lays them out otherwise.

    Only what stands one below the other is made bit by bit; a block that lays out otherwise
    (``stacks()`` is False) has views for all children that it shows.

    Attributes:
        near: The part of the view, in its own coordinates, where views are made on a long page.

    Signals:
        layout_wanted: A block without a block around it wants to be measured anew.
    """

    layout_wanted = Signal()

    def __init__(self, element: B, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.near = QRect()
        self._heights: dict[View[Any], tuple[int, int]] = {}
        self._naturals: dict[View[Any], int] = {}
        self._placed: tuple[int, int, list[QRect], int] | None = None
        self._arranged: tuple[QSize, QRect, int] | None = None

    # What subclasses change

    def gap(self) -> int:
        """The px between neighbours."""
        return self.px(GAP)

    def content_rect(self, width: int) -> tuple[int, int, int]:
        """Left edge, top edge and width that children may use when the block is ``width`` wide."""
        return 0, 0, width

    def bottom_margin(self) -> int:
        """The px below the last child."""
        return 0

    def item_left(self, item: View[Any], width: int, available: int) -> int:
        """Where a child of this width begins in a stack."""
        return 0

    def place_items(self, width: int) -> list[QRect]:
        """Where each of ``items`` goes in a content area of this width, unless they stand in a stack."""
        raise NotImplementedError

    # Measuring

    def on_item_updated(self, item: View[Any]) -> None:
        """A child took over a changed element. Unless it is of another size now, nothing moves."""
        if not self._is_as_large(item):
            self._forget_item(item)
            item.slot.forget()

    def _is_as_large(self, item: View[Any]) -> bool:
        if isinstance(item, BlockView) or item.slot in self.children_slots.dirty:
            return False
        natural = self._naturals.get(item)
        if natural is not None and item.natural_width() != natural:
            return False
        known = self._heights.get(item)
        return known is not None and item.height_for(known[0]) == known[1]

    def item_width(self, item: View[Any], available: int) -> int:
        """The width of a child by its element's ``width``, never more than there is."""
        wish = item.element.width
        if wish == "stretch":
            return available
        own = self.natural_item_width(item) if wish == "content" else self.scene.theme.zoomed(int(wish))
        return min(available, own)

    def natural_item_width(self, item: View[Any]) -> int:
        """The width that a child's content asks for, remembered."""
        known = self._naturals.get(item)
        if known is None:
            known = self._naturals[item] = item.natural_width()
        return known

    def item_height(self, item: View[Any], width: int) -> int:
        """The height of a child at this width; that of a leaf is remembered."""
        if isinstance(item, BlockView):
            height = item.height_for(width)
            self._heights[item] = (width, height)
            return height
        known = self._heights.get(item)
        if known is not None and known[0] == width:
            return known[1]
        height = item.height_for(width)
        self._heights[item] = (width, height)
        self.scene.typical_heights[item.shape(item.element, width)] = height
        return height

    def slot_height(self, slot: Slot, width: int) -> int:
        """The height of a child in a stack of this width: measured, or expected if it has no view."""
        view = slot.view
        if view is None:
            return rough_height(slot, width, self.scene)
        return self.item_height(view, self.item_width(view, width))

    def content_height(self, width: int) -> int:
        """The height of all children in a content area of this width."""
        if not self.stacks():
            return self._measured(width)[3]
        kids = self.children_slots
        if self.makes_all():
            self.make_shown()
        for slot in kids.to_measure(width):
            kids.set_height(slot, self.slot_height(slot, width))
        return kids.total(self.gap())

    def placed(self, width: int) -> list[QRect]:
        """Where each of ``items`` goes, remembered until one of them changes; not for stacks."""
        return self._measured(width)[2]

    def _measured(self, width: int) -> tuple[int, int, list[QRect], int]:
        self.make_shown()
        kids = self.children_slots
        for slot in kids.dirty:
            if slot.view is not None:
                self._forget_item(slot.view)
        if kids.dirty:
            kids.dirty.clear()
            self._placed = None
        if self._placed is None or self._placed[:2] != (width, kids.version):
            rects = self.place_items(width)
            bottom = max((rect.y() + rect.height() for rect in rects), default=0)
            self._placed = (width, kids.version, rects, bottom)
        return self._placed

    def height_for(self, width: int) -> int:
        _, top, inner = self.content_rect(width)
        return top + self.content_height(inner) + self.bottom_margin()

    def natural_width(self) -> int:
        _, _, inner = self.content_rect(1000)
        return self.natural_content() + 1000 - inner

    def natural_content(self) -> int:
        """The width that the widest child asks for."""
        if self.makes_all():
            self.make_shown()
        return max((self._natural(item) for item in self.items), default=0)

    def _natural(self, item: View[Any]) -> int:
        wish = item.element.width
        return self.scene.theme.zoomed(wish) if isinstance(wish, int) else self.natural_item_width(item)

    # Forgetting

    def on_dropped(self, item: View[Any]) -> None:
        super().on_dropped(item)
        self._forget_item(item)

    def forget(self, item: View[Any]) -> None:
        """Forget a child's size, and so the own one, up to the outermost block."""
        self._forget_item(item)
        item.slot.forget()

    def forget_own(self) -> None:
        """Forget the sizes of all children (the block's own measures changed)."""
        self._heights.clear()
        self._naturals.clear()
        kids = self.children_slots
        kids.width = None
        kids.version += 1

    def forget_all(self) -> None:
        """Forget all sizes in and below this block (the theme or the font changed)."""
        for slot in self.slot.walk():
            if isinstance(slot.view, BlockView):
                slot.view.forget_own()
            elif slot.children is not None:
                slot.children.width = None
        self.forget_own()

    def _forget_item(self, item: View[Any]) -> None:
        self._heights.pop(item, None)
        self._naturals.pop(item, None)

    def on_item_size_changed(self, item: View[Any]) -> None:
        """A child asks to be measured anew."""
        self.forget(item)
        self.size_changed()

    def size_changed(self) -> None:
        if self.block is not None:
            self.block.on_item_size_changed(self)
        else:
            self.layout_wanted.emit()

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
        self._heights.clear()
        self._naturals.clear()
        self._placed = self._arranged = None
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
