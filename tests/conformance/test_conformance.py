from __future__ import annotations

import importlib.util
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).parent


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"conformance_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


run: Any = load("run")
NAMES = run.scenario.names()

pytestmark = pytest.mark.skipif(
    run.oracle_python() is None, reason="no oracle: `make conformance-venv` makes its environment"
)


@lru_cache(maxsize=1)
def found() -> dict[str, Any]:
    return {result.name: result for result in run.results(NAMES)}


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_goes_as_in_streamlit(name: str) -> None:
    result = found()[name]
    if result.verdict == "waiting":
        pytest.skip(f"needs commands that are not there yet: {', '.join(result.missing)}")
    if result.verdict == "kept":
        pytest.skip(f"kept on purpose: {run.KEPT[name]}")
    assert result.verdict == "equal", result.why


def test_only_what_differs_is_listed_as_kept() -> None:
    scenarios = [name for name in run.KEPT if name in NAMES]
    assert [name for name in scenarios if not found()[name].why] == []


def test_desklits_own_tests_do_not_import_streamlit() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, desklit.desktop.testing; print('streamlit' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "False"
