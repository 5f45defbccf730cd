"""What a user waits for: from a click, a key or a drag to what depends on it, painted, a whole rerun on."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from budgets import Ratio, Within
from counter_page import SIZE, Ours, write_script
from handwritten_page import HandwrittenPage
from painted import MOVE, PRESS, RELEASE, Events, Painted, click, letter, mouse, stroke
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QSlider
from real_clicks import RealClicks
from streamlit_rerun import Rerun
from x_server import XServer, why_no_server

from desklit.desktop.app import App


@pytest.mark.skipif(bool(why_no_server()), reason=why_no_server())
@pytest.mark.parametrize(("elements", "times"), [(10, 2.0), (100, 2.5), (1_000, 4.0)])
def test_click_to_painted(in_turns, tmp_path: Path, elements: int, times: float) -> None:
    with XServer() as server, RealClicks(server.display, elements, tmp_path) as clicks:
        in_turns(
            f"click to painted, {elements:,} elements",
            clicks.by_hand,
            clicks.ours,
            budget=Ratio(times),
            rounds=60,
            streamlit=Rerun(write_script(elements, tmp_path), "One more"),
        )


@pytest.fixture
def pages(qtbot, tmp_path: Path) -> Callable[[int], tuple[HandwrittenPage, Ours]]:
    """Both pages, shown."""

    def open_both(elements: int) -> tuple[HandwrittenPage, Ours]:
        by_hand = HandwrittenPage(elements, SIZE)
        qtbot.addWidget(by_hand)
        by_hand.show()
        script = write_script(elements, tmp_path)
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
def test_posted_click_to_painted(in_turns, pages, elements: int, times: float) -> None:
    """Without a display, a mouse and a rest between two clicks there is hardly more than the rerun."""
    by_hand, ours = pages(elements)
    theirs = Painted(by_hand.text, by_hand.text.text)
    in_turns(
        f"posted click to painted, offscreen, {elements:,} elements",
        lambda: theirs.after(click(by_hand.more)),
        lambda: ours.painted.after(click(ours.more)),
        budget=Ratio(times),
        rounds=60,
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
