"""The desktop's own session: when it ends with this app open, the next one begins with it.

Qt hears of it only if it was built with session management: PyPI's for Linux is not, as of 6.11.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QSessionManager

from .app_memory import note_window
from .launchers.launcher import program_of

if TYPE_CHECKING:
    from .app import App


def words_to_open(script: Path, args: Sequence[str], flags: Mapping[str, Sequence[str]]) -> list[str]:
    """The command line behind ``desklit`` that opens an app as it was opened."""
    options = [word for name, texts in flags.items() for text in texts for word in (f"--{name}", text)]
    return ["open", str(script.absolute()), *options, *(["--", *args] if args else [])]


class LoginSession(QObject):
    """Tells the desktop how this process is started again, and keeps what can be kept before it ends.

    Args:
        app: Whose windows are open.
        words: The command line behind ``desklit``, with absolute paths.
    """

    def __init__(self, app: App, words: Sequence[str]) -> None:
        super().__init__(app)
        self._app = app
        self._words = list(words)
        qt = QGuiApplication.instance()
        assert isinstance(qt, QGuiApplication)
        qt.saveStateRequest.connect(self.on_save_state)
        qt.commitDataRequest.connect(self.on_commit)

    def on_save_state(self, manager: QSessionManager) -> None:
        """The desktop asks how this process would be started again."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartIfRunning)
        manager.setRestartCommand([*program_of(), *self._words])

    def on_commit(self, manager: QSessionManager) -> None:
        """The desktop's session ends, with all that runs in it; nobody has time for questions."""
        for window in self._app.windows:
            if window.memory is not None:
                note_window(window, window.memory)
            if "documents" in vars(window):
                window.documents.on_interrupt()
