"""The application: opens windows, one session each, and keeps what they share."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ..state.config import Config
from ..state.script import ScriptCache
from .program import ScriptProgram
from .session import Session
from .window import Window

SWITCH_INTERVAL = 0.0005
"""Seconds. With Python's own 5 ms a computing script makes every click wait 8 ms and more."""


class App(QObject):
    """All windows of one process.

    Signals:
        last_window_closed: Nothing is open any more.
    """

    last_window_closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scripts = ScriptCache()
        self.windows: list[Window] = []
        sys.setswitchinterval(SWITCH_INTERVAL)

    def open(
        self, script: Path, args: Sequence[str] = (), flags: Mapping[str, object] | None = None
    ) -> Window:
        """Open a script in a window of its own, with a session of its own, and start it."""
        config = Config.load(script, flags)
        self.scripts.enter_folder(script)
        session = Session(ScriptProgram(script, args, self.scripts), config)
        window = Window(session, script.stem.replace("_", " "))
        self.windows.append(window)
        window.closed.connect(lambda: self._on_closed(window, script))
        session.start()
        return window

    def _on_closed(self, window: Window, script: Path) -> None:
        self.scripts.leave_folder(script)
        self.windows.remove(window)
        window.deleteLater()
        if not self.windows:
            self.last_window_closed.emit()


def application() -> QApplication:
    """The one QApplication, made if there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(["desklit"])
    app.setApplicationName("desklit")
    app.setStyle("Fusion")
    return app
