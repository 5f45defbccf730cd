"""Sleeping in a way that a newer change, *Stop* or a closing window can end."""

from __future__ import annotations

import time
from typing import Any, cast

from .context import run_or_none

SLICE = 0.05  # seconds: how long a sleeping script may keep its window waiting

_real_sleep = time.sleep


def patient_sleep(seconds: float) -> None:
    """``time.sleep`` for scripts: in slices, so that a run can be ended between two of them."""
    if run_or_none() is None or seconds <= SLICE:
        _real_sleep(seconds)
        return
    end = time.monotonic() + seconds
    while True:
        run = run_or_none()
        if run is not None:
            run.checkpoint()
        left = end - time.monotonic()
        if left <= 0:
            return
        _real_sleep(min(SLICE, left))


class PatientSleep:
    """Puts ``patient_sleep`` in the place of ``time.sleep`` until ``close`` is called."""

    def __init__(self) -> None:
        self._before: Any = time.sleep
        time.sleep = cast(Any, patient_sleep)

    def close(self) -> None:
        """Give ``time.sleep`` back."""
        time.sleep = self._before
