"""Going through the elements of a region one by one, making views on the way where they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from ..widgets.block_view import BlockView
from ..widgets.focus import is_tab_stop
from ..widgets.reaching import ensured
from ..widgets.slots import Slot
from ..widgets.view import View, views


def region_around(widget: QWidget | None) -> BlockView[Any] | None:
    """The region whose element a widget belongs to; None if it is a part of the window."""
    view = view_around(widget)
    if view is None:
        return None
    region = view.slot.path()[0].view
    return region if isinstance(region, BlockView) else None


def view_around(widget: QWidget | None) -> View[Any] | None:
    """The inmost view that a widget belongs to."""
    while widget is not None and not isinstance(widget, View):
        widget = widget.parentWidget()
    return widget


def stops_after(region: BlockView[Any], focused: QWidget | None, forward: bool) -> Iterator[QWidget]:
    """The widgets of a region that Tab stops at, behind the one with the focus, or before it.

    Args:
        region: The region.
        focused: What has the focus; None to begin with the first, or the last.
        forward: Whether to go down the page.
    """
    view = view_around(focused)
    slot: Slot | None
    if view is None or focused is None:
        slot = _next(region.slot) if forward else _last(region.slot)
    else:
        slot = view.slot
        stops = _stops(slot)
        around = (n for n, stop in enumerate(stops) if stop is focused or stop.isAncestorOf(focused))
        here = next(around, None)
        if here is not None:
            yield from stops[here + 1 :] if forward else stops[:here][::-1]
        slot = _next(slot) if forward else _previous(slot)
    while slot is not None and slot is not region.slot:
        stops = _stops(slot)
        yield from stops if forward else stops[::-1]
        slot = _next(slot) if forward else _previous(slot)


def _stops(slot: Slot) -> list[QWidget]:
    """What Tab stops at in one element, what is in a block left out."""
    if slot.view is None and not views.class_for(type(slot.element)).may_take_tab(slot.element):
        return []
    view = ensured(slot)
    if isinstance(view, BlockView):
        return [own for own in view.own_focus_stops() if is_tab_stop(own)]
    own = [view] if is_tab_stop(view) else []
    return [*own, *(inside for inside in view.findChildren(QWidget) if is_tab_stop(inside))]


def _children(slot: Slot) -> list[Slot]:
    """The children of a block that is laid out in its own way, as far as they show."""
    block = ensured(slot)
    return list(block.shown_slots()) if isinstance(block, BlockView) else []


def _is_plain(slot: Slot) -> bool:
    """Whether a block shows all of its children, whatever happens."""
    block = ensured(slot)
    return isinstance(block, BlockView) and block.shown_slots() is block.children_slots


def _next(slot: Slot) -> Slot | None:
    if slot.children is not None:
        below = _first(slot)
        if below is not None:
            return below
    while slot.parent is not None:
        beside = _beside(slot, 1)
        if beside is not None:
            return beside
        slot = slot.parent
    return None


def _previous(slot: Slot) -> Slot | None:
    beside = _beside(slot, -1)
    return _last(beside) if beside is not None else slot.parent


def _first(slot: Slot) -> Slot | None:
    if _is_plain(slot):
        return slot.children[0] if slot.children else None
    return next(iter(_children(slot)), None)


def _last(slot: Slot) -> Slot:
    """The last element below a slot, or itself."""
    while slot.children:
        below = slot.children[-1] if _is_plain(slot) else next(iter(_children(slot)[::-1]), None)
        if below is None:
            break
        slot = below
    return slot


def _beside(slot: Slot, step: int) -> Slot | None:
    """The next sibling that shows, or the previous one."""
    assert slot.parent is not None
    if _is_plain(slot.parent):
        return slot.siblings().after(slot) if step > 0 else slot.siblings().before(slot)
    shown = _children(slot.parent)
    place = shown.index(slot) + step if slot in shown else -1
    return shown[place] if 0 <= place < len(shown) else None
