"""A script that shows something new all the time: it is hardly held up, and its user sees it move."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from budgets import AtLeast, Count, Ratio
from preset_app import PresetApp
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject

from desklit.desktop.window import Window
from desklit.state.config import Config
from desklit.state.context import enter_run
from desklit.state.run import Run
from desklit.state.session_state import SessionState

UPDATES, MANY = 10_000, 100_000

LOOP = """
import time
import streamlit as st

place = st.empty()
started = time.perf_counter()
for number in range(st.session_state.updates[0]):
    place.write(f"Update {number}")
st.session_state.seconds.append(time.perf_counter() - started)
"""


class Stream:
    """The loop in a window: how long each of its runs took, and what was seen of it.

    Args:
        window: The window.
        updates: Where the script finds how many times it loops.
        seconds: Where it notes how long that took.
    """

    def __init__(self, window: Window, updates: list[int], seconds: list[float]) -> None:
        self._window = window
        self._updates = updates
        self._seconds = seconds
        self.frames = 0
        self.lost = 0

    def run(self, updates: int = UPDATES) -> float:
        """Seconds of one more run."""
        window = self._window
        self._updates[:] = [updates]
        painted = Painted(window.area.region.items[0])
        settled = QEventLoop()
        window.settled.connect(settled.quit)
        window.session.runner.rerun()
        settled.exec()
        window.settled.disconnect(settled.quit)
        QCoreApplication.processEvents()
        painted.end()
        self.frames = len(painted.texts)
        self.lost += painted.texts[-1:] != [f"Update {updates - 1}"]
        return self._seconds[-1]

    def rate(self) -> float:
        """Frames a second."""
        seconds = self.run(MANY)
        return self.frames / seconds


class Painted(QObject):
    """Notes each new text that a view paints."""

    def __init__(self, view: Any) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._view = view
        view.installEventFilter(self)

    def end(self) -> None:
        self._view.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            text = self._view.element.body
            if self.texts[-1:] != [text]:
                self.texts.append(text)
        return False


@pytest.fixture
def alone(tmp_path: Path) -> Callable[[], float]:
    """The loop in a session that nobody looks at."""
    config = Config.load(home=tmp_path, cwd=tmp_path, env={})
    code = compile(LOOP, "loop.py", "exec")

    def run() -> float:
        state, seconds = SessionState(), [0.0]
        state.preset("updates", [UPDATES])
        state.preset("seconds", seconds)
        state.begin_run()
        enter_run(Run(1, state, config))
        try:
            exec(code, {})
        finally:
            enter_run(None)
        return seconds[-1]

    return run


@pytest.fixture
def stream(qtbot, tmp_path: Path) -> Stream:
    script = tmp_path / "loop.py"
    script.write_text(LOOP, encoding="utf-8")
    updates, seconds = [UPDATES], [0.0]
    window = PresetApp(updates=updates, seconds=seconds).open(script)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.settled, timeout=60_000):
        window.show()
    qtbot.waitExposed(window)
    return Stream(window, updates, seconds)


def test_many_updates_of_one_place(in_turns, alone: Callable[[], float], stream: Stream) -> None:
    what = "updates of one st.empty()"
    in_turns(
        f"{UPDATES:,} {what}, beside the same without a window",
        alone,
        stream.run,
        budget=Ratio(1.2),
        rounds=15,
        short=5,
    )
    in_turns(
        f"{MANY:,} {what}: frames shown",
        None,
        stream.rate,
        budget=AtLeast(30),
        rounds=5,
        short=1,
        warm=False,
        unit="a second",
    )
    lost = f"{what}: runs whose last was not shown"
    in_turns(lost, None, lambda: stream.lost, budget=Count(0), unit="", warm=False)
