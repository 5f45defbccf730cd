from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "harness")]


@pytest.fixture(scope="session")
def runner() -> Any:
    """The module that compares scenarios; skips where there is no oracle."""
    module = importlib.import_module("run")
    if module.oracle_python() is None:
        pytest.skip("no oracle: `make conformance-venv` makes its environment")
    return module


@pytest.fixture(scope="session")
def scenarios(runner: Any) -> dict[str, Any]:
    """How all scenarios went, by name."""
    return {result.name: result for result in runner.results(runner.scenario.names())}


@pytest.fixture(scope="session")
def examples(runner: Any) -> list[Any]:
    """How the examples of Streamlit's docstrings went."""
    found: list[Any] = importlib.import_module("docstrings").play()
    return found
