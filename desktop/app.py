"""The application: opens windows, one session each, and keeps what they share."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from ..state.alias import install
from ..state.config import Config
from ..state.importing import importer
from ..state.pages import Visit
from ..state.patience import PatientSleep
from ..state.script import ScriptCache
from ..widgets.controls.focus import FocusHalo
from .app_memory import WAITS, AppMemory, WindowMemory
from .gui_imports import GuiImports
from .preferences import Preferences
from .program import ScriptProgram
from .reloading import Reloader
from .session import Session
from .window import Window

if TYPE_CHECKING:
    from ..state.document.file import Document

SWITCH_INTERVAL = 0.0005
"""Seconds. With Python's own 5 ms a computing script makes every click wait 8 ms and more."""


class App(QObject):
    """All windows of one process.

    Args:
        preferences: What the user chose for all apps; by default what is kept on this machine.
        memory: Gives what is kept of an app between launches; without, nothing is.

    Signals:
        last_window_closed: Nothing is open any more.
    """

    last_window_closed = Signal()

    def __init__(
        self,
        preferences: Preferences | None = None,
        parent: QObject | None = None,
        *,
        memory: Callable[[Path], AppMemory] | None = None,
    ) -> None:
        super().__init__(parent)
        self._memory = memory
        self._memories: dict[Path, tuple[AppMemory, Preferences]] = {}
        self.preferences = preferences or Preferences(parent=self)
        self.scripts = ScriptCache()
        self.windows: list[Window] = []
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._alias = install()
        self._sleep = PatientSleep()
        importer.go_through(GuiImports(self))

    def open(
        self,
        script: Path,
        args: Sequence[str] = (),
        flags: Mapping[str, Sequence[str]] | None = None,
        visit: Visit | None = None,
        document: Document | None = None,
    ) -> Window:
        """Open a script in a window of its own, with a session of its own, and start it.

        Args:
            script: The script.
            args: What it finds behind its name in ``sys.argv``.
            flags: Config options.
            visit: The page and query parameters to begin with; None for the first page.
            document: A session that was saved, to begin with.
        """
        config = Config.load(script, {name: _single(texts) for name, texts in (flags or {}).items()})
        self.scripts.enter_folder(script)
        program = ScriptProgram(script, args, self.scripts)
        session = Session(program, config)
        memory, preferences = self._of_app(script)
        window = Window(session, script.stem.replace("_", " "), preferences)
        remembered = self._remember(window, script, memory)
        Reloader(window, program)
        self.windows.append(window)
        window.new_window_wanted.connect(lambda: self.open(script, args, flags, visit).show())
        window.closed.connect(lambda: self._on_closed(window, script))
        # The garbage collector goes through all that a page is made of (60,000 objects at 1,000 elements) and
        # for 60 ms nobody else gets the interpreter. What is there by now is there to stay.
        window.settled.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
        begins = visit
        if visit is None and document is None and memory is not None and memory.page:
            begins = Visit(memory.page, tentative=True)
        if begins is not None:
            session.runner.visit(begins)
        if document is not None:
            window.documents.begin_with(document)
        if config.get("desklit.restore") or preferences.restore or preferences.ask_to_save:
            window.documents.follow_wishes()
        self.begin(window)
        patience = remembered.patience() if remembered is not None else WAITS
        QTimer.singleShot(patience, window, partial(_show_waiting, window, remembered))
        return window

    def _of_app(self, script: Path) -> tuple[AppMemory | None, Preferences]:
        """What all windows of an app have in common."""
        if self._memory is None:
            return None, self.preferences
        if script not in self._memories:
            memory = self._memory(script)
            self._memories[script] = memory, self.preferences.of_app(memory)
        return self._memories[script]

    def _remember(self, window: Window, script: Path, memory: AppMemory | None) -> WindowMemory | None:
        if memory is None:
            return None
        same = [each for each in self.windows if getattr(each.session.program, "path", None) == script]
        return WindowMemory(window, memory, same[-1] if same else None)

    def begin(self, window: Window) -> None:
        """Start a window's session; a test makes its preparations here."""
        window.session.start()

    def close(self) -> None:
        """Close all windows and give the name ``streamlit`` back."""
        for window in list(self.windows):
            window.close()
        self._sleep.close()
        importer.go_through(None)
        self._alias.uninstall()

    def _on_closed(self, window: Window, script: Path) -> None:
        self.scripts.leave_folder(script)
        self.windows.remove(window)
        window.deleteLater()
        gc.unfreeze()
        if not self.windows:
            self.last_window_closed.emit()


def _single(texts: Sequence[str]) -> str | Sequence[str]:
    """An option that was given once is a text; one that was given again is a list."""
    return texts if isinstance(texts, str) or len(texts) > 1 else texts[0]


def _show_waiting(window: Window, memory: WindowMemory | None) -> None:
    if window.report is not None:
        return
    from .waiting_page import show_waiting

    page = show_waiting(window)
    if page is not None and memory is not None:
        page.left.connect(memory.on_first_element)


def application() -> QApplication:
    """The one QApplication, made if there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # As an argument: `setStyle` gives the style back, and its class alone costs as much as ten elements.
    app = QApplication(["desklit", "-style", "fusion"])
    app.setApplicationName("desklit")
    app.setQuitOnLastWindowClosed(False)
    FocusHalo(app)
    return app
