"""What a user waits for: from a click, a key or a drag to what depends on it, painted, a whole rerun on."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from budgets import Ratio, Within
from handwritten_page import HandwrittenPage
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSlider, QWidget
from streamlit_rerun import Rerun

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
NO_KEY = Qt.KeyboardModifier.NoModifier


Events = Iterable[tuple[QObject, QEvent]]


class Painted(QObject):
    """Waits until a widget that says something else than before has been painted.

    The events come from Qt's own loop, as they do in an app. A test that calls ``mouseClick`` would hold the
    interpreter while the script waits for it.
    """

    def __init__(self, widget: QWidget, says: Callable[[], str]) -> None:
        super().__init__(widget)
        self._says = says
        self._before = ""
        self._widget = widget
        self._loop = QEventLoop(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE, timeout=self._loop.quit)

    def after(self, events: Events) -> float:
        """Seconds from what a user does to the painted text that changes by it."""
        self._before = self._says()
        self._widget.installEventFilter(self)
        self._patience.start()
        for receiver, event in events:
            QCoreApplication.postEvent(receiver, event)
        started = time.perf_counter()
        self._loop.exec()
        took = time.perf_counter() - started
        assert self._patience.isActive(), f"{self._before!r} has not changed"
        self._widget.removeEventFilter(self)
        return took

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and self._says() != self._before:
            self._loop.quit()  # as soon as this paint and all that goes with it are done
        return False


PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)


def mouse(kind: QEvent.Type, widget: QWidget, spot: QPoint, *, held: bool) -> tuple[QObject, QEvent]:
    """An event of the left mouse button, or of a move, in the window of a widget."""
    window = widget.window()
    button = Qt.MouseButton.NoButton if kind is MOVE else Qt.MouseButton.LeftButton
    buttons = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
    at = QPointF(widget.mapTo(window, spot))
    there = QPointF(widget.mapToGlobal(spot))
    return window.windowHandle(), QMouseEvent(kind, at, at, there, button, buttons, NO_KEY)


def click(button: QWidget) -> Events:
    spot = button.rect().center()
    # The pointer is on the button by then: to come there is not part of a click.
    QCoreApplication.sendEvent(*mouse(MOVE, button, spot, held=False))
    QCoreApplication.processEvents()
    yield mouse(PRESS, button, spot, held=True)
    yield mouse(RELEASE, button, spot, held=False)


def stroke(widget: QWidget, key: Qt.Key, text: str = "") -> Events:
    window = widget.window().windowHandle()
    yield window, QKeyEvent(QEvent.Type.KeyPress, key, NO_KEY, text)
    yield window, QKeyEvent(QEvent.Type.KeyRelease, key, NO_KEY, text)


def letter(widget: QWidget, text: str) -> Events:
    return stroke(widget, Qt.Key(ord(text.upper())), text)


class Ours:
    """The page in a window of desklit."""

    def __init__(self, window: Window, script: Path) -> None:
        self.script = script
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
        assert window.canvas.element_count() == elements
        return by_hand, Ours(window, script)

    return open_both


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
        streamlit=Rerun(ours.script, "One more"),
        slack=4,  # two threads hand over to each other, which a small page hardly outweighs
    )


def percentile_95(painted: Painted, acts: Iterable[Events]) -> float:
    """What a user waits for at most after 19 of 20 of these steps."""
    return statistics.quantiles([painted.after(act) for act in acts], n=20)[-1]


def test_every_key_press_in_a_live_field_to_painted(in_turns, pages) -> None:
    by_hand, ours = pages(100)
    text = "the quick brown fox jumps over the lazy dog"
    theirs = Painted(by_hand.text, by_hand.text.text)

    def typed(field: Any, painted: Painted) -> float:
        field.setFocus()
        field.selectAll()
        return percentile_95(painted, (letter(field, each) for each in text))

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
        return percentile_95(painted, (stroke(track, key) for key in keys))

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
        QCoreApplication.postEvent(*mouse(PRESS, track, QPoint(left, middle), held=True))
        spots = [QPoint(left + 10 * step, middle) for step in range(1, 41)]
        return percentile_95(painted, ([mouse(MOVE, track, spot, held=True)] for spot in spots))

    theirs = Painted(by_hand.track, lambda: str(by_hand.track.value()))
    moves = Painted(ours.track, lambda: str(ours.track.positions()))

    def theirs_dragged() -> float:
        took = dragged(by_hand.track, theirs)
        QCoreApplication.postEvent(*mouse(RELEASE, by_hand.track, QPoint(), held=False))
        theirs.after(stroke(by_hand.track, Qt.Key.Key_Home))
        return took

    def ours_dragged() -> float:
        took = dragged(ours.track, moves)
        ours.painted.after([mouse(RELEASE, ours.track, QPoint(), held=False)])
        assert f"slid to {ours.track.positions()[0]}" in ours.text.element.body
        ours.painted.after(stroke(ours.track, Qt.Key.Key_Home))
        return took

    in_turns(
        "move of a slider's handle to painted, 100 elements, p95",
        theirs_dragged,
        ours_dragged,
        budget=Within(0.016),
        rounds=9,
    )
