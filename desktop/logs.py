"""Where desklit's log goes: to the terminal, and to a file that is opened once a start is over."""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..state.config import Config
    from .log_file import LogFile
    from .printed import Printed

_MOST = 2000  # records that wait for the log


def log_to_terminal(config: Config) -> None:
    """Let what desklit logs appear on the standard error output, as ``logger.messageFormat`` wants it.

    Args:
        config: Its ``logger`` options; a format that logging can't use is replaced by the default.
    """
    log = logging.getLogger("desklit")
    log.setLevel(str(config.get("logger.level")).upper())
    # What is logged must not come a second time as what is printed.
    stream = getattr(sys.stderr, "original", sys.stderr)
    if stream is None:
        return
    handler = logging.StreamHandler(stream)
    try:
        handler.setFormatter(logging.Formatter(config.get("logger.messageFormat")))
    except ValueError as error:
        handler.setFormatter(logging.Formatter(str(config.options["logger.messageFormat"].default)))
        log.addHandler(handler)
        log.warning("logger.messageFormat can't be used: %s", error)
        return
    log.addHandler(handler)


class LogKeeper(logging.Handler):
    """Hands records to an app's log file, from the time that it is opened.

    Args:
        name: What the file is called, without its ending.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._waiting: deque[logging.LogRecord] = deque(maxlen=_MOST)
        self._file: LogFile | None = None
        self._streams: list[tuple[str, Printed]] = []
        logging.getLogger("desklit").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._waiting.append(record)
        else:
            self._file.handle(record)

    def open(self) -> None:
        """Open the log; from now on all is written at once. Loading what that takes is slow."""
        from .log_file import LogFile
        from .user_folders import log_folder

        with self.lock or threading.RLock():
            if self._file is None:
                try:
                    self._file = LogFile(log_folder() / f"{self._name}.log")
                except OSError as error:
                    logging.getLogger("desklit").debug("The log can't be opened: %s", error)
                    return
            while self._waiting:
                self._file.handle(self._waiting.popleft())

    def keep_printed(self, *, always: bool) -> None:
        """Keep what is printed where there is no stream to print to, or, ``always``, no terminal either."""
        if not always and sys.stdout is not None and sys.stderr is not None:
            return
        from .printed import Printed

        for name in ("stdout", "stderr"):
            stream = getattr(sys, name)
            if stream is None or (always and not stream.isatty()):
                printed = Printed(stream, self, name)
                setattr(sys, name, printed)
                self._streams.append((name, printed))

    def close(self) -> None:
        """Write what waits, and give the streams back."""
        for name, printed in self._streams:
            printed.finish_line()
            if getattr(sys, name) is printed:
                setattr(sys, name, printed.original)
        self._streams.clear()
        if self._waiting:
            self.open()
        logging.getLogger("desklit").removeHandler(self)
        if self._file is not None:
            self._file.close()
        super().close()
