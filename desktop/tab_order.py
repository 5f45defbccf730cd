"""Where Tab goes in a window: through its parts in turn, in each by the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ..widgets.focus import is_tab_stop

MARGIN = 60  # px that stay in sight above and below what has the focus

Part = Callable[[], Iterable[QWidget]]


class TabOrder:
    """The stops of one window.

    Args:
        parts: Each gives its widgets in order; what does not take Tab at present is passed over.
    """

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = tuple(parts)

    def stops(self) -> list[QWidget]:
        """All widgets that Tab stops at, from the first on."""
        return [widget for part in self._parts for widget in part() if is_tab_stop(widget)]

    def move(self, forward: bool) -> bool:
        """Give the focus to the next stop, or to the previous one; after the last comes the first.

        Returns:
            Whether there was a stop to go to.
        """
        stops = self.stops()
        if not stops:
            return False
        here = _place_of(QApplication.focusWidget(), stops)
        there = 0 if here is None and forward else (here or 0) + (1 if forward else -1)
        stop = stops[there % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        _bring_into_sight(stop)
        return True


def _place_of(focused: QWidget | None, stops: Sequence[QWidget]) -> int | None:
    # What has the focus may be a part of a stop, such as the editor in a field.
    while focused is not None:
        if focused in stops:
            return stops.index(focused)
        focused = focused.parentWidget()
    return None


def _bring_into_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, MARGIN)
        around = around.parentWidget()
