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


class Watch:
    """Tells when each of so many widgets has been painted.

    It looks at nothing but these widgets: a filter for the whole application meets widgets that Python has
    not made, and the first of them costs a program more than ten elements.
    """

    def __init__(self, wanted: int) -> None:
        self._wanted = wanted
        self._seen: set[int] = set()
        self._filter: Any = None

    def widgets_of(self, widgets: Any) -> None:
        """Watch what a program has made by hand by the time that it waits for its user."""
        run = widgets.QApplication.exec

        def run_watched(*_: object) -> int:
            (window,) = widgets.QApplication.topLevelWidgets()
            names = ("QLabel", "QPushButton", "QLineEdit", "QSpinBox", "QSlider")
            self.all_of([each for name in names for each in window.findChildren(getattr(widgets, name))])
            return int(run())

        widgets.QApplication.exec = run_watched

    def views_of(self, canvas: Any) -> None:
        """Watch the views of desklit's elements as they come."""
        apply = canvas.Canvas.apply

        def apply_and_watch(shown: Any, *given: Any) -> None:
            apply(shown, *given)
            self.all_of([view for view in shown.all_views() if not hasattr(view, "splice")])

        canvas.Canvas.apply = apply_and_watch

    def all_of(self, shown: list[Any]) -> None:
        self._filter = self._filter or self._new_filter()
        for widget in shown:
            widget.installEventFilter(self._filter)

    def _new_filter(self) -> Any:
        from PySide6.QtCore import QEvent, QObject, QTimer

        paint, seen, wanted = QEvent.Type.Paint, self._seen, self._wanted

        class Painted(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() is paint and id(watched) not in seen:
                    seen.add(id(watched))
                    # What was painted reaches the screen when all have been: that comes first.
                    if len(seen) == wanted:
                        QTimer.singleShot(0, report)
                return False

        return Painted()


def report() -> None:
    told()
    sys.stdout.flush()
    os._exit(0)


def main() -> None:
    wanted, program, *arguments = sys.argv[1:]
    watch = Watch(int(wanted))
    sys.argv[:] = [program, *arguments]
    if program == "desklit":
        sys.meta_path.insert(0, OnceImported("desklit.desktop.canvas", watch.views_of))
        from desklit.desktop.cli import main as entry

        sys.exit(entry())
    sys.meta_path.insert(0, OnceImported("PySide6.QtWidgets", watch.widgets_of))
    with open(program, encoding="utf-8") as file:
        code = compile(file.read(), program, "exec")
    exec(code, {"__name__": "__main__", "__file__": program})


if __name__ == "__main__":
    main()
