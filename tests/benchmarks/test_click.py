from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from handwritten_counter import Counter
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desklit.desktop.app import App

SCRIPT = """
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0

def add(step):
    st.session_state.count += step

st.title("Counter")
st.write(f"Counted to {st.session_state.count}")
st.button("One more", on_click=add, args=(1,))
st.button("Start over", on_click=add, args=(-st.session_state.count,))
for number in range(ELEMENTS - 4):
    st.write(f"Line {number}")
"""


class Painted(QObject):
    """Whether a widget has been painted since it was last asked to wait."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.done = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.done = True
        return False


def clicks_until(button: QWidget, text: QWidget, says: Callable[[], str], press: Callable[[], None]) -> float:
    """Seconds from a click to the painted text that it changed."""
    before = says()
    painted = Painted(text)
    started = time.perf_counter()
    press()
    while not (painted.done and says() != before):
        if says() == before:
            painted.done = False
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    took = time.perf_counter() - started
    text.removeEventFilter(painted)
    painted.deleteLater()
    return took


@pytest.mark.parametrize("elements", [10, 100, 1_000])
def test_click_to_painted(in_turns, qtbot, tmp_path: Path, elements: int) -> None:
    by_hand = Counter(elements)
    qtbot.addWidget(by_hand)
    by_hand.show()

    script = tmp_path / "counter.py"
    script.write_text(SCRIPT.replace("ELEMENTS", str(elements)), encoding="utf-8")
    window = App().open(script)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.settled):
        window.show()
    views = window.canvas.all_views()
    more = next(view for view in views if view.element.kind == "button").button
    text = next(view for view in views if view.element.kind == "markdown")

    def click(button: QWidget) -> Callable[[], None]:
        return lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    in_turns(
        f"click to painted, {elements:,} elements",
        lambda: clicks_until(by_hand.more, by_hand.text, by_hand.text.text, click(by_hand.more)),
        lambda: clicks_until(more, text, lambda: text.element.body, click(more)),
        rounds=60,
    )
