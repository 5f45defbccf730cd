"""A stream whose lines are kept in the log: what a script prints where nobody reads it."""

from __future__ import annotations

import io
import logging
import threading
from typing import Any, TextIO

PRINTED = "printed"


class Printed(io.TextIOBase):
    """A stream whose lines go to the log, and to the stream that was there before.

    Args:
        original: The stream that was there; None where there was none.
        log: The log.
        name: What it is called.
    """

    def __init__(self, original: TextIO | None, log: logging.Handler, name: str) -> None:
        self.original = original
        self._log_to = log
        self._name = name
        self._begun = ""
        self._level = logging.ERROR if name == "stderr" else logging.INFO
        self._guard = threading.Lock()

    def write(self, text: str, /) -> int:
        if self.original is not None:
            self.original.write(text)
        with self._guard:
            *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._log(line)
        return len(text)

    def flush(self) -> None:
        if self.original is not None:
            self.original.flush()

    def finish_line(self) -> None:
        """Log a last line that nothing has ended."""
        with self._guard:
            line, self._begun = self._begun, ""
        if line:
            self._log(line)

    def _log(self, line: str) -> None:
        # Past the loggers: what they hand to a stream must not come back from it.
        self._log_to.handle(logging.LogRecord(PRINTED, self._level, "", 0, line, None, None))

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self.original, "encoding", None) or "utf-8"

    def fileno(self) -> int:
        if self.original is None:
            raise io.UnsupportedOperation("fileno")
        return self.original.fileno()

    def __getattr__(self, name: str) -> Any:
        """What else scripts ask of a stream, such as ``buffer``."""
        return getattr(self.original, name)
