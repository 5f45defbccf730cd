"""Values of a document that still wait for their widgets."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from ..element import WidgetId
from .snapshot import Held, mark_of


class Awaited:
    """What a document holds for widgets that no run has made yet: on another page, behind a checkbox.

    Args:
        held: The values; those without a mark are none of a widget's.
    """

    def __init__(self, held: Iterable[Held]) -> None:
        self._by_mark: defaultdict[str, deque[Held]] = defaultdict(deque)
        for each in held:
            if each.mark:
                self._by_mark[each.mark].append(each)

    def __bool__(self) -> bool:
        return bool(self._by_mark)

    def held(self) -> list[Held]:
        """What nobody has taken yet."""
        return [each for waiting in list(self._by_mark.values()) for each in list(waiting)]

    def take(self, id: WidgetId) -> Held | None:
        """What is there for a widget, which is gone with that."""
        mark = mark_of(id)
        waiting = self._by_mark.get(mark)
        if not waiting:
            return None
        # Widgets that only an object's address tells apart have one mark; they come in the order of before.
        held = waiting.popleft()
        if not waiting:
            del self._by_mark[mark]
        return held
