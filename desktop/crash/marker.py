"""A file that is there while an app runs: one that is left behind tells of an end that nobody saw.

What ends a process hard (a fault in a library written in C) is written into it by Python's faulthandler.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import sys
from pathlib import Path

BEGINS, RUNS = "begins", "runs"  # how far the process had come
FOLDER = "running"


class Ending:
    """How a process ended that did not say goodbye. A plain class, since a start may make one.

    Args:
        trace: What Python could still write about it; "" for an end from outside, or by ``os._exit``.
        at_start: Whether it had not come as far as a window that had settled.
        when: When the file was written to last, in seconds since 1970.
    """

    __slots__ = ("at_start", "trace", "when")

    def __init__(self, trace: str, at_start: bool, when: float) -> None:
        self.trace = trace
        self.at_start = at_start
        self.when = when

    @property
    def reason(self) -> str:
        """The trace's first line without its prefix: what kind of fault it was."""
        first = self.trace.partition("\n")[0]
        return first.removeprefix("Fatal Python error: ").removeprefix("Windows fatal exception: ").strip()


class Marker:
    """The file of this process.

    Args:
        name: Which app.
        folder: Where the logs are.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self._path = folder / FOLDER / f"{name}.{os.getpid()}"
        try:
            self._file = open(self._path, "a+b", buffering=0)  # noqa: SIM115 - open as long as the process
        except FileNotFoundError:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = open(self._path, "a+b", buffering=0)  # noqa: SIM115
        _lock(self._file.fileno())
        self._file.truncate(0)
        self._note(BEGINS)
        # Whoever has asked for it on the terminal gets it there.
        self._enabled = not faulthandler.is_enabled()
        if self._enabled:
            faulthandler.enable(self._file)

    def on_started(self) -> None:
        """The start is over."""
        self._note(RUNS)

    def close(self) -> None:
        """The process ends as it should."""
        if self._enabled:
            faulthandler.disable()
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _note(self, stage: str) -> None:
        self._file.write(f"{stage}\n".encode())


def endings(name: str, folder: Path) -> list[Ending]:
    """How processes of an app have ended that did not say goodbye, the latest last; each is told once.

    Args:
        name: Which app.
        folder: Where the logs are.
    """
    try:
        files = [each for each in os.listdir(folder / FOLDER) if each.rpartition(".")[0] == name]
    except OSError:
        return []
    found = [_take(folder / FOLDER / file) for file in files if file != f"{name}.{os.getpid()}"]
    return sorted((ending for ending in found if ending is not None), key=lambda ending: ending.when)


def _take(path: Path) -> Ending | None:
    """Read a file and remove it; None where its process is alive."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        if not _lock(file.fileno()):
            return None
        when = os.fstat(file.fileno()).st_mtime
        text = file.read().decode(errors="replace")
        if sys.platform != "win32":
            path.unlink()
    if sys.platform == "win32":
        try:
            path.unlink()  # fails while its process has it open
        except OSError:
            return None
    trace = text.removeprefix(f"{BEGINS}\n")
    runs = trace.startswith(f"{RUNS}\n")
    return Ending(trace.removeprefix(f"{RUNS}\n").strip(), not runs, when)


def _lock(handle: int) -> bool:
    """Hold a file until it is closed; False if another process does."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
