from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def speed() -> ModuleType:
    spec = importlib.util.spec_from_file_location("speed", ROOT / "tools" / "speed.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row(what: str, ratio: float, budget: str = "≤ 2×", met: bool = True) -> dict[str, Any]:
    cells = [what, "1 ms", "2 ms", f"{ratio:.2f}", budget or "–", "ok" if met else "MISSED", "–"]
    return {"what": what, "ratio": ratio, "budget": budget, "met": met, "streamlit": None, "cells": cells}


FOUND = {
    "date": "2026-11-22T18:00:00+00:00",
    "machine": {"cores": 2, "processor": "a processor", "system": "Linux x86_64"},
    "versions": {"Python": "3.11.7"},
    "headings": ["what", "by hand", "desklit", "ratio", "budget", "", "Streamlit's rerun"],
    "rows": [
        row("start", 1.3),
        row("difference", 4.0, budget=""),
        row("st.write in a rerun", 3.0),
        row("st.slider in a rerun", 5.0, met=False),
    ],
}


def test_the_table_has_where_and_when_and_what_was_missed(speed: ModuleType) -> None:
    lines = speed.section(FOUND).splitlines()
    assert lines[0] == (
        "As last measured, on 2026-11-22: 2 cores of a processor, Linux x86_64, Python 3.11.7."
    )
    assert lines[1] == "1 of 2 budgets are met."
    assert lines[5:] == [
        "| start | 1 ms | 2 ms | 1.30 | ≤ 2× | ok |",
        "| the slowest of 2 commands in a rerun (`st.slider`) | 1 ms | 2 ms | 5.00 | ≤ 2× | **missed** |",
    ]


def test_streamlits_column_is_there_only_if_it_was_measured(speed: ModuleType) -> None:
    assert "Streamlit's rerun" not in speed.section(FOUND)
    with_it = {**FOUND, "rows": [{**row("start", 1.3), "streamlit": 0.1}]}
    assert "Streamlit's rerun" in speed.section(with_it)


def test_readme_has_the_place_for_the_table(speed: ModuleType) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert speed.section(FOUND) in speed.updated(text, FOUND)
    with pytest.raises(ValueError, match="lacks"):
        speed.updated("nothing", FOUND)
