"""Reaching elements wherever they are: made or not, folded away or in their user's hands."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from .block_view import BlockView
from .slots import Slot
from .view import View, views


def is_folded(slot: Slot) -> bool:
    """Whether an element lies in something closed or behind a tab."""
    around = slot.parent
    while around is not None:
        block_class = views.class_for(type(around.element))
        if issubclass(block_class, BlockView) and block_class.folds(around, slot):
            return True
        slot, around = around, around.parent
    return False


def ensured(slot: Slot) -> View[Any]:
    """The view of a slot, made if there is none, along with those of the blocks around."""
    if slot.view is None:
        assert slot.parent is not None
        block = ensured(slot.parent)
        assert isinstance(block, BlockView)
        block.ensure(slot)
        slot.forget()
    view: View[Any] = slot.view
    return view


def held_views(window: QWidget) -> set[View[Any]]:
    """The views that their user is at, with the focus, the mouse, a menu or a dialog, and those around.

    Args:
        window: The window that they lie in; it need not be the active one.
    """
    held: set[View[Any]] = set()
    for widget in (
        window.focusWidget(),
        QApplication.focusWidget(),
        QApplication.activePopupWidget(),
        QApplication.activeModalWidget(),
        QWidget.mouseGrabber(),
    ):
        inner: QWidget | None = widget
        while inner is not None:
            if isinstance(inner, View):
                held.add(inner)
            around = inner.block if isinstance(inner, View) else None
            inner = around or inner.parentWidget()
    return held
