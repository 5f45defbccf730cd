"""What waits for the next run: the user's changes and wishes to run again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .element import WidgetId
from .widget import Change


@dataclass(frozen=True, slots=True)
class Batch:
    """What one run takes over.

    Args:
        changes: At most one per widget.
        causes: Why the run happens: the kind and label of what changed, or a word such as "start".
        seen: The serial number of the newest change that is part of this or an earlier batch.
    """

    changes: tuple[Change, ...]
    causes: tuple[str, ...]
    seen: int


class ChangeQueue:
    """Changes in the order they came; the latest value of a widget wins, no click is ever lost.

    Args:
        is_trigger: Tells whether a widget's changes are clicks, of which each counts.
    """

    def __init__(self, is_trigger: Callable[[WidgetId], bool]) -> None:
        self._is_trigger = is_trigger
        self._condition = threading.Condition()
        self._changes: list[tuple[int, Change]] = []
        self._causes: list[str] = []
        self._wanted = False
        self._closed = False
        self._serial = 0
        self._seen = 0
        self._idle = False

    def put(self, changes: Iterable[Change], cause: str, *, wake: bool = True) -> int:
        """Queue changes and give the serial number of the last one.

        Args:
            changes: What the user did, in order.
            cause: What to note as the reason of the run.
            wake: False keeps the changes for whichever run comes next.
        """
        with self._condition:
            for change in changes:
                self._serial += 1
                if not self._is_trigger(change.id):
                    self._changes = [entry for entry in self._changes if entry[1].id != change.id]
                self._changes.append((self._serial, change))
            if wake:
                self._wanted = True
                if cause not in self._causes:
                    self._causes.append(cause)
                self._condition.notify_all()
            return self._serial

    def close(self) -> None:
        """Let the waiting worker go; nothing is taken any more."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    @property
    def waiting(self) -> bool:
        """Whether a run is wanted."""
        return self._wanted

    @property
    def idle(self) -> bool:
        """Whether the worker waits here for a wish to run: all that it had to tell has been told."""
        with self._condition:
            return self._idle and not self._wanted

    def take(self) -> Batch | None:
        """Wait for a wish to run and take what one run can hold; None once closed.

        A second click on the same button ends the batch: it gets a run of its own.
        """
        with self._condition:
            self._idle = True
            self._condition.wait_for(lambda: self._wanted or self._closed)
            self._idle = False
            if self._closed:
                return None
            return self._cut()

    def _cut(self) -> Batch:
        taken: list[Change] = []
        ids: set[WidgetId] = set()
        rest = 0
        for rest, (serial, change) in enumerate(self._changes):  # noqa: B007
            if change.id in ids:
                break
            ids.add(change.id)
            taken.append(change)
            self._seen = serial
        else:
            rest = len(self._changes)
        self._changes = self._changes[rest:]
        batch = Batch(tuple(taken), tuple(self._causes) or ("change",), self._seen)
        self._wanted = any(self._is_trigger(change.id) for _, change in self._changes)
        if not self._wanted:
            self._causes = []
        return batch
