"""The canvas: it alone adds, moves, updates and removes views, by the patches that runs leave."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ..state.diff import Patch, Splice, Update
from ..state.element import Element, Widget
from ..state.tree import Shown
from ..widgets.block_view import BlockView
from ..widgets.parent_view import ParentView
from ..widgets.scene import Scene
from ..widgets.slots import Siblings, Slot
from ..widgets.view import View, ViewRegistry
from .user_values import UserValues
from .view_maker import ViewMaker

LAZY_FROM = 200
"""Elements: a page with more of them makes views near what is in sight only."""
MARGIN = 60  # px that stay in sight above and below what is scrolled to


class Canvas(QObject):
    """Keeps the views of one window in step with its session's tree.

    Args:
        scene: What the views share.
        views: Which view shows which element.
        regions: The outermost block for each region, by its number in the tree.
        place: Measures and places the regions in their areas.

    Signals:
        changed: (element, wire value): a user changed a widget.
        submit_wanted: (element): Enter was pressed in a field.
        relaid: The views were placed anew.
    """

    changed = Signal(object, object)
    submit_wanted = Signal(object)
    relaid = Signal()

    def __init__(
        self,
        scene: Scene,
        views: ViewRegistry,
        regions: Mapping[int, BlockView[Any]],
        place: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.scene = scene
        self._registry = views
        self._regions = dict(regions)
        self._place = place
        self._slots: dict[int, Slot] = {}
        self._by_id: dict[object, Slot] = {}
        self._needing: list[Slot] = []
        self.values = UserValues(self._by_id, self)
        self._maker = ViewMaker(views, self._slots, self.changed.emit, self.submit_wanted.emit, self)
        self._tops = [region.children_slots for region in regions.values()]
        self._layout_timer = QTimer(self)
        self._layout_timer.setSingleShot(True)
        self._layout_timer.setInterval(0)
        self._layout_timer.timeout.connect(self.lay_out)
        for number, region in regions.items():
            region.slot.number, region.slot.view, region.maker = number, region, self._maker
            self._slots[number] = region.slot
            region.layout_wanted.connect(self._layout_timer.start)

    # Patches

    def apply(self, patch: Patch, seen: int) -> bool:
        """Bring the views in step, in one go.

        Args:
            patch: What changed in the tree.
            seen: The newest change that the patch knows of. A widget that has sent a newer one
                keeps what its user sees: the run that answers it is on its way.

        Returns:
            Whether anything was placed anew; else nothing has come or gone either.
        """
        before = self._layout_version()
        for operation in patch.operations:
            if isinstance(operation, Update):
                self._update(operation.number, operation.element, seen)
            else:
                self._splice(operation)
        # A text that is as large as before moves nothing: there is nothing to lay out then.
        moved = self._layout_version() != before
        if moved:
            self._take_length()
            for region in self._regions.values():
                if region.makes_all():
                    region.make_shown()
            self.lay_out()
        stale = self._maker.stale
        if stale and stale != patch.stale:
            self.show_stale(patch.stale & stale)
        return moved

    def _layout_version(self) -> int:
        """Another number than before if anything is to be measured anew."""
        return sum([children.version for children in self._tops])

    def _take_length(self) -> None:
        """A long page makes its views bit by bit, a short one all at once."""
        lazy = self.element_count() > LAZY_FROM
        for region in self._regions.values():
            if region.scene.lazy != lazy:
                region.scene.lazy = lazy
                for each in self._regions.values():
                    each.forget_all()

    def _update(self, number: int, element: Element, seen: int) -> None:
        slot = self._slots[number]
        before = slot.element
        if isinstance(element, Widget) and isinstance(before, Widget) and self.values.keeps(element, seen):
            element = replace(element, value=before.value)
        slot.element = element
        view = slot.view
        if view is None:
            self._update_unmade(slot, before)
            return
        view.show_element(element)
        if view.block is not None:
            if element.width != before.width:
                view.block.forget(view)
            view.block.on_item_updated(view)

    def _update_unmade(self, slot: Slot, before: Element) -> None:
        """An element changed that has no view at present."""
        element, view_class = slot.element, self._registry.class_for(type(slot.element))
        if isinstance(element, Widget) and isinstance(before, Widget) and element.value != before.value:
            slot.kept = None
        width = slot.siblings().width or 0
        if slot.children is not None or view_class.shape(before, width) != view_class.shape(element, width):
            slot.forget()
        if view_class.is_needed(element):
            slot.need()
            slot.forget()

    def _splice(self, splice: Splice) -> None:
        parent = self._slots[splice.parent]
        kids = parent.children
        if kids is None:
            raise TypeError(f"a {type(parent.element).__name__} holds no elements")
        slots = [
            self._slots[item] if isinstance(item, int) else self._slot(item, parent) for item in splice.items
        ]
        for slot in kids.splice(splice.start, splice.removed, slots):
            self._remove(slot)
        while self._needing:
            self._needing.pop().need()
        parent.forget()
        if parent.view is not None:
            parent.view.on_items_changed()

    def _slot(self, shown: Shown, parent: Slot) -> Slot:
        """The place of a new element, and those of all below it."""
        element = shown.element
        slot = self._slots[shown.number] = Slot(shown.number, element, parent)
        if isinstance(element, Widget) and element.id:
            self._by_id[element.id] = slot
        if shown.children is not None:
            slot.children = Siblings([self._slot(child, slot) for child in shown.children])
        if self._registry.class_for(type(element)).is_needed(element):
            self._needing.append(slot)
        return slot

    def _remove(self, slot: Slot) -> None:
        """An element is gone, and all below it."""
        for child in slot.children or ():
            self._remove(child)
        self._slots.pop(slot.number, None)
        if isinstance(slot.element, Widget) and self._by_id.get(slot.element.id) is slot:
            del self._by_id[slot.element.id]
        slot.parent = None
        self._maker.let_go(slot)

    # What users do

    def show_value(self, slot: Slot, value: object) -> None:
        """Show another value in a widget, as the script would."""
        assert isinstance(slot.element, Widget)
        slot.element = replace(slot.element, value=value)
        if slot.view is not None:
            slot.view.show_element(slot.element)

    # Looks

    def show_stale(self, numbers: frozenset[int] | set[int]) -> None:
        """Dim what a long run has not declared again so far; an empty set undims all."""
        self._maker.show_stale(numbers)

    def restyle(self) -> None:
        """The theme changed."""
        for view in (*self._regions.values(), *self.all_views()):
            if isinstance(view, ParentView) and view.spares:
                view.spares.clear()
            view.restyle()
        for region in self._regions.values():
            region.forget_all()
        self.lay_out()

    # Placing

    def lay_out(self) -> None:
        """Measure and place what asked for it."""
        self._layout_timer.stop()
        self._place()
        self.relaid.emit()

    # Looking things up

    def element_count(self) -> int:
        """How many elements there are, with a view or without."""
        return len(self._slots) - len(self._regions)

    def all_slots(self) -> Iterator[Slot]:
        """The places of all elements but the regions, in the order of the page."""
        for region in self._regions.values():
            for slot in region.children_slots:
                yield from slot.walk()

    def all_views(self) -> list[View[Any]]:
        """All views that are made at present, but the regions, in the order of the page.

        A long page has views near what is in sight only; closed containers have none.
        """
        found: list[View[Any]] = []
        for region in self._regions.values():
            region.walk(found.append)
        return found

    def slot_of(self, id: object) -> Slot | None:
        """The place of a widget by its id."""
        return self._by_id.get(id)

    def made(self, slot: Slot) -> View[Any]:
        """An element's view, made and placed if there is none; it may go again while it is out of sight."""
        if slot.view is None:
            from ..widgets.reaching import ensured

            ensured(slot)
            self.lay_out()
        view: View[Any] = slot.view
        return view

    def reveal(self, slot: Slot) -> View[Any]:
        """Make an element's view, open what it is folded away in, and scroll until it is in sight."""
        from ..widgets.reaching import ensured

        path = slot.path()
        for around, inside in itertools.pairwise(path):
            block = ensured(around)
            assert isinstance(block, BlockView)
            block.bring_forward(inside)
        view = ensured(slot)
        self.lay_out()
        bring_into_sight(view)
        return view

    def commit_focused(self) -> None:
        """Let the editor that has the focus hand over what is half-typed."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None:
            if isinstance(widget, View):
                widget.commit()
                return  # those around it are blocks, which have no editor of their own
            widget = widget.parentWidget()


def bring_into_sight(widget: QWidget) -> None:
    """Scroll all areas around a widget until it is in sight, not too near to an edge."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, MARGIN)
        around = around.parentWidget()
