"""Where cached values live: a store for each function, all of them together in a `Caches`."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from .disk import DiskCache, default_disk
from .entry import Entry, Flight, Limits

_log = logging.getLogger("desklit.caching")

clock = time.time
"""Of the wall, since a laptop that sleeps ages what it has cached."""


_LIMITS_KEPT = 4  # stores of one function


class Store:
    """The cached values of one function.

    Args:
        name: The function's digest, as text.
        limits: What it keeps.
    """

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.size = 0
        self.release: Callable[[Any], object] | None = None
        self.entries: OrderedDict[bytes, Entry] = OrderedDict()
        self.cooling: dict[bytes, float] = {}
        self._flights: dict[bytes, Flight] = {}
        self._uses = 0
        self._lock = threading.Lock()

    def claim(self, key: bytes, caller: object) -> Entry | Flight | None:
        """Find the value, or whom to wait for, or make the caller the one who computes it.

        Args:
            key: The digest of the arguments.
            caller: Stands for the call.

        Returns:
            The value; or, if somebody is computing it, what to wait for; or None: the caller is to compute
            it, and to `land` whatever comes of it.
        """
        with self._lock:
            entry = self.entries.get(key)
            if entry is not None:
                keep = self.limits.keep
                if keep is None or 0 <= clock() - entry.stored < keep:
                    self.entries.move_to_end(key)
                    entry.used = time.monotonic_ns()
                    return entry
            flight = self._flights.get(key)
            if flight is not None:
                return flight
            self._flights[key] = Flight(caller)
            return None

    def claim_refresh(self, key: bytes, caller: object) -> bool:
        """Whether the caller is the one who computes a value anew that is still there."""
        with self._lock:
            if key in self._flights or self.cooling.get(key, 0.0) > clock():
                return False
            self._flights[key] = Flight(caller)
            return True

    def land(self, key: bytes, caller: object) -> None:
        """The call has come to its end, and so its computation if there was one."""
        flight = self._flights.get(key)
        if flight is None or flight.caller is not caller:
            return
        with self._lock:
            del self._flights[key]
        flight.set_result(None)

    def put(self, key: bytes, entry: Entry) -> list[Entry]:
        """Keep a value.

        Returns:
            What had to go for it: what has expired, and what was used longest ago.
        """
        now = clock()
        entry.stored, entry.used = now, time.monotonic_ns()
        with self._lock:
            gone = [self._remove(key)]  # what has expired under this very key
            keep = self.limits.keep
            if keep is not None:
                old = [each for each, one in self.entries.items() if not 0 <= now - one.stored < keep]
                gone += [self._remove(each) for each in old]
            self.entries[key] = entry
            self.size += entry.size
            gone += self._shrink()
        return [each for each in gone if each is not None]

    def replace(self, key: bytes, entry: Entry, before: Entry) -> bool:
        """Keep a refreshed value, unless the one before has been cleared meanwhile."""
        with self._lock:
            if self.entries.get(key) is not before:
                return False
            entry.stored, entry.used = clock(), before.used
            self.entries[key] = entry
            self.size += entry.size - before.size
            self._shrink()
            return True

    def _shrink(self) -> list[Entry | None]:
        count, size = self.limits.max_entries, self.limits.max_size
        gone = []
        while len(self.entries) > 1 and (
            (count is not None and len(self.entries) > count) or (size is not None and self.size > size)
        ):
            gone.append(self._remove(next(iter(self.entries))))
        return gone

    def _remove(self, key: bytes) -> Entry | None:
        entry = self.entries.pop(key, None)
        if entry is not None:
            self.size -= entry.size
        return entry

    def drop(self, key: bytes) -> list[Entry]:
        """Forget one value and give it, if it was there."""
        with self._lock:
            entry = self._remove(key)
        return [] if entry is None else [entry]

    def drop_oldest(self) -> list[Entry]:
        """Forget the value that was used longest ago."""
        with self._lock:
            entry = self._remove(next(iter(self.entries))) if self.entries else None
        return [] if entry is None else [entry]

    def last_use(self) -> float:
        """When the value was used that was used longest ago; infinite if there is none."""
        with self._lock:
            return next(iter(self.entries.values())).used if self.entries else float("inf")

    def empty(self) -> list[Entry]:
        """Forget all values and give them."""
        with self._lock:
            gone = list(self.entries.values())
            self.entries.clear()
            self.cooling.clear()
            self.size = 0
        return gone

    def let_go(self, entries: Sequence[Entry]) -> None:
        """Call the script's ``on_release`` for values that are gone; all of them, even if one fails."""
        if self.release is None:
            return
        failed: BaseException | None = None
        for entry in entries:
            try:
                self.release(entry.value)
            except Exception as error:
                failed = failed or error
        if failed is not None:
            raise failed


class Caches:
    """The stores of one kind of cache (of data, of resources), for all functions and sessions.

    Its methods may be called by any thread.

    Args:
        persists: Whether there are values on disk, too.
        disk: Where; None stands for the user's cache folder.
    """

    def __init__(self, *, persists: bool = False, disk: DiskCache | None = None) -> None:
        self._persists = persists
        self._disk = disk
        self._shared: dict[tuple[str, Limits], Store] = {}
        self._sessions: WeakKeyDictionary[Any, dict[tuple[str, Limits], Store]] = WeakKeyDictionary()
        self._lock = threading.Lock()

    @property
    def disk(self) -> DiskCache:
        """Where values are kept that outlive the process."""
        if self._disk is None:
            self._disk = default_disk()
        return self._disk

    def store(self, name: str, limits: Limits, session: object | None) -> Store:
        """The store of a function.

        With other limits it has another one. A few of them are kept: what is decorated twice has two, but
        a ``ttl`` that is never the same does not pile them up.

        Args:
            name: The function's digest.
            limits: What it keeps.
            session: The owner of a store that is not shared.
        """
        with self._lock:
            stores = self._shared if session is None else self._sessions.setdefault(session, {})
            found = stores.get((name, limits))
            if found is not None:
                return found
            alike = [each for each in stores if each[0] == name]
            gone = [stores.pop(each) for each in alike[: max(0, len(alike) + 1 - _LIMITS_KEPT)]]
            stores[name, limits] = made = Store(name, limits)
        for store in gone:
            store.let_go(store.empty())
        return made

    def clear(self) -> None:
        """Forget all values, those on disk included."""
        with self._lock:
            stores = self._all()
            self._shared.clear()
            self._sessions.clear()
        if self._persists:
            self.disk.clear()
        for store in stores:
            store.let_go(store.empty())

    def end_session(self, session: object) -> None:
        """Forget what belongs to a session that ends."""
        with self._lock:
            stores = list(self._sessions.pop(session, {}).values())
        for store in stores:
            store.let_go(store.empty())

    def shrink_to(self, budget: int) -> None:
        """Forget what was used longest ago, of whatever function, until ``budget`` bytes are left."""
        with self._lock:
            stores = self._all()
        while sum(store.size for store in stores) > budget:
            if sum(len(store.entries) for store in stores) <= 1:
                return
            oldest = min(stores, key=Store.last_use)
            oldest.let_go(oldest.drop_oldest())

    def _all(self) -> list[Store]:
        of_sessions = [store for stores in self._sessions.values() for store in stores.values()]
        return [*self._shared.values(), *of_sessions]


DATA = Caches(persists=True)
RESOURCES = Caches()
"""The process's caches. They are the one thing here that lives with the process rather than with an
app or a session: cached functions are shared by windows, and called where no run is going on, too."""


def clear_all() -> None:
    """Empty both caches, in memory and on disk, for all windows; errors of ``on_release`` are logged."""
    for caches in (DATA, RESOURCES):
        try:
            caches.clear()
        except Exception:
            _log.exception("on_release failed when the caches were cleared")


def end_session(session: object) -> None:
    """Let go of what belongs to a session that ends."""
    DATA.end_session(session)
    RESOURCES.end_session(session)
