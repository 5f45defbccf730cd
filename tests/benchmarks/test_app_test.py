"""How long AppTest takes to run a script again; Streamlit's takes 48 ms for 100 pairs of slider and text."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from budgets import Within
from streamlit_rerun import Rerun

from desklit.desktop.testing import AppTest

SCRIPT = """
import streamlit as st

for number in range({pairs}):
    st.write(st.slider(f"Slider {{number}}", 0, 100, 5))
"""


@pytest.mark.parametrize(("pairs", "most"), [(10, 0.006), (100, 0.024), (1000, 0.24)])
def test_a_rerun_of_app_test(
    in_turns: Callable[..., Any], tmp_path: Path, pairs: int, most: float
) -> None:
    script = tmp_path / "pairs.py"
    script.write_text(SCRIPT.format(pairs=pairs))
    app = AppTest.from_file(script, default_timeout=60).run()

    def rerun() -> float:
        slider = app.slider[pairs // 2]
        slider.set_value((slider.value + 1) % 100)
        started = time.perf_counter()
        app.run()
        return time.perf_counter() - started

    in_turns(
        f"AppTest: rerun of {pairs} sliders with their texts", None, rerun,
        budget=Within(most), rounds=15, best=True, streamlit=Rerun(script),
    )  # fmt: skip
    assert len(app.markdown) == pairs
