"""What waits for the next run: the user's changes and wishes to run again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from queue import Empty, SimpleQueue

from .element import WidgetId
from .fragments import FragmentId
from .records import dataclass
from .widget import Change


@dataclass(frozen=True, slots=True)
class Batch:
    """What one run takes over.

    Args:
        changes: At most one per widget.
        causes: Why the run happens: the kind and label of what changed, or a word such as "start".
        seen: The serial number of the newest change that is part of this or an earlier batch.
        fragments: The fragments that run alone; none for the whole script.
    """

    changes: tuple[Change, ...]
    causes: tuple[str, ...]
    seen: int
    fragments: tuple[FragmentId, ...] = ()


class ChangeQueue:
    """Changes in the order they came; the latest value of a widget wins, no click is ever lost.

    Args:
        is_trigger: Tells whether a widget's changes are clicks, of which each counts.
    """

    def __init__(self, is_trigger: Callable[[WidgetId], bool]) -> None:
        self._is_trigger = is_trigger
        self._lock = threading.Lock()
        self._bell: SimpleQueue[None] = SimpleQueue()  # a Condition is Python's own code, ten calls a click
        self._changes: list[tuple[int, Change]] = []
        self._causes: list[str] = []
        self._wanted = False
        self._whole = False
        self._fragments: list[FragmentId] = []
        self._due: dict[FragmentId, float] = {}
        self._closed = False
        self._serial = 0
        self._seen = 0
        self._idle = False
        self.at_work = False
        """Whether a batch has been taken whose runs have not ended yet."""

    def put(
        self,
        changes: Iterable[Change],
        cause: str,
        *,
        wake: bool = True,
        fragment: FragmentId | None = None,
    ) -> int:
        """Queue changes and give the serial number of the last one.

        Args:
            changes: What the user did, in order.
            cause: What to note as the reason of the run.
            wake: False keeps the changes for whichever run comes next.
            fragment: The fragment that is to run alone; None for the whole script.
        """
        with self._lock:
            for change in changes:
                self._serial += 1
                if not self._is_trigger(change.id):
                    self._changes = [entry for entry in self._changes if entry[1].id != change.id]
                self._changes.append((self._serial, change))
            if wake:
                self._want(fragment)
                if cause not in self._causes:
                    self._causes.append(cause)
            serial = self._serial
        if wake:
            self._ring()
        return serial

    def _want(self, fragment: FragmentId | None) -> None:
        self._wanted = True
        if fragment is None:
            self._whole = True
        elif fragment not in self._fragments:
            self._fragments.append(fragment)

    def schedule(self, every: Mapping[FragmentId, float], ran: Collection[FragmentId]) -> None:
        """Let fragments run by themselves.

        Args:
            every: After how many seconds each of them runs again; all others never do.
            ran: Those that have just run, whose time begins anew; empty for all of them.
        """
        if not every and not self._due:
            return
        now = time.monotonic()
        with self._lock:
            self._due = {
                id: now + seconds if not ran or id in ran else self._due.get(id, now + seconds)
                for id, seconds in every.items()
            }
        self._ring()

    def close(self) -> None:
        """Let the waiting worker go; nothing is taken any more."""
        with self._lock:
            self._closed = True
        self._ring()

    @property
    def waiting(self) -> bool:
        """Whether a run is wanted."""
        return self._wanted

    def pending(self) -> list[Change]:
        """The changes that no run has taken yet."""
        with self._lock:
            return [change for _, change in self._changes]

    @property
    def idle(self) -> bool:
        """Whether the worker waits here for a wish to run: all that it had to tell has been told."""
        return self._idle and not self._wanted  # the answer may be old at once, with a lock, too

    def rests(self, seconds: float) -> bool:
        """Wait as long as nothing is wanted, at most so long; whether nothing was."""
        ends = time.monotonic() + seconds
        while True:
            with self._lock:
                due = self._until_due()
                if self._wanted or self._closed or due == 0:
                    return False
                left = ends - time.monotonic()
                self._idle = left > 0
                if not self._idle:
                    return True
            self._listen(left if due is None else min(left, due))

    def take(self) -> Batch | None:
        """Wait for a wish to run and take what one run can hold; None once closed.

        A second click on the same button ends the batch: it gets a run of its own.
        """
        while True:
            with self._lock:
                self._want_due()
                self._idle = not self._wanted and not self._closed
                if self._closed:
                    return None
                if self._wanted:
                    # Before nothing is wanted any more: at no time the two say that all is done.
                    self.at_work = True
                    return self._cut()
                due = self._until_due()
            self._listen(due)

    def _ring(self) -> None:
        """Something has changed: let the worker look, if it waits."""
        if self._bell.empty():
            self._bell.put(None)

    def _listen(self, seconds: float | None) -> None:
        """Wait until something has changed, at most so long; or not at all, if something has before."""
        try:
            self._bell.get(timeout=seconds)
        except Empty:
            return

    def _until_due(self) -> float | None:
        if not self._due:
            return None
        return max(0.0, min(self._due.values()) - time.monotonic())

    def _want_due(self) -> None:
        now = time.monotonic()
        for id in [id for id, due in self._due.items() if due <= now]:
            del self._due[id]
            self._want(id)
            if "run_every" not in self._causes:
                self._causes.append("run_every")

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
        fragments = () if self._whole else tuple(self._fragments)
        batch = Batch(tuple(taken), tuple(self._causes) or ("change",), self._seen, fragments)
        self._wanted = any(self._is_trigger(change.id) for _, change in self._changes)
        if not self._wanted:
            self._causes = []
            self._whole = False
            self._fragments = []
        return batch
