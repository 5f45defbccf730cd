"""What a user waits for: from a click, a key or a drag to what depends on it, painted, after a whole rerun."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from budgets import Ratio, Within
from handwritten_page import HandwrittenPage
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QWidget

from desklit.desktop.app import App
from desklit.desktop.window import Window

SCRIPT = """
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0

def add(step):
    st.session_state.count += step

OPTIONS = ["Apple", "Pear", "Plum"]
FIELDS = (
    lambda label, key: st.number_input(label, 0, 10, key=key),
    lambda label, key: st.text_input(label, key=key),
    lambda label, key: st.checkbox(label, key=key),
    lambda label, key: st.slider(label, 0, 10, key=key),
    lambda label, key: st.selectbox(label, OPTIONS, key=key),
    lambda label, key: st.date_input(label, "2026-03-14", key=key),
)

st.title("Counter")
said = st.empty()
st.button("One more", on_click=add, args=(1,), key="more")
st.button("Start over", on_click=add, args=(-st.session_state.count,), key="over")
typed = st.text_input("Echoed", live="0ms", key="echoed")
slid = st.slider("Followed", 0, 1_000, key="followed")
said.write(f"Counted to {st.session_state.count}, typed {typed!r}, slid to {slid}")
for number in range(ELEMENTS - 6):
    if number % 2:
        FIELDS[number // 2 % len(FIELDS)](f"Field {number}", f"field {number}")
    else:
        st.write(f"Line {number}")
"""
SIZE = (1080, 800)
PATIENCE = 10_000  # ms


class Painted(QObject):
    """Waits until a widget that says something else than before has been painted."""

    def __init__(self, widget: QWidget, says: Callable[[], str]) -> None:
        super().__init__(widget)
        self._says = says
        self._painted = ""
        self._widget = widget
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)

    def after(self, act: Callable[[], None]) -> float:
        """Seconds from what a user does to the painted text that changes by it."""
        before = self._says()
        self._painted = before
        self._widget.installEventFilter(self)
        self._patience.start()
        started = time.perf_counter()
        act()
        while self._painted == before:
            assert self._patience.isActive(), f"{before!r} has not changed"
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        took = time.perf_counter() - started
        self._widget.removeEventFilter(self)
        return took

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._painted = self._says()
        return False


class Ours:
    """The page in a window of desklit."""

    def __init__(self, window: Window) -> None:
        views = {getattr(view.element, "key", None): view for view in window.canvas.all_views()}
        self.more = views["more"].button
        self.field = views["echoed"].editor()
        self.track = views["followed"].control
        self.text: Any = window.area.region.items[1]
        self.painted = Painted(self.text, lambda: self.text.element.body)


@pytest.fixture
def pages(qtbot, tmp_path: Path) -> Callable[[int], tuple[HandwrittenPage, Ours]]:
    """Both pages, shown."""

    def open_both(elements: int) -> tuple[HandwrittenPage, Ours]:
        by_hand = HandwrittenPage(elements, SIZE)
        qtbot.addWidget(by_hand)
        by_hand.show()
        script = tmp_path / "counter.py"
        script.write_text(SCRIPT.replace("ELEMENTS", str(elements)), encoding="utf-8")
        window = App().open(script)
        qtbot.addWidget(window)
        window.resize(*SIZE)
        with qtbot.waitSignal(window.settled, timeout=60_000):
            window.show()
        qtbot.waitExposed(window)
        assert len(window.canvas.all_views()) == elements
        return by_hand, Ours(window)

    return open_both


def click(button: QWidget) -> Callable[[], None]:
    return lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("elements", "times"), [(10, 2.0), (100, 2.5), (1_000, 4.0)])
def test_click_to_painted(in_turns, pages, elements: int, times: float) -> None:
    by_hand, ours = pages(elements)
    theirs = Painted(by_hand.text, by_hand.text.text)
    in_turns(
        f"click to painted, {elements:,} elements",
        lambda: theirs.after(click(by_hand.more)),
        lambda: ours.painted.after(click(ours.more)),
        budget=Ratio(times),
        rounds=60,
    )


def percentile_95(painted: Painted, acts: Iterable[Callable[[], None]]) -> float:
    """What a user waits for at most after 19 of 20 of these steps."""
    return statistics.quantiles([painted.after(act) for act in acts], n=20)[-1]


def test_every_key_press_in_a_live_field_to_painted(in_turns, pages) -> None:
    by_hand, ours = pages(100)
    text = "the quick brown fox jumps over the lazy dog"
    theirs = Painted(by_hand.text, by_hand.text.text)

    def typed(field: Any, painted: Painted) -> float:
        field.setFocus()
        field.selectAll()
        return percentile_95(painted, (lambda key=key: QTest.keyClick(field, key) for key in text))

    def ours_typed() -> float:
        took = typed(ours.field, ours.painted)
        assert f"typed {text!r}" in ours.text.element.body
        return took

    in_turns(
        "key press in a live field to its text painted, 100 elements, p95",
        lambda: typed(by_hand.field, theirs),
        ours_typed,
        budget=Within(0.016),
        rounds=9,
    )


def test_every_step_of_a_slider_to_painted(in_turns, pages) -> None:
    by_hand, ours = pages(100)
    keys = [Qt.Key.Key_Right] * 20 + [Qt.Key.Key_Left] * 20
    theirs = Painted(by_hand.text, by_hand.text.text)

    def stepped(track: QSlider, painted: Painted) -> float:
        track.setFocus()
        return percentile_95(painted, (lambda key=key: QTest.keyClick(track, key) for key in keys))

    def ours_stepped() -> float:
        took = stepped(ours.track, ours.painted)
        assert "slid to 0" in ours.text.element.body
        return took

    in_turns(
        "step of a slider to its text painted, 100 elements, p95",
        lambda: stepped(by_hand.track, theirs),
        ours_stepped,
        budget=Within(0.016),
        rounds=9,
    )


def test_every_move_of_a_drag_to_painted(in_turns, pages) -> None:
    by_hand, ours = pages(100)

    def dragged(track: QSlider, painted: Painted) -> float:
        middle, left = track.height() // 2, 6  # where the handle is at the lowest value
        spots = [QPoint(left + 10 * step, middle) for step in range(1, 41)]
        QTest.mousePress(track, Qt.MouseButton.LeftButton, pos=QPoint(left, middle))
        took = percentile_95(painted, (lambda spot=spot: QTest.mouseMove(track, spot) for spot in spots))
        QTest.mouseRelease(track, Qt.MouseButton.LeftButton, pos=spots[-1])
        return took

    theirs = Painted(by_hand.track, lambda: str(by_hand.track.value()))
    moves = Painted(ours.track, lambda: str(ours.track.positions()))

    def ours_dragged() -> float:
        took: list[float] = []
        ours.painted.after(lambda: took.append(dragged(ours.track, moves)))
        assert f"slid to {ours.track.positions()[0]}" in ours.text.element.body
        ours.painted.after(lambda: QTest.keyClick(ours.track, Qt.Key.Key_Home))
        return took[0]

    def theirs_dragged() -> float:
        took = dragged(by_hand.track, theirs)
        by_hand.track.setValue(0)
        return took

    in_turns(
        "move of a slider's handle to painted, 100 elements, p95",
        theirs_dragged,
        ours_dragged,
        budget=Within(0.016),
        rounds=9,
    )
