"""Opens a counter, prints when its first frame had been painted, and ends the process.

Usage: python first_frame.py (handwritten | desklit) [script]

The time is that of `time.monotonic`, which all processes of a machine share.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget


class FirstFrame(QObject):
    """Waits for the paint event of the first widget that a condition holds for."""

    def __init__(self, counts: type[QWidget]) -> None:
        super().__init__()
        self._counts = counts
        self._seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._seen and event.type() is QEvent.Type.Paint and isinstance(watched, self._counts):
            self._seen = True
            QTimer.singleShot(0, self._report)
        return False

    def _report(self) -> None:
        print(time.monotonic(), flush=True)
        os._exit(0)


def watch(app: QCoreApplication, counts: type[QWidget]) -> None:
    frame = FirstFrame(counts)
    frame.setParent(app)
    app.installEventFilter(frame)


def handwritten() -> None:
    from handwritten_counter import Counter
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv)
    watch(app, QLabel)
    window = Counter()
    window.show()
    app.exec()


def desklit(script: str) -> None:
    from desklit.desktop import app as desktop_app
    from desklit.desktop.cli import main
    from desklit.widgets.push_button import PushButton

    app = desktop_app.application()
    watch(app, PushButton)
    sys.argv[:] = ["desklit", script]
    main()


if __name__ == "__main__":
    if sys.argv[1] == "handwritten":
        handwritten()
    else:
        desklit(sys.argv[2])
