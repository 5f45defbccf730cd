"""Views that have left sight and wait for another element: a quarter of the price of making one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from .view import View

MOST = 60  # of one block: some three screens of fields, as many as are near what is in sight


class Spares:
    """The dropped views of one block's children, hidden where they were, by their likeness."""

    def __init__(self) -> None:
        self._waiting: dict[Hashable, list[View[Any]]] = {}  # what was wanted last is last
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def put(self, likeness: Hashable, view: View[Any]) -> None:
        """A view waits from now on. Of too many, one goes whose kind has not been wanted for longest."""
        self._waiting.setdefault(likeness, []).append(view)
        self._count += 1
        if self._count > MOST:
            self._destroy(next(iter(self._waiting)), 1)

    def take(self, likeness: Hashable | None) -> View[Any] | None:
        """A view of this likeness; None if there is none."""
        waiting = self._waiting.pop(likeness, None) if self._count else None
        if waiting is None:
            return None
        view = waiting.pop()
        self._count -= 1
        if waiting:
            self._waiting[likeness] = waiting
        return view

    def clear(self) -> None:
        """Destroy all that wait, as when the theme has changed that they were made for."""
        for likeness in tuple(self._waiting):
            self._destroy(likeness, len(self._waiting[likeness]))

    def _destroy(self, likeness: Hashable, count: int) -> None:
        waiting = self._waiting[likeness]
        for view in waiting[:count]:
            view.setParent(None)
            view.deleteLater()
        del waiting[:count]
        self._count -= count
        if not waiting:
            del self._waiting[likeness]
