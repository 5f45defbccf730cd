"""Watches one process from its start to its end, so that nothing that goes wrong goes unheard."""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import TYPE_CHECKING

from ..logs import LogKeeper
from ..user_folders import log_folder
from .marker import Ending, Marker, endings

if TYPE_CHECKING:
    from ..notices import Notices

_log = logging.getLogger("desklit.desktop")


class ProcessWatch:
    """Keeps the log, and a mark that is gone only if the process ends as it should.

    Args:
        name: Which app.
        printed: Whether what is printed is kept, too, as long as no terminal shows it.
    """

    def __init__(self, name: str, *, printed: bool = False) -> None:
        self._log = LogKeeper(name)
        self._log.keep_printed(always=printed)
        self._marker: Marker | None = None
        self._endings: list[Ending] = []
        try:
            self._endings = endings(name, log_folder())
            self._marker = Marker(name, log_folder())
        except OSError as error:  # a folder that can't be written to
            _log.info("An end of this process that nobody sees will not be told: %s", error)
        if any(ending.at_start and ending.trace for ending in self._endings):
            self._tell_failed_start()

    def _tell_failed_start(self) -> None:
        """Tell before Qt is asked for anything: it is what ended the process last time, and may again."""
        from .telling import tell_failed_start

        tell_failed_start(self._endings[-1], log_folder())
        self._endings.clear()

    def on_started(self, notices: Notices) -> None:
        """The start is over: open the log, and tell in a window how the process before has ended."""
        from .telling import TELLS

        os.environ.pop(TELLS, None)  # what this process starts is told of by nobody else
        if self._marker is not None:
            self._marker.on_started()
        self._log.open()
        last = self._endings[-1:]
        self._endings.clear()
        for ending in last:
            _log.warning("The process before ended all at once. %s", ending.trace)
            if ending.trace or ending.when > _began():
                from .notices import say_ending

                say_ending(notices, ending, log_folder())

    def close(self) -> None:
        """The process ends as it should."""
        self._log.close()
        if self._marker is not None:
            self._marker.close()


def _began() -> float:
    """When this machine was started, as far as it tells: what was cut off by that is no news."""
    if sys.platform == "linux":
        return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)
    return 0.0
