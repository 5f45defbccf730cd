"""What a window knows and the session does not: what is folded, closed or refused."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import field
from typing import Any

from ...state.element import Element, WidgetId
from ...state.records import dataclass


@dataclass
class Memory:
    """Kept from run to run, since pages are made anew.

    Attributes:
        refusals: What fields say about values that they did not send in the last run.
        pending: What the test has done to widgets since the last run.
        attached: The files that it has added to messages.
        acted_alone: Whether it has done what the window does by itself, without the script.
    """

    refusals: dict[WidgetId, str] = field(default_factory=dict)
    pending: dict[WidgetId, Any] = field(default_factory=dict)
    attached: dict[WidgetId, list[tuple[str, bytes, str]]] = field(default_factory=dict)
    acted_alone: bool = False
    _folds: dict[Hashable, tuple[Any, Any]] = field(default_factory=dict)
    _dismissed: set[int] = field(default_factory=set)

    def fold(self, place: Hashable, declared: Any, chosen: Any) -> None:
        """A block that the session does not follow was opened, closed or brought to the front."""
        self._folds[place] = (declared, chosen)
        self.acted_alone = True

    def folded(self, place: Hashable, declared: Any) -> Any:
        """What was chosen there, as long as the script declares the same as it did then."""
        before, chosen = self._folds.get(place, (declared, declared))
        return chosen if before == declared else declared

    def dismiss(self, serial: int) -> None:
        """A dialog was closed by its user."""
        self._dismissed.add(serial)
        self.acted_alone = True

    def on_run_finished(self) -> None:
        """What was done has been dealt with."""
        self.pending.clear()
        self.attached.clear()
        self.acted_alone = False

    def is_dismissed(self, element: Element) -> bool:
        """Whether an element is a dialog that its user has closed."""
        return getattr(element, "serial", None) in self._dismissed
