"""Runs a program as its user starts it, prints when all that it shows had been painted, and ends the process.

Usage: python first_frame.py PAINTED (PROGRAM.py | desklit SCRIPT.py)

PAINTED is how many widgets must have been painted: the fields, buttons and labels of a program written by
hand, the views of elements in desklit. Nothing is imported before the program imports it. The time is that
of `time.monotonic`, which all processes of a machine share.
"""

from __future__ import annotations

import os
import sys
import time
from importlib.machinery import ModuleSpec
from typing import Any

SHOWN = {"View", "QLabel", "QPushButton", "QLineEdit", "QAbstractSpinBox", "QSlider"}
HOLDERS = {"BlockView"}


class OnceImported:
    """Does something to a module as soon as the program has imported it."""

    def __init__(self, name: str, then: Any) -> None:
        self._name = name
        self._then = then

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != self._name:
            return None
        sys.meta_path.remove(self)  # type: ignore[arg-type]
        from importlib.util import find_spec

        spec = find_spec(name)
        assert spec is not None
        loader: Any = spec.loader
        run = loader.exec_module

        def run_and_tell(module: Any) -> None:
            run(module)
            self._then(module)

        loader.exec_module = run_and_tell
        return spec


def told() -> None:
    """What is printed when all has been painted."""
    print(time.monotonic())


def watch(widgets: Any, wanted: int) -> None:
    """Look at what is painted from the moment that the program waits for its user."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    def report() -> None:
        told()
        sys.stdout.flush()
        os._exit(0)

    class Painted(QObject):
        def __init__(self, parent: QObject) -> None:
            super().__init__(parent)
            self.seen: set[QObject] = set()

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is paint:
                names = {kind.__name__ for kind in type(watched).__mro__}
                if names & SHOWN and not names & HOLDERS:
                    self.seen.add(watched)
                    # What was painted reaches the screen when all have been: that comes first.
                    if len(self.seen) == wanted:
                        QTimer.singleShot(0, report)
            return False

    paint = QEvent.Type.Paint
    run = widgets.QApplication.exec

    def run_watched(*_: object) -> int:
        app = widgets.QApplication.instance()
        app.installEventFilter(Painted(app))
        return int(run())

    widgets.QApplication.exec = run_watched


def main() -> None:
    wanted, program, *arguments = sys.argv[1:]
    sys.meta_path.insert(0, OnceImported("PySide6.QtWidgets", lambda module: watch(module, int(wanted))))  # type: ignore[arg-type]
    sys.argv[:] = [program, *arguments]
    if program == "desklit":
        from desklit.desktop.cli import main as entry

        sys.exit(entry())
    with open(program, encoding="utf-8") as file:
        code = compile(file.read(), program, "exec")
    exec(code, {"__name__": "__main__", "__file__": program})


if __name__ == "__main__":
    main()
