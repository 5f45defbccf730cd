"""Watches one process from its start to its end, so that nothing that goes wrong goes unheard."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
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

    def on_started(self, notices: Notices, tells: Callable[[Ending], bool] | None = None) -> None:
        """The start is over: open the log, and tell in a window how the process before has ended.

        Args:
            notices: The window's.
            tells: Is asked first, and gives True where it tells of that end itself.
        """
        from .telling import TELLS

        os.environ.pop(TELLS, None)  # what this process starts is told of by nobody else
        if self._marker is not None:
            self._marker.on_started()
        self._log.open()
        last = self._endings[-1:]
        self._endings.clear()
        for ending in last:
            _log.warning("The process before ended all at once. %s", ending.trace)
            if tells is not None and tells(ending):
                continue
            if ending.trace or ending.when > began():
                from .notices import say_ending

                say_ending(notices, ending, log_folder())

    def on_told_to_end(self) -> None:
        """Somebody wants the process to end: if it is ended hard before it has, that is no news."""
        if self._marker is not None:
            self._marker.close()
            self._marker = None

    def close(self) -> None:
        """The process ends as it should."""
        self._log.close()
        if self._marker is not None:
            self._marker.close()


def began(env: Mapping[str, str] = os.environ) -> float:
    """When this machine or its display was started, as far as they tell: what that has cut off is no news.

    Args:
        env: The environment variables, which name the display.
    """
    if sys.platform != "linux":
        return 0.0
    times = [time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)]
    for socket in _display_sockets(env):
        with contextlib.suppress(OSError):
            times.append(os.stat(socket).st_mtime)
    return max(times)


def _display_sockets(env: Mapping[str, str]) -> list[str]:
    """The files that displays of this machine have made when they were started."""
    sockets = []
    host, colon, number = env.get("DISPLAY", "").partition(":")
    if colon and host in ("", "unix"):
        sockets.append(f"/tmp/.X11-unix/X{number.partition('.')[0]}")
    if wayland := env.get("WAYLAND_DISPLAY", ""):
        sockets.append(os.path.join(env.get("XDG_RUNTIME_DIR", ""), wayland))
    return sockets
