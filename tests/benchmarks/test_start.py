from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from budgets import Ratio

HERE = Path(__file__).parent
COUNTER = HERE.parent.parent / "samples" / "counter.py"

HEAVY = [
    *("numpy", "pandas", "pyarrow", "PIL", "superqt", "pygments", "ziamath"),
    *("markdown_it", "emoji", "linkify_it", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport"),
]

REPORT = """
import atexit, sys
atexit.register(lambda: print("\\n".join(sorted(sys.modules))))
from desklit.desktop import app
from PySide6.QtCore import QTimer
opened = app.App.open

def open_and_leave(self, *args, **kwargs):
    window = opened(self, *args, **kwargs)
    window.settled.connect(lambda: QTimer.singleShot(0, window.close))
    return window

app.App.open = open_and_leave
from desklit.desktop.cli import main
sys.argv[:] = ["desklit", sys.argv[1]]
sys.exit(main())
"""


def first_frame(*arguments: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.monotonic()
    ended = subprocess.run(
        [sys.executable, HERE / "first_frame.py", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return float(ended.stdout.split()[-1]) - started


def test_start_of_a_counter(in_turns) -> None:
    in_turns(
        "process start to first frame painted, counter",
        lambda: first_frame("handwritten"),
        lambda: first_frame("desklit", str(COUNTER)),
        budget=Ratio(1.5),
        rounds=9,
        short=2,
    )


def test_a_counter_imports_nothing_heavy() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", REPORT, COUNTER],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=False,
    )
    imported = set(ended.stdout.split())
    assert "desklit.widgets.button" in imported, ended.stderr
    assert [name for name in HEAVY if name in imported] == []
