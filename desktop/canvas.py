"""The canvas: it alone adds, moves, updates and removes views, by the patches that runs leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QWidget

from ..state.diff import Patch, Splice, Update
from ..state.element import Element, Widget
from ..state.tree import Shown
from ..widgets.block_view import BlockView
from ..widgets.scene import Scene
from ..widgets.view import View, ViewRegistry

STALE_OPACITY = 0.4


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
        hold_dropped: (element): the script set a field of a form that had a value not sent yet.
        relaid: The views were placed anew.
    """

    changed = Signal(object, object)
    submit_wanted = Signal(object)
    hold_dropped = Signal(object)
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
        self._views: dict[int, View[Any]] = dict(regions)
        self._sent: dict[object, int] = {}
        self._held: dict[object, object] = {}
        self._stale: set[int] = set()
        self._layout_timer = QTimer(self)
        self._layout_timer.setSingleShot(True)
        self._layout_timer.setInterval(0)
        self._layout_timer.timeout.connect(self.lay_out)
        for region in regions.values():
            region.layout_wanted.connect(self._layout_timer.start)

    # Patches

    def apply(self, patch: Patch, seen: int) -> None:
        """Bring the views in step, in one go.

        Args:
            patch: What changed in the tree.
            seen: The newest change that the patch knows of. A widget that has sent a newer one
                keeps what its user sees: the run that answers it is on its way.
        """
        for operation in patch.operations:
            if isinstance(operation, Update):
                self._update(operation.number, operation.element, seen)
            else:
                self._splice(operation)
        if patch.operations:
            self.lay_out()
        if self._stale and self._stale != patch.stale:
            self.show_stale(patch.stale & self._stale)

    def _update(self, number: int, element: Element, seen: int) -> None:
        view = self._views[number]
        if isinstance(element, Widget) and isinstance(view.element, Widget) and self._keeps(element, seen):
            element = replace(element, value=view.element.value)
        other_width = element.width != view.element.width
        view.show_element(element)
        if view.block is not None:
            if other_width:
                view.block.forget(view)
            view.block.on_item_updated(view)

    def _keeps(self, element: Widget, seen: int) -> bool:
        """Whether a widget shows what its user did since the run that this element comes from."""
        if element.id in self._held:
            if self._held[element.id] == element.value:
                return True
            # The script has set the field: that counts more than what was not sent yet.
            del self._held[element.id]
            self.hold_dropped.emit(element)
        return self._sent.get(element.id, 0) > seen

    def _splice(self, splice: Splice) -> None:
        block = self._views[splice.parent]
        if not isinstance(block, BlockView):
            raise TypeError(f"{type(block).__name__} shows a block, so it must be a BlockView")
        items = [
            self._views[item] if isinstance(item, int) else self._build(item, block.scene)
            for item in splice.items
        ]
        for view in block.splice(splice.start, splice.removed, items):
            self._remove(view)
        if block.block is not None:
            block.block.on_item_updated(block)

    def _build(self, shown: Shown, scene: Scene) -> View[Any]:
        view = self._registry.make(shown.element, scene)
        view.number = shown.number
        self._views[shown.number] = view
        view.changed.connect(lambda value, view=view: self.changed.emit(view.element, value))
        view.submit_requested.connect(lambda view=view: self.submit_wanted.emit(view.element))
        if shown.children and isinstance(view, BlockView):
            view.splice(0, 0, [self._build(child, scene) for child in shown.children])
        return view

    def _remove(self, view: View[Any]) -> None:
        if isinstance(view, BlockView):
            for item in view.items:
                self._remove(item)
        self._views.pop(view.number, None)
        self._stale.discard(view.number)
        view.discard()
        view.hide()
        view.setParent(None)
        view.deleteLater()

    def note_sent(self, element: Widget, value: object, serial: int) -> None:
        """A user's change went to the session under this serial number."""
        self._sent[element.id] = serial
        self._note(element, value)

    def note_held(self, element: Widget, value: object) -> None:
        """A form keeps a user's change until it is submitted."""
        self._held.setdefault(element.id, element.value)
        self._note(element, value)

    def note_submitted(self, form_id: str, serial: int) -> None:
        """What a form kept went to the session."""
        for view in self.all_views():
            element = view.element
            if isinstance(element, Widget) and element.form_id == form_id and element.id in self._held:
                del self._held[element.id]
                self._sent[element.id] = serial

    def _note(self, element: Widget, value: object) -> None:
        view = self.view_of(element.id)
        if view is not None:
            view.element = replace(view.element, value=value)

    # Looks

    def show_stale(self, numbers: frozenset[int] | set[int]) -> None:
        """Dim what a long run has not declared again so far; an empty set undims all."""
        for number in self._stale - numbers:
            view = self._views.get(number)
            if view is not None:
                view.setGraphicsEffect(None)  # type: ignore[arg-type]
        for number in numbers - self._stale:
            view = self._views.get(number)
            if view is not None:
                effect = QGraphicsOpacityEffect(view)
                effect.setOpacity(STALE_OPACITY)
                view.setGraphicsEffect(effect)
        self._stale = set(numbers)

    def restyle(self) -> None:
        """The theme changed."""
        for view in self.all_views():
            view.restyle()
        for region in self._regions.values():
            region.restyle()
            region.forget_all()
        self.lay_out()

    # Placing

    def lay_out(self) -> None:
        """Measure and place what asked for it."""
        self._layout_timer.stop()
        self._place()
        self.relaid.emit()

    # Looking things up

    def all_views(self) -> list[View[Any]]:
        """All views but the regions, in the order of the page."""
        found: list[View[Any]] = []
        for region in self._regions.values():
            region.walk(found.append)
        return found

    def view_of(self, id: object) -> View[Any] | None:
        """The view of a widget by its id."""
        for view in self._views.values():
            element = view.element
            if isinstance(element, Widget) and element.id == id:
                return view
        return None

    def commit_focused(self) -> None:
        """Let the editor that has the focus hand over what is half-typed."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None:
            if isinstance(widget, View):
                widget.commit()
            widget = widget.parentWidget()
