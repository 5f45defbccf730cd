"""Starts an app in a process of its own, and tells if that did not go well."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from ..call import DOCUMENT
from ..crash.telling import TELLS, TOLD
from ..launchers.launcher import program_of

POLL = 250  # ms
WATCHED = 20.0  # seconds: what fails later tells so in its own window


class Opening(QObject):
    """One start of an app.

    Args:
        script: What to open.
        more: Further words behind it.

    Signals:
        failed: (script, reason) it ended in an error soon after.
        ended: It is not watched any more.
    """

    failed = Signal(Path, str)
    ended = Signal()

    def __init__(self, script: Path, parent: QObject | None = None, more: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self._script = script
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as this
        self._until = time.monotonic() + WATCHED
        self._process = subprocess.Popen(
            [*program_of(), "open", str(script), *more],
            cwd=script.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._errors,
            env={**os.environ, TELLS: "1"},
            start_new_session=sys.platform != "win32",
        )
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(POLL)

    def _look(self) -> None:
        status = self._process.poll()
        if status is None and time.monotonic() < self._until:
            return
        self._timer.stop()
        if status and status != TOLD:
            self._errors.seek(0)
            lines = self._errors.read().decode(errors="replace").strip().splitlines()
            reason = lines[-1].removeprefix("desklit: ") if lines else f"it ended with status {status}"
            self.failed.emit(self._script, reason)
        self._errors.close()
        self.ended.emit()


def files_in(urls: list[QUrl]) -> list[Path]:
    """Those of the addresses that can be opened."""
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (".py", ".pyw", DOCUMENT)]
