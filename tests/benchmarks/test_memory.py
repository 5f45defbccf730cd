"""What a window holds once it has come to rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from budgets import Ratio
from counter_page import write_script

HERE = Path(__file__).parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is shared is told by Linux alone")


def held(*words: object) -> float:
    """The PSS of a program in bytes."""
    program = [sys.executable, HERE / "settled_memory.py", *map(str, words)]
    ended = subprocess.run(program, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr
    return float(ended.stdout.split()[-1])


@pytest.mark.parametrize(
    ("elements", "most"), [(10, 1.4), pytest.param(1_000, 1.6, marks=pytest.mark.full_only)]
)
def test_memory_at_rest(in_turns, tmp_path: Path, elements: int, most: float) -> None:
    script = write_script(elements, tmp_path)
    in_turns(
        f"memory at rest (PSS), {elements:,} elements",
        lambda: held(HERE / "handwritten_page.py", elements),
        lambda: held("desklit", script),
        budget=Ratio(most),
        rounds=5,
        short=1,
        unit="B",
        warm=False,
    )
