"""Work as a function that gives its seconds."""

from __future__ import annotations

import time
from collections.abc import Callable


def clocked(work: Callable[[], object]) -> Callable[[], float]:
    """The work, timed."""

    def timed() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return timed
