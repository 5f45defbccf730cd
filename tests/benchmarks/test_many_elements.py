"""Pages of ten thousand elements: shown, changed, scrolled through and added to within a frame or a few."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from budgets import Count, Within
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desklit.desktop.app import App
from desklit.desktop.window import Window
from desklit.state.element import Element
from desklit.widgets.scene import Scene
from desklit.widgets.view import View, ViewRegistry

MANY = 10_000
SIZE = (1080, 800)
PATIENCE = 60_000  # ms

HEAD = """
import time
import streamlit as st

state = st.session_state
state.setdefault("new", 0)
state.setdefault("run", 0)
state.run += 1
if st.button("Add one", key="one"):
    state.new += 1
if st.button("Add many", key="thousand"):
    state.new += 1_000
said = st.empty()
for number in range(state.new):
    st.text(f"New {state.new - number}", width="stretch")

def leaf(number):
    if number % 4 == 0:
        st.write(f"Line {number} of the page")
    elif number % 4 == 1:
        st.text_input(f"Field {number}", key=f"field {number}")
    elif number % 4 == 2:
        st.checkbox(f"Box {number}", key=f"box {number}")
    else:
        st.button(f"Button {number}", key=f"button {number}")
"""
FLAT = """
for number in range(MANY):
    leaf(number)
"""
NESTED = """
for number in range(0, MANY, 60):
    with st.container(border=True):
        for inner in range(10):
            leaf(number + inner)
    for place, column in enumerate(st.columns(2)):
        with column:
            for inner in range(10):
                leaf(number + 10 + 10 * place + inner)
    for place, tab in enumerate(st.tabs(["One", "Two"])):
        with tab:
            for inner in range(10):
                leaf(number + 30 + 10 * place + inner)
    with st.expander("More", expanded=number % 120 == 0):
        for inner in range(10):
            leaf(number + 50 + inner)
"""
TAIL = """
said.write(f"Run {state.run}")
state.ended = time.perf_counter()
"""
PAGES = {"flat": FLAT, "nested": NESTED}


class PaintClock(QObject):
    """Notes when a widget was painted last, and since when a text has been among what it shows.

    The text is looked up again with each painting: the view that shows it may be another one by then.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = 0.0
        self._shows: Callable[[], bool] | None = None
        self._shown_at: float | None = None
        widget.installEventFilter(self)

    def look_for(self, shows: Callable[[], bool]) -> None:
        """Look out for something from now on."""
        self._shows, self._shown_at = shows, None

    def shown_at(self) -> float | None:
        """When it was painted first; None if it was not so far."""
        return self._shown_at

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted = time.perf_counter()
            if self._shows is not None and self._shows():
                self._shows, self._shown_at = None, self.painted
        return False


def wait_for(done: Callable[[], bool]) -> None:
    """Let Qt deal with events until something is so."""
    late = QTimer(singleShot=True, interval=PATIENCE)
    late.start()
    while not done():
        assert late.isActive(), "it did not come about"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class LongPage:
    """One window with ten thousand elements, and what is measured of it."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.bar = window.area.verticalScrollBar()
        self.page = PaintClock(window.area.content)
        self._settled = 0
        window.settled.connect(self._on_settled)

    def _on_settled(self) -> None:
        self._settled += 1

    def ended(self) -> float:
        """When the script came to its end."""
        at: float = self.window.session.state.to_dict()["ended"]
        return at

    def rest(self) -> None:
        """Let margins be made and views far away go."""
        wait_for(lambda: not self.window.area.sight.is_busy())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()

    def _rerun(self, begin: Callable[[], object]) -> None:
        before = self._settled
        begin()
        wait_for(lambda: self._settled > before)

    def first_paint(self) -> float:
        """Seconds from the script's end until what it wrote last is painted."""
        self.bar.setValue(0)
        wait_for(lambda: self._settled > 0)
        QCoreApplication.processEvents()
        return max(self.page.painted, time.perf_counter()) - self.ended()

    def change_of_one(self) -> float:
        """Seconds from the script's end until the one text that has changed is painted."""
        self.bar.setValue(0)
        self.rest()
        wanted = f"Run {self.window.session.state.to_dict()['run'] + 1}"
        self.page.look_for(lambda: wanted in self._texts_made())
        self._rerun(self.window.session.runner.rerun)
        wait_for(lambda: self.page.shown_at() is not None)
        # A frame of the run may have shown it already, just before the script's last line.
        return max((self.page.shown_at() or 0.0) - self.ended(), 0.0)

    def _texts_made(self) -> set[str]:
        return {_body(slot.view) for slot in self.window.area.region.children_slots.made}

    def insertion(self, key: str) -> float:
        """Seconds from the script's end until what was added far above is there and all is painted."""
        self.bar.setValue(200_000)
        self.rest()
        before = self._in_sight()
        button = next(s for s in self.window.canvas.all_slots() if getattr(s.element, "key", None) == key)
        self._rerun(lambda: self.window.canvas.changed.emit(button.element, True))
        QCoreApplication.processEvents()
        took = time.perf_counter() - self.ended()
        assert self._in_sight() == before, "nothing jumps"
        return took

    def _in_sight(self) -> dict[int, int]:
        viewport = self.window.area.viewport()
        tops = {v: v.mapTo(viewport, QPoint(0, 0)).y() for v in self.window.canvas.all_views()}
        return {v.slot.number: top for v, top in tops.items() if v.slot.children is None and 0 <= top < 700}

    def worst_step(self, step: Callable[[int], None], count: int) -> float:
        """Seconds of the slowest of some steps, each until it is painted; the slowest two are left out."""
        self.bar.setValue(50_000)
        self.rest()
        took: list[float] = []
        for number in range(count):
            value, started = self.bar.value(), time.perf_counter()
            step(number)
            if self.bar.value() != value:
                wait_for(lambda started=started: self.page.painted >= started)
                took.append(self.page.painted - started)
        self.rest()
        return sorted(took)[-3]

    def views_for_jumps(self) -> float:
        """How many views are made anew, not taken over from other elements, by jumps to and fro."""
        count = 0
        make = ViewRegistry.make

        def counted(registry: ViewRegistry, element: Element, scene: Scene) -> View[Any]:
            nonlocal count
            count += 1
            return make(registry, element, scene)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(ViewRegistry, "make", counted)
            for number in range(10):
                self.drag(number)
                self.rest()
        return float(count)

    def wheel(self, number: int) -> None:
        """One notch of the wheel down."""
        viewport, at = self.window.area.viewport(), QPointF(400, 300)
        turned = QWheelEvent(
            at, viewport.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, turned)

    def key(self, number: int) -> None:
        """One page down."""
        QTest.keyClick(self.window, Qt.Key.Key_PageDown)

    def drag(self, number: int) -> None:
        """The scroll bar's handle at some other place."""
        self.bar.setSliderDown(True)
        self.bar.setSliderPosition(random.Random(number).randrange(self.bar.maximum()))
        self.bar.setSliderDown(False)


def _body(view: Any) -> str:
    return str(getattr(getattr(view, "element", None), "body", ""))


@pytest.fixture
def open_page(qapp: Any, tmp_path: Path) -> Iterator[Callable[[str], LongPage]]:
    """Opens a page and waits for nothing; its window is closed at the end if it is not by then."""
    windows: list[Window] = []

    def open_it(kind: str) -> LongPage:
        script = tmp_path / f"{kind}.py"
        script.write_text((HEAD + PAGES[kind] + TAIL).replace("MANY", str(MANY)), encoding="utf-8")
        window = App().open(script)
        windows.append(window)
        window.resize(*SIZE)
        page = LongPage(window)
        window.show()
        return page

    yield open_it
    for window in windows:
        if isValid(window):
            window.close()


@pytest.mark.parametrize("kind", ["flat", pytest.param("nested", marks=pytest.mark.full_only)])
def test_ten_thousand_elements(in_turns: Any, open_page: Any, full: bool, kind: str) -> None:
    steps = 40 if full else 8

    def first_paint() -> float:
        page = open_page(kind)
        took = page.first_paint()
        page.window.close()
        return float(took)

    name = f"10,000 elements, {kind}"
    in_turns(
        f"{name}: script end to painted", None, first_paint, budget=Within(0.1), rounds=7, short=1, warm=full
    )
    page = open_page(kind)
    page.first_paint()
    page.rest()
    in_turns(f"{name}: views made", None, lambda: _made(page), budget=Count(60), unit="")
    jumps = f"{name}: new views for ten far jumps"
    in_turns(jumps, None, page.views_for_jumps, budget=Count(30), rounds=3, short=1, unit="", warm=full)
    change = f"{name}: change of one"
    in_turns(change, None, page.change_of_one, budget=Within(0.025), rounds=15, short=1, warm=full)
    for what, step in (("wheel", page.wheel), ("page down", page.key), ("drag", page.drag)):
        in_turns(
            f"{name}: {what}, slowest step",
            None,
            lambda step=step: page.worst_step(step, steps),
            budget=Within(0.016),
            rounds=5,
            short=1,
            warm=full,
            slack=6.0,  # of eight steps one that waits for a busy core is not left out
        )
    for what, key, most in (("1", "one", 0.025), ("1,000", "thousand", 0.06)):
        in_turns(
            f"{name}: insert {what} on top",
            None,
            lambda key=key: page.insertion(key),
            budget=Within(most),
            rounds=5,
            short=1,
            warm=full,
        )


def _made(page: LongPage) -> float:
    return float(len(page.window.canvas.all_views()))
