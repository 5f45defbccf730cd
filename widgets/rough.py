"""The heights of what has no view yet, as far as they can be guessed."""

from __future__ import annotations

from .scene import Scene
from .slots import Slot
from .view import views


def rough_height(slot: Slot, width: int, scene: Scene) -> int:
    """The height that a view of a slot may be expected to have."""
    return views.class_for(type(slot.element)).rough_height(slot, width, scene)


def rough_stack(slot: Slot, width: int, gap: int, scene: Scene) -> int:
    """The height that the children of a block without a view are expected to take, one below the other."""
    kids = slot.children
    if kids is None:
        return 0
    for child in kids.to_measure(width):
        kids.set_height(child, rough_height(child, width, scene))
    return kids.total(gap)
