"""The views of elements come and go: made, given to other elements, dimmed while stale, destroyed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Set
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from ..state.element import Element
from ..widgets.parent_view import ParentView
from ..widgets.slots import Siblings, Slot
from ..widgets.view import GUEST, View, ViewRegistry

STALE_OPACITY = 0.4


class ViewMaker(QObject):
    """Makes and drops views.

    Args:
        registry: Which view shows which element.
        slots: The places of all elements, by their numbers.
        on_changed: Called with an element and a wire value when a user has changed a widget.
        on_submit: Called with an element when Enter was pressed in a field.
    """

    def __init__(
        self,
        registry: ViewRegistry,
        slots: Mapping[int, Slot],
        on_changed: Callable[[Any, Any], object],
        on_submit: Callable[[Any], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._slots = slots
        self._on_changed = on_changed
        self._on_submit = on_submit
        self.stale: frozenset[int] | set[int] = frozenset()

    # Coming

    def make(self, slot: Slot, block: ParentView[Any]) -> View[Any]:
        """A view of the slot's element, not yet placed: a new one, or one of the block's spares."""
        view = block.spares.take(self._registry.likeness(slot.element)) if block.spares else None
        if view is not None:
            view.serve(slot.element)
        else:
            view = self._new(slot.element, block)
        if slot.children is None and isinstance(view, ParentView):
            slot.children = Siblings()
        if slot.number in self.stale:
            _dim(view)
        return view

    def _new(self, element: Element, block: ParentView[Any]) -> View[Any]:
        view = self._registry.make(element, block.scene)
        if isinstance(view, ParentView):
            view.maker = self
        view.changed.connect(lambda value, view=view: self._on_changed(view.element, value))
        view.submit_requested.connect(lambda view=view: self._on_submit(view.element))
        return view

    # Going

    def drop(self, slot: Slot) -> None:
        """Drop the views of a slot and of all below it; the slots stay."""
        view: View[Any] | None = slot.view
        if view is None:
            return
        slot.kept = view.keep()
        likeness = self._likeness(view)
        if likeness is not None:
            view.hide()  # first: then what is in it need not be told one by one
        for child in _made_below(slot):
            self.drop(child)
        if likeness is None:
            self.let_go(slot)
        else:
            self._lay_by(slot, view, likeness)

    def set_aside(self, slot: Slot) -> None:
        """The same, but leave what would be destroyed: its own code may be running."""
        if self._serves_whole(slot):
            self.drop(slot)

    def _serves_whole(self, slot: Slot) -> bool:
        return self._likeness(slot.view) is not None and all(map(self._serves_whole, _made_below(slot)))

    def _likeness(self, view: View[Any]) -> Hashable | None:
        """By what another element may find the view once it is dropped; None if it is to be destroyed."""
        likeness = self._registry.likeness(view.element)
        if likeness is None or view.block is None or not view.may_serve() or _has_guest(view):
            return None
        return likeness

    def _lay_by(self, slot: Slot, view: View[Any], likeness: Hashable) -> None:
        block = view.block
        assert block is not None
        block.on_dropped(view)
        slot.view = view.block = None
        view.discard()
        if slot.number in self.stale:
            _undim(view)
        # As when it was made: what it forgets from now on is not what is known of another place.
        view.slot = Slot(0, view.element, children=Siblings() if isinstance(view, ParentView) else None)
        if block.spares is None:
            from ..widgets.spares import Spares

            block.spares = Spares()
        block.spares.put(likeness, view)

    def let_go(self, slot: Slot) -> None:
        """Destroy a view."""
        view, slot.view = slot.view, None
        if view is not None:
            if view.block is not None:
                view.block.on_dropped(view)
                view.block = None
            view.discard()
            view.hide()
            view.setParent(None)
            view.deleteLater()

    # Looks

    def show_stale(self, numbers: frozenset[int] | set[int]) -> None:
        """Dim what a long run has not declared again so far; an empty set undims all."""
        for view in self._views(self.stale - numbers):
            _undim(view)
        for view in self._views(numbers - self.stale):
            _dim(view)
        self.stale = set(numbers)

    def _views(self, numbers: Set[int]) -> list[Any]:
        slots = map(self._slots.get, numbers)
        return [slot.view for slot in slots if slot is not None and slot.view is not None]


def _made_below(slot: Slot) -> tuple[Slot, ...]:
    return tuple(slot.children.made) if slot.children is not None else ()


def _has_guest(view: View[Any]) -> bool:
    return view.findChild(QWidget, GUEST, Qt.FindChildOption.FindDirectChildrenOnly) is not None


def _undim(view: Any) -> None:
    """Show a view as it is again."""
    view.setGraphicsEffect(None)


def _dim(view: View[Any]) -> None:
    effect = QGraphicsOpacityEffect(view)
    effect.setOpacity(STALE_OPACITY)
    view.setGraphicsEffect(effect)
