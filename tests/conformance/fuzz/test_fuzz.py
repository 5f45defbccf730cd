"""A few hundred small apps with a fixed seed; `make fuzz N=… SEED=…` plays more."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).parent
CASES, SEED, STEPS = int(os.environ.get("DESKLIT_FUZZ", "240")), 1, 8


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"fuzzing_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


fuzz: Any = load("fuzz")
ORACLE = fuzz.oracle_python()


@pytest.fixture
def both() -> Iterator[Any]:
    if ORACLE is None:
        pytest.skip("no oracle: `make conformance-venv` makes its environment")
    sides = fuzz.Both(ORACLE)
    yield sides
    sides.close()


def test_small_apps_go_as_in_streamlit(both: Any) -> None:
    report = fuzz.fuzz(both, SEED, CASES, STEPS)
    assert report.cases == CASES
    assert not report.found, "\n".join([str(report), *fuzz.told(both, report, 3, 30)])


@lru_cache
def made(seed: str) -> str:
    script: str = importlib.import_module("generator").app(seed).script
    return script


def test_a_seed_makes_the_same_app_again() -> None:
    assert made("1-1") == importlib.import_module("generator").app("1-1").script
    assert made("1-1") != made("1-2")


def test_every_app_is_python() -> None:
    for number in range(50):
        compile(made(f"2-{number}"), "app.py", "exec")


def test_what_differs_is_shrunk_to_what_matters() -> None:
    shrink = importlib.import_module("shrink")
    script = "import streamlit as st\nx = st.button('A', key='a')\nif x:\n    st.write(1)\n    st.text('here')\n"
    plan = [[{"op": "run"}], [{"op": "run"}], [{"op": "click", "acc": "button", "key": "a"}]]

    def difference(script: str, plan: Any) -> str:
        clicked = any(op["op"] == "click" for ops in plan for op in ops)
        return f"step {len(plan)}: text" if "st.text('here')" in script and clicked else ""

    small, steps = shrink.shrink(script, plan, difference, 10)
    assert small.strip() == "st.text('here')"
    assert steps == [plan[0], plan[2]]
    assert "STEPS = [('click', 'button', 'a')]" in shrink.scenario(small, steps, "why")
