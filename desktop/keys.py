"""The keys of a window: those of its menu, and those that scroll the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSlider

if TYPE_CHECKING:
    from .window import Window

_Scroll = QAbstractSlider.SliderAction
_SCROLL = {
    Qt.Key.Key_Down: _Scroll.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Scroll.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _Scroll.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Scroll.SliderPageStepSub,
    Qt.Key.Key_Space: _Scroll.SliderPageStepAdd,
    Qt.Key.Key_Home: _Scroll.SliderToMinimum,
    Qt.Key.Key_End: _Scroll.SliderToMaximum,
}


def act_on_key(window: Window, event: QKeyEvent) -> bool:
    """Do what a key says that nothing with the focus wanted.

    A text field wants each letter, so R and C are the window's only outside of fields.

    Args:
        window: The window.
        event: The key.

    Returns:
        Whether it meant anything.
    """
    from .menu import key_sequences

    pressed = _meanings(event)
    for entry in window.menu.keyed_entries():
        if entry.act is not None and any(keys in pressed for keys in key_sequences(entry.keys)):
            if not event.isAutoRepeat():
                entry.act()
            return True
    if event.key() == Qt.Key.Key_Escape and window.isFullScreen():
        from .full_screen import leave_full_screen

        leave_full_screen(window)
        return True
    scroll = _SCROLL.get(Qt.Key(event.key()))
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    if scroll is None or not plain:
        return False
    window.area.verticalScrollBar().triggerAction(scroll)
    return True


def _meanings(event: QKeyEvent) -> list[QKeySequence]:
    """What may be meant: on some keyboards ``+`` needs Shift, and some have it twice."""
    combination = event.keyCombination()
    modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    meant = [QKeySequence(QKeyCombination(modifiers, combination.key()))]
    if modifiers & Qt.KeyboardModifier.ShiftModifier and event.key() < Qt.Key.Key_A:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
        meant.append(QKeySequence(QKeyCombination(modifiers, combination.key())))
    return meant
