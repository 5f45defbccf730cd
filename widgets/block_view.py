"""Views that hold views: a block lays out its children by geometry, from the width downwards.

Qt's own layouts turn quadratic with thousands of children and repaint once per insertion. A block
instead measures each child once per width, remembers it, and places all of them in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from ..state.element import Element
from .scene import Scene
from .view import View

B = TypeVar("B", bound=Element)

GAP = 16


class BlockView(View[B]):
    """A view with children, one below the other unless a subclass lays them out otherwise.

    Signals:
        layout_wanted: A block without a block around it wants to be measured anew.
    """

    layout_wanted = Signal()

    def __init__(self, element: B, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.items: list[View[Any]] = []
        self._heights: dict[View[Any], tuple[int, int]] = {}
        self._naturals: dict[View[Any], int] = {}
        self._placed: tuple[int, list[QRect], int] | None = None
        self._arranged: QSize | None = None

    # What subclasses change

    def host(self) -> QWidget:
        """The widget that children are put on."""
        return self

    def gap(self) -> int:
        """The px between neighbours."""
        return GAP

    def content_rect(self, width: int) -> tuple[int, int, int]:
        """Left edge, top edge and width that children may use when the block is ``width`` wide."""
        return 0, 0, width

    def bottom_margin(self) -> int:
        """The px below the last child."""
        return 0

    def place_items(self, width: int) -> list[QRect]:
        """Where each child goes within a content area of this width, from (0, 0) on."""
        rects: list[QRect] = []
        y = 0
        for item in self.items:
            w = self.item_width(item, width)
            h = self.item_height(item, w)
            rects.append(QRect(0, y, w, h))
            if h > 0:
                y += h + self.gap()
        return rects

    # What the canvas calls

    def splice(self, start: int, removed: int, views: Sequence[View[Any]]) -> list[View[Any]]:
        """Put ``views`` in the place of ``removed`` children and give those that are gone."""
        before = self.items[start : start + removed]
        self.items[start : start + removed] = views
        stays = set(views)
        gone = [view for view in before if view not in stays]
        for view in gone:
            self._forget_item(view)
            view.block = None
        self._unplace()
        host = self.host()
        for view in views:
            if view.block is not self:
                view.block = self
                view.setParent(host)
                view.show()
        self.on_items_changed()
        return gone

    def own_focus_stops(self) -> Sequence[QWidget]:
        """The block's own widgets that Tab stops at, before those of its children."""
        return ()

    def on_items_changed(self) -> None:
        """Children came, went or moved."""

    def on_item_updated(self, item: View[Any]) -> None:
        """A child took over a changed element. Unless it is of another size now, nothing moves."""
        if not self._is_as_large(item):
            self.forget(item)

    def _is_as_large(self, item: View[Any]) -> bool:
        known = self._heights.get(item)
        if known is None or isinstance(item, BlockView):
            return False
        natural = self._naturals.get(item)
        if natural is not None and item.natural_width() != natural:
            return False
        return item.height_for(known[0]) == known[1]

    # Measuring and placing

    def item_width(self, item: View[Any], available: int) -> int:
        """The width of a child by its element's ``width``, never more than there is."""
        wish = item.element.width
        if wish == "stretch":
            return available
        return min(available, self.natural_item_width(item) if wish == "content" else int(wish))

    def natural_item_width(self, item: View[Any]) -> int:
        """The width that a child's content asks for, remembered."""
        known = self._naturals.get(item)
        if known is None:
            known = self._naturals[item] = item.natural_width()
        return known

    def item_height(self, item: View[Any], width: int) -> int:
        """The height of a child at this width, remembered."""
        known = self._heights.get(item)
        if known is not None and known[0] == width:
            return known[1]
        height = item.height_for(width)
        self._heights[item] = (width, height)
        return height

    def placed(self, width: int) -> list[QRect]:
        """Where each child goes, remembered until one of them changes."""
        return self._measured(width)[1]

    def _measured(self, width: int) -> tuple[int, list[QRect], int]:
        if self._placed is None or self._placed[0] != width:
            rects = self.place_items(width)
            bottom = max((rect.y() + rect.height() for rect in rects), default=0)
            self._placed = (width, rects, bottom)
        return self._placed

    def forget(self, item: View[Any]) -> None:
        """Forget a child's size, and so the own one, up to the outermost block."""
        self._forget_item(item)
        if self.block is not None:
            self.block.forget(self)

    def forget_own(self) -> None:
        """Forget the sizes of all children (the block's own measures changed)."""
        self._heights.clear()
        self._naturals.clear()
        self._unplace()

    def forget_all(self) -> None:
        """Forget all sizes in and below this block (the theme or the font changed)."""
        self.forget_own()
        for item in self.items:
            if isinstance(item, BlockView):
                item.forget_all()

    def _forget_item(self, item: View[Any]) -> None:
        self._heights.pop(item, None)
        self._naturals.pop(item, None)
        self._unplace()

    def _unplace(self) -> None:
        self._placed = None
        self._arranged = None

    def on_item_size_changed(self, item: View[Any]) -> None:
        """A child asks to be measured anew."""
        self._forget_item(item)
        self.size_changed()

    def size_changed(self) -> None:
        if self.block is not None:
            self.block.on_item_size_changed(self)
        else:
            self.layout_wanted.emit()

    def height_for(self, width: int) -> int:
        _, top, inner = self.content_rect(width)
        return top + self._measured(inner)[2] + self.bottom_margin()

    def natural_width(self) -> int:
        _, _, inner = self.content_rect(1000)
        widest = max((self._natural(item) for item in self.items), default=0)
        return widest + 1000 - inner

    def _natural(self, item: View[Any]) -> int:
        wish = item.element.width
        return wish if isinstance(wish, int) else self.natural_item_width(item)

    def arrange(self) -> None:
        """Give each child its place, and let blocks among them do the same.

        What has not changed since the last time is left alone.
        """
        if self._arranged != self.size():
            self.arrange_items()
            self._arranged = self.size()

    def arrange_items(self) -> None:
        """Give each child its place within the present size."""
        left, top, width = self.content_rect(self.width())
        self.settle(self.items, self.placed(width), QPoint(left, top))

    def settle(self, items: Sequence[View[Any]], rects: Sequence[QRect], origin: QPoint) -> None:
        """Move children to their places; blocks among them arrange their own."""
        for item, rect in zip(items, rects, strict=True):
            place = rect.translated(origin)
            if item.geometry() != place:
                item.setGeometry(place)
            if isinstance(item, BlockView):
                item.arrange()

    def walk(self, visit: Callable[[View[Any]], None]) -> None:
        """Visit all views below in the order of the page."""
        for item in self.items:
            visit(item)
            if isinstance(item, BlockView):
                item.walk(visit)
