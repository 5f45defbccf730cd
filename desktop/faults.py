"""Mistakes of desklit itself: logged with their traceback, and told in the window."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from .notices import escaped

if TYPE_CHECKING:
    from .app import App
    from .crash.dialog import CrashDialog

_log = logging.getLogger("desklit.desktop")
SCRIPT_LOG = "desklit.script"
"""What scripts raise is logged here; it is no mistake of desklit."""


class _Handler(logging.Handler):
    """Hands on what is logged as an error, from whichever thread."""

    def __init__(self, tell: Callable[[str, str], None]) -> None:
        super().__init__(logging.ERROR)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith(SCRIPT_LOG):
            return
        details = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        error = record.exc_info[1] if record.exc_info else None
        what = f"{type(error).__name__}: {error}" if error is not None else record.getMessage()
        self._tell(what, details)


class Faults(QObject):
    """Tells the windows of an app what went wrong in desklit itself.

    Args:
        app: Whose windows.

    Signals:
        happened: (what, traceback) something went wrong; from any thread.
    """

    happened = Signal(str, str)

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self._handler = _Handler(self.happened.emit)
        self._hook = sys.excepthook
        self._telling = False
        self._dialog: CrashDialog | None = None
        self.happened.connect(self._on_happened)
        logging.getLogger("desklit").addHandler(self._handler)

    def watch_slots(self) -> None:
        """Take what is raised in slots and event handlers, which Qt would print and forget."""
        sys.excepthook = self._on_exception

    def close(self) -> None:
        """Watch no longer."""
        logging.getLogger("desklit").removeHandler(self._handler)
        if sys.excepthook == self._on_exception:
            sys.excepthook = self._hook

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            _log.error("A mistake in desklit", exc_info=(kind, error, trace))
        else:
            self._hook(kind, error, trace)

    def _on_happened(self, what: str, details: str) -> None:
        if self._telling:  # telling is what goes wrong
            return
        self._telling = True
        try:
            self._tell(what, details)
        except Exception:  # let out of a slot it would come back here as the next fault, without end
            _log.exception("A mistake could not be told in the window")
            self._tell_plainly(what, details)
        finally:
            self._telling = False

    def _tell_plainly(self, what: str, details: str) -> None:
        """Show a dialog of Qt's own parts: what broke may be what notices are made of."""
        from .crash.dialog import CrashDialog
        from .crash.report import Report

        if self._dialog is None:  # the first says most; those after it are in the log
            self._dialog = CrashDialog(Report("Something went wrong in desklit itself", what, details))
            self._dialog.show()

    def _tell(self, what: str, details: str) -> None:
        from .crash.dialog import open_folder
        from .user_folders import log_folder

        copy = partial(QGuiApplication.clipboard().setText, details or what)
        show = partial(open_folder, log_folder())
        text = f":material/bug_report: Something went wrong in desklit itself: {escaped(what)}"
        windows = self._app.windows
        for window in [each for each in windows if each.isActiveWindow()] or windows:
            window.notices.say(text, [("Copy details", copy), ("Open log folder", show)], tone="red")
            if not window.session.runner.is_busy():
                window.header.on_run_finished()
