"""What goes wrong beside the test: exceptions in slots, warnings of Qt, windows and threads left over."""

from __future__ import annotations

import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from .errors import AppTestError
from .hand import named
from .settle import deal_with_events, wait_for_events

# What says only that no screen, or no desktop, is there.
QUIET = (
    r"^This plugin does not support ",
    r"^QStandardPaths: XDG_RUNTIME_DIR not set",
)
_SERIOUS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_GRACE = 2.0  # seconds that threads and windows get to go
_FRAMES = 3
Handler = Callable[[QtMsgType, QMessageLogContext, str], None]


class AppFaultError(AppTestError):
    """Something went wrong beside the test."""


class Faults:
    """Watches a test while an app is open.

    Args:
        ignore: Regular expressions; a warning of Qt that one of them finds is none.
    """

    def __init__(self, ignore: Iterable[str] = ()) -> None:
        self._ignore = [re.compile(pattern) for pattern in (*QUIET, *ignore)]
        self._found: list[str] = []
        self._hook: Any = None
        self._handler: Handler | None = None

    def watch(self) -> None:
        """Begin."""
        self._hook, sys.excepthook = sys.excepthook, self._on_exception
        self._handler = qInstallMessageHandler(self._on_message)

    def unwatch(self) -> None:
        """End, and give hook and handler back."""
        sys.excepthook = self._hook
        qInstallMessageHandler(self._handler)

    def raise_found(self) -> None:
        """Raise what was found since the last time.

        Raises:
            AppFaultError: Something was.
        """
        __tracebackhide__ = True
        found, self._found = self._found, []
        if found:
            raise AppFaultError("\n\n".join(found))

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        lines = "".join(traceback.format_exception(kind, error, trace)).rstrip()
        self._found.append(f"An exception in a slot or an event handler:\n{lines}")

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if self._handler is not None:
            self._handler(kind, context, text)
        if kind in _SERIOUS and not any(pattern.search(text) for pattern in self._ignore):
            frames = "".join(traceback.format_stack(sys._getframe(1), _FRAMES)).rstrip()
            self._found.append(f"Qt warns: {text}\nIt does so here, or in what this calls:\n{frames}")


class Leftovers:
    """What threads and windows there were before a test opened an app.

    Args:
        ignore: Regular expressions; a thread whose name one of them finds may stay.
    """

    def __init__(self, ignore: Sequence[str] = ()) -> None:
        self._ignore = [re.compile(pattern) for pattern in ignore]
        self._threads = set(threading.enumerate())
        self._windows = set(QApplication.topLevelWidgets())

    def wait(self) -> list[str]:
        """Give what is new some time to go; then say what is still there."""
        until = time.monotonic() + _GRACE
        while True:
            deal_with_events()
            windows, threads = self._new_windows(), self._new_threads()
            if not windows and not threads:
                return []
            if time.monotonic() > until:
                return [*map(_say_window, windows), *map(_say_thread, threads)]
            wait_for_events()

    def _new_windows(self) -> list[QWidget]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if top not in self._windows and top.isVisible()]

    def _new_threads(self) -> list[threading.Thread]:
        return [
            thread
            for thread in threading.enumerate()
            if thread not in self._threads and not any(each.search(thread.name) for each in self._ignore)
        ]


def _say_window(window: QWidget) -> str:
    return f"A window is left over: {named(window)}."


def _say_thread(thread: threading.Thread) -> str:
    frame = sys._current_frames().get(thread.ident or 0)
    where = "".join(traceback.format_stack(frame)).rstrip() if frame is not None else "  somewhere"
    return f"The thread {thread.name!r} is left over. It is here:\n{where}"
