"""How fast a window answers while its script computes: a key in a field, from its due time to painted."""

from __future__ import annotations

import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from budgets import Within
from preset_app import PresetApp
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

SCRIPT = """
import streamlit as st

st.text_input("Name", key="name")
while st.session_state.turn.wait():
    for number in range(100_000):
        number += 1
"""
PAUSE = 7  # ms between a painted key and the next one
PYTHONS_OWN = 0.005  # seconds, sys.getswitchinterval() as Python sets it


class Typist(QObject):
    """Types into a field, a key at a time, each when a timer of Qt's says so.

    Args:
        field: Where to.
    """

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._loop = QEventLoop(self)
        self._due = 0.0
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: QTest.keyClick(field, "a"))
        field.installEventFilter(self)

    def delays(self, keys: int) -> list[float]:
        """Seconds from when each key was due to when it had been painted."""
        return [self._delay() for _ in range(keys)]

    def _delay(self) -> float:
        self._field.clear()
        self._text = ""
        self._due = time.perf_counter() + PAUSE / 1_000
        self._timer.start()
        self._loop.exec()
        return time.perf_counter() - self._due

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._field.text() != self._text:
            self._text = self._field.text()
            # What is painted now has been when the loop is reached again.
            QTimer.singleShot(0, self._loop.quit)
        return False


class Delays:
    """Takes delays on one side while a thread computes there, and only there.

    Args:
        window: Whose only field is typed into.
        turn: Lets the thread compute.
        interval: How long Python lets a thread run when another wants to.
    """

    def __init__(self, window: QWidget, turn: threading.Event, interval: float) -> None:
        field = next(field for field in window.findChildren(QLineEdit) if field.isVisible())
        self._typist = Typist(field)
        self._turn = turn
        self._interval = interval

    def take(self, keys: int) -> list[float]:
        before = sys.getswitchinterval()
        sys.setswitchinterval(self._interval)
        self._turn.set()
        try:
            return self._typist.delays(keys)
        finally:
            self._turn.clear()
            sys.setswitchinterval(before)


@pytest.fixture
def by_hand(qtbot) -> Iterator[Delays]:
    """A field beside a thread that computes, which take turns as Python lets them by itself."""
    window = QWidget()
    QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    turn, ended = threading.Event(), threading.Event()

    def compute() -> None:
        while turn.wait() and not ended.is_set():
            for number in range(100_000):
                number += 1

    thread = threading.Thread(target=compute)
    thread.start()
    yield Delays(window, turn, PYTHONS_OWN)
    ended.set()
    turn.set()
    thread.join()


@pytest.fixture
def ours(qtbot, tmp_path: Path) -> Iterator[Delays]:
    """A field of a script that computes, as desklit lets them take turns."""
    script = tmp_path / "computing.py"
    script.write_text(SCRIPT, encoding="utf-8")
    turn = threading.Event()
    window = PresetApp(turn=turn).open(script)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(
        lambda: any(field.isVisible() for field in window.findChildren(QLineEdit)), timeout=20_000
    )
    worker = window.session.runner.worker
    yield Delays(window, turn, sys.getswitchinterval())
    # The window is closed by now, but a thread that waits cannot be interrupted.
    turn.set()
    worker.join()


@pytest.mark.parametrize(
    ("name", "most", "of"),
    [
        ("median", 0.008, statistics.median),
        ("95th percentile", 0.016, lambda delays: statistics.quantiles(delays, n=20)[-1]),
    ],
    ids=["median", "95th percentile"],
)
def test_a_key_press_while_the_script_computes(
    in_turns,
    by_hand: Delays,
    ours: Delays,
    name: str,
    most: float,
    of: Callable[[list[float]], float],
    full: bool,
) -> None:
    keys = 100 if full else 25
    in_turns(
        f"key press to painted while the script computes, {name}",
        lambda: of(by_hand.take(keys)),
        lambda: of(ours.take(keys)),
        budget=Within(most),
        rounds=5,
        short=1,
        warm=False,
    )
