"""Sliders."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ..errors import AppTestError
from .base import Acts, pick

_MOST_KEYS = 2000


class SliderActs(Acts):
    """A track with one or two handles. The mouse gets as near as pixels allow, arrow keys do the rest."""

    def target(self) -> QWidget:
        track: QWidget = self.view.control
        return track

    def drag_to(self, *values: Any) -> None:
        if len(values) == 1 and isinstance(values[0], (list, tuple)):
            values = tuple(values[0])
        track = self.view.control
        handles = len(track.positions())
        if len(values) != handles:
            raise AppTestError(f"it has {handles} handle{'s' * (handles > 1)}, so it takes {handles} values")
        wanted = [self._position(value) for value in values]
        if wanted != sorted(wanted):
            raise AppTestError(f"the first of {values!r} is beyond the second")
        self.hand.reach(track, self._middle(0))
        # The handle that would bar the other's way goes first.
        order = range(handles) if wanted[0] <= track.positions()[-1] else reversed(range(handles))
        for handle in order:
            self._drag(handle, wanted[handle])

    def set(self, value: Any) -> None:
        self.drag_to(value)

    def _position(self, value: Any) -> int:
        """The step that a value is at.

        Raises:
            AppTestError: It is at none.
        """
        element = self.view.element
        options = getattr(element, "options", None)
        if options is not None:
            return pick(value, options, "option")
        try:
            scale = element.scale
            place = scale.place(value)
            scale.check(place, value)
        except Exception as error:
            raise AppTestError(f"it can't show {value!r}: {error}") from error
        number = int(scale.number(place))
        if scale.value(scale.place_at(number)) != scale.value(place):
            steps = [scale.value(scale.place_at(near)) for near in (number - 1, number, number + 1)
                     if 0 <= near <= scale.last]  # fmt: skip
            raise AppTestError(f"its handle can't stop at {value!r}; near it are {steps!r}")
        return number

    def _middle(self, handle: int) -> QPoint:
        middle: QPoint = self.view.control.handle_rect(handle).center()
        return middle

    def _drag(self, handle: int, position: int) -> None:
        track, start = self.view.control, self._middle(handle)
        if track.positions()[handle] == position:
            return
        self.hand.grab(track, start)
        low, high = (0, start.x()) if position < track.positions()[handle] else (start.x(), track.width())
        while high - low > 1:
            at = (low + high) // 2
            self.hand.move(track, QPoint(at, start.y()))
            if track.positions()[handle] == position:
                break
            low, high = (at, high) if track.positions()[handle] < position else (low, at)
        self._step(handle, position)
        self.hand.release(track, self._middle(handle))

    def _step(self, handle: int, position: int) -> None:
        track = self.view.control
        by = position - track.positions()[handle]
        if abs(by) > _MOST_KEYS:
            self.hand.release(track, self._middle(handle))
            raise AppTestError("it has too many steps for so short a track: no user could hit this one")
        track.setFocus()
        for _ in range(abs(by)):
            self.hand.press("Right" if by > 0 else "Left")
