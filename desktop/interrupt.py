"""Ctrl+C on the terminal, and a polite kill, close the windows.

Qt's loop runs no Python while nothing happens, and a signal handler of Python waits for just that.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Interrupt(QObject):
    """Closes all windows when the process is asked to end; a second time ends it at once.

    Args:
        windows: Gives the windows to close.
        on_told: Called before they are.

    Attributes:
        number: The signal that came; 0 while there was none.
    """

    def __init__(self, windows: Callable[[], Sequence[QWidget]], on_told: Callable[[], object]) -> None:
        super().__init__()
        self._windows = windows
        self._on_told = on_told
        self.number = 0
        self._near, far = self._ends()
        # Python writes a byte here the moment a signal comes, which wakes Qt's loop.
        signal.set_wakeup_fd(far, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._near, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        # A terminal that is closed asks its programs to end, too; `nohup` has taken that away.
        if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
            signal.signal(signal.SIGHUP, self._on_signal)

    def _ends(self) -> tuple[int, int]:
        """The end to read from and the one to write to, neither of which ever waits."""
        if sys.platform == "win32":  # a pipe cannot be watched there
            import socket

            self._sockets = socket.socketpair()
            for end in self._sockets:
                end.setblocking(False)
            return self._sockets[0].fileno(), self._sockets[1].fileno()
        near, far = os.pipe()
        for number in (near, far):
            os.set_blocking(number, False)
        return near, far

    def _read(self) -> None:
        if sys.platform == "win32":
            self._sockets[0].recv(64)
        else:
            os.read(self._near, 64)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.number = number
        signal.signal(number, signal.SIG_DFL)

    def _on_woken(self) -> None:
        try:
            self._read()
        except BlockingIOError:
            return
        if self.number:
            self._on_told()
            for window in list(self._windows()):
                if "documents" in vars(window):
                    vars(window)["documents"].on_interrupt()
                window.close()
