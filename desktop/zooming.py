"""How large a window shows its page: in steps, by keys, menu and wheel, remembered for the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from .window import Window

STEPS = (0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_NOTCH = 120  # eighths of a degree that a wheel turns by one step
_SAME = 0.01


class Zooming(QObject):
    """Zooms one window. All sizes come from the theme, so everything is drawn anew and stays sharp.

    Args:
        window: The window.

    Signals:
        zoomed: Its user has chosen another zoom.
    """

    zoomed = Signal(float)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._turned = 0

    @property
    def zoom(self) -> float:
        """How many times as large as the app's own size all is."""
        return self._window.looks.zoom

    def is_largest(self) -> bool:
        """Whether it can't be larger."""
        return self.zoom >= STEPS[-1] - _SAME

    def is_smallest(self) -> bool:
        """Whether it can't be smaller."""
        return self.zoom <= STEPS[0] + _SAME

    def larger(self) -> None:
        """One step up."""
        self.set(next((step for step in STEPS if step > self.zoom + _SAME), STEPS[-1]))

    def smaller(self) -> None:
        """One step down."""
        self.set(next((step for step in reversed(STEPS) if step < self.zoom - _SAME), STEPS[0]))

    def reset(self) -> None:
        """Back to the app's own size."""
        self.set(1.0)

    def set(self, zoom: float) -> None:
        """Show everything this many times as large, and say so for a moment."""
        window = self._window
        if abs(zoom - self.zoom) > _SAME:
            window.looks.zoom = zoom
            if window.memory is not None:
                window.memory.zoom = zoom
            self.zoomed.emit(zoom)
        window.notices.mention(f"{round(zoom * 100)} %")

    def on_wheel(self, event: QWheelEvent) -> None:
        """The wheel was turned with Ctrl held down; a touch pad tells of it in many small parts."""
        turn = event.angleDelta().y()
        self._turned = turn if self._turned * turn < 0 else self._turned + turn
        while abs(self._turned) >= _NOTCH:
            up = self._turned > 0
            self._turned -= _NOTCH if up else -_NOTCH
            if up:
                self.larger()
            else:
                self.smaller()
