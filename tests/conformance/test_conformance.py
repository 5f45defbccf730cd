from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NAMES = sorted(path.stem for path in (Path(__file__).parent / "scenarios").glob("*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_a_scenario_goes_as_in_streamlit(name: str, runner: Any, scenarios: dict[str, Any]) -> None:
    result = scenarios[name]
    if result.verdict == "waiting":
        pytest.skip(f"needs commands that are not there yet: {', '.join(result.missing)}")
    if result.verdict == "kept":
        pytest.skip(f"kept on purpose: {runner.KEPT[name]}")
    assert result.verdict == "equal", result.why


def test_only_what_differs_is_listed_as_kept(runner: Any, scenarios: dict[str, Any]) -> None:
    assert [name for name in runner.KEPT if name in scenarios and not scenarios[name].why] == []


def test_only_what_is_listed_differs_from_one_time_to_the_next_in_streamlit(
    runner: Any, scenarios: dict[str, Any]
) -> None:
    unsteady = {name: result.masked[:3] for name, result in scenarios.items() if result.masked}
    assert {name: places for name, places in unsteady.items() if name not in runner.UNSTEADY} == {}


def test_desklit_does_not_import_streamlit_to_test() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, desklit.desktop.testing; print('streamlit' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.strip() == "False"
