"""How the benchmarks compare: in turns, so that a busy machine slows both sides alike; and their table."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Clock = Callable[[], float]

# The modules beside this file are no package: tests are imported by path.
sys.path.append(str(Path(__file__).parent))


@pytest.fixture
def in_turns(benchmark: Any) -> Callable[..., None]:
    """Measure what is written by hand and desklit's answer to it alternately: A B A B.

    Each side is a function that does the work once and gives the seconds it took.
    """

    def compare(what: str, handwritten: Clock, desklit: Clock, *, rounds: int, times: int = 1) -> None:
        by_hand: list[float] = []
        ours: list[float] = []
        handwritten()
        desklit()

        def turn() -> None:
            by_hand.append(handwritten())

        benchmark.pedantic(lambda: ours.append(desklit()), setup=turn, rounds=rounds)
        benchmark.extra_info.update(
            what=what,
            handwritten=statistics.median(by_hand) / times,
            desklit=statistics.median(ours) / times,
            ratio=statistics.median(b / a for a, b in zip(by_hand, ours, strict=True)),
        )

    return compare


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    session = getattr(config, "_benchmarksession", None)
    rows = [bench.extra_info for bench in getattr(session, "benchmarks", ()) if "ratio" in bench.extra_info]
    if not rows:
        return
    terminalreporter.section("desklit beside what is written by hand (medians, taken in turns)")
    terminalreporter.write_line(f"{'what':<58}{'by hand':>12}{'desklit':>12}{'ratio':>8}")
    for row in rows:
        line = f"{row['what']:<58}{_seconds(row['handwritten']):>12}{_seconds(row['desklit']):>12}"
        terminalreporter.write_line(f"{line}{row['ratio']:>8.1f}")


def _seconds(value: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size:
            return f"{value / size:.1f} {unit}"
    return f"{value / 1e-9:.0f} ns"
