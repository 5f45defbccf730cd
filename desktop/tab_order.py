"""Where Tab goes in a window: through its parts in turn, in each by the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ..widgets.block_view import BlockView
from ..widgets.focus import is_tab_stop
from .canvas import bring_into_sight
from .page_walk import region_around, stops_after

Stop = QWidget | BlockView[Any]
Part = Callable[[], Iterable[Stop]]


class TabOrder:
    """The stops of one window.

    Args:
        parts: Each gives its widgets in order; what does not take Tab at present is passed over. A
            region among them stands for the stops of its views, those included that are not made yet.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)

    def move(self, forward: bool) -> bool:
        """Give the focus to the next stop, or to the previous one; after the last comes the first.

        Returns:
            Whether there was a stop to go to.
        """
        stop = next(self._others(QApplication.focusWidget(), forward), None)
        if stop is None:
            return False
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        bring_into_sight(stop)
        return True

    def _others(self, focused: QWidget | None, forward: bool) -> Iterator[QWidget]:
        """All stops from the one with the focus on, which itself comes last."""
        stops = [stop for part in self._parts for stop in part()]
        if not forward:
            stops.reverse()
        here = _place_of(focused, stops)
        if here is None:
            yield from _spread(stops, forward)
            return
        region = stops[here]
        if isinstance(region, BlockView):
            yield from stops_after(region, focused, forward)
        yield from _spread(stops[here + 1 :], forward)
        yield from _spread(stops[: here + 1], forward)


def _spread(stops: Iterable[Stop], forward: bool) -> Iterator[QWidget]:
    for stop in stops:
        if isinstance(stop, BlockView):
            yield from stops_after(stop, None, forward)
        elif is_tab_stop(stop):
            yield stop


def _place_of(focused: QWidget | None, stops: Sequence[Stop]) -> int | None:
    region = region_around(focused)
    if region in stops:
        return stops.index(region)
    # What has the focus may be a part of a stop, such as the editor in a field.
    while focused is not None:
        if focused in stops and not isinstance(focused, BlockView):
            return stops.index(focused)
        focused = focused.parentWidget()
    return None
