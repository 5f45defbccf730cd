"""A log that several processes write to and that turns over when it has grown large."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

LARGEST = 1_000_000  # bytes of one file
KEPT = 3  # older files
FORMAT = "%(asctime)s [%(process)d] %(levelname)s %(name)s: %(message)s"


class LogFile(RotatingFileHandler):
    """Appends to a file that others may append to and turn over at the same time.

    Args:
        path: The file; folders are made for it.
        largest: How many bytes it may have before it is turned over.
    """

    def __init__(self, path: Path, largest: int = LARGEST) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        super().__init__(path, "a", largest, KEPT, encoding="utf-8", delay=True, errors="replace")
        self.setFormatter(logging.Formatter(FORMAT))

    def _open(self) -> io.TextIOWrapper:
        stream = super()._open()
        if sys.platform != "win32":
            os.chmod(self.baseFilename, 0o600)  # what a script prints is its user's alone
        return stream

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream is not None and not self._is_current(self.stream):
                self.stream.close()
                self.stream = self._open()
        except OSError:
            self.handleError(record)
            return
        super().emit(record)

    def doRollover(self) -> None:
        with self._alone():
            # Another process may have done it while this one waited for its turn.
            if os.path.exists(self.baseFilename) and os.path.getsize(self.baseFilename) >= self.maxBytes / 2:
                # Windows renames no file that another process has open: it grows until that one ends.
                with contextlib.suppress(PermissionError):
                    super().doRollover()
            if self.stream is not None:
                self.stream.close()
            self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """A disk that is full or gone must not end up in what the script prints."""

    def _is_current(self, stream: io.TextIOWrapper) -> bool:
        """Whether an open file is still the one of this name."""
        try:
            named = os.stat(self.baseFilename)
        except FileNotFoundError:
            return False
        ours = os.fstat(stream.fileno())
        return (named.st_dev, named.st_ino) == (ours.st_dev, ours.st_ino)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """No other process turns the file over within the block."""
        if sys.platform == "win32":
            yield
            return
        import fcntl

        with open(f"{self.baseFilename}.lock", "wb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
