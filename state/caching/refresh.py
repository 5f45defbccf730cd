"""Refreshing cached values in the background: a few threads that end when there is nothing to do."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from ..threads import OwnThread


class Refresher:
    """Runs jobs in threads that never keep the process from ending."""

    def __init__(self) -> None:
        self._jobs: deque[Callable[[], None]] = deque()
        self._threads = 0
        self._lock = threading.Lock()

    def submit(self, job: Callable[[], None], limit: int) -> None:
        """Run a job soon.

        Args:
            job: What to do; it handles its own errors.
            limit: How many threads there may be.

        Raises:
            RuntimeError: No thread can be started, and none is there.
        """
        with self._lock:
            self._jobs.append(job)
            if self._threads >= max(1, limit):
                return
            self._threads += 1
        try:
            OwnThread(target=self._work, name="desklit-refresh", daemon=True).start()
        except RuntimeError:
            with self._lock:
                self._threads -= 1
                if self._threads or job not in self._jobs:
                    return
                self._jobs.remove(job)
            raise

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._threads -= 1
                    return
                job = self._jobs.popleft()
            job()


REFRESHER = Refresher()
"""The process's; as the caches that it serves it belongs to no app."""
