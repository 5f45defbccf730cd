"""Views that hold views, measured from the width downwards: each child once per width, and remembered."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .parent_view import ParentView
from .scene import Scene
from .slots import Slot
from .view import View, rough_height

B = TypeVar("B", bound=Element)

GAP = 16


class MeasuredView(ParentView[B]):
    """Knows how large its children are: those with a view by asking them, the others by estimates.

    Signals:
        layout_wanted: A block without a block around it wants to be measured anew.
    """

    layout_wanted = Signal()

    def __init__(self, element: B, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self._heights: dict[View[Any], tuple[int, int]] = {}
        self._naturals: dict[View[Any], int] = {}
        self._placed: tuple[int, int, list[QRect], int] | None = None

    def serve(self, element: B) -> None:
        self._heights.clear()
        self._naturals.clear()
        self._placed = None
        super().serve(element)

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
        if isinstance(item, MeasuredView) or item.slot in self.children_slots.dirty:
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
        if isinstance(item, MeasuredView):
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
            if isinstance(slot.view, MeasuredView):
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
