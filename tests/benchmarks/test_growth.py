"""What reruns leave behind: after ten thousand of them the window is as it was."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from budgets import Budget, Count, Within

HERE = Path(__file__).parent
SCRIPT = HERE / "growing_script.py"
ROUND = 12  # the script shows the same things again after so many clicks

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="handles and memory are told by Linux alone")

ROWS: list[tuple[str, str, Budget, str]] = [
    ("memory (RSS)", "rss", Within(0.02), "%"),
    ("QObjects", "qobjects", Count(0), ""),
    ("Python's objects", "objects", Count(500), ""),  # what is kept for speed, up to its limit
    ("threads", "threads", Count(0), ""),
    ("file handles", "handles", Count(0), ""),
]
# One object that each rerun leaves behind makes 480 more than the 270 that the caches for texts take up.
SHORT_ROWS = [row if row[1] != "objects" else (*row[:2], Count(550), row[3]) for row in ROWS[1:]]


def growth(clicks: int, first: int, *words: object) -> dict[str, float]:
    """What is there beyond what was there after the first clicks."""
    program = [sys.executable, HERE / "reruns.py", str(clicks), str(first), *map(str, words)]
    ended = subprocess.run(program, capture_output=True, text=True, timeout=3_600, check=False)
    assert ended.returncode == 0, ended.stderr
    found: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return found


def test_ten_thousand_reruns_leave_nothing_behind(in_turns, full: bool) -> None:
    # The first fill what is bounded: a hundred steps can be undone.
    clicks, first = (834 * ROUND, 100 * ROUND) if full else (30 * ROUND, 10 * ROUND)
    by_hand = growth(clicks, first, "handwritten")
    ours = growth(clicks, first, "desklit", SCRIPT)
    for what, name, budget, unit in ROWS if full else SHORT_ROWS:
        in_turns(
            f"growth by {clicks:,} reruns: {what}",
            lambda name=name: by_hand[name],
            lambda name=name: ours[name],
            budget=budget,
            unit=unit,
            warm=False,
        )
