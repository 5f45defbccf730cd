"""The app that Streamlit itself brings, read from where the oracle has it, unmodified, on both sides."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HARNESS = Path(__file__).parent / "harness"
WHERE = "import importlib.util; print(importlib.util.find_spec('streamlit').submodule_search_locations[0])"
PLAY = """
import importlib, json, sys
sys.path.insert(0, sys.argv[1])
import driver
driver.guard_network()
kind = importlib.import_module(sys.argv[2]).AppTest
print("@@@" + json.dumps(driver.replay(kind, sys.argv[3], json.loads(sys.argv[4]), 60.0)))
"""
ANIMATION = {"op": "switch_page", "v": "animation_demo.py"}
HELLO = {"op": "switch_page", "v": "hello.py"}
PLAN: list[list[dict[str, Any]]] = [
    [{"op": "run"}],
    [ANIMATION],
    [{"op": "set", "acc": "slider", "i": 0, "v": 2}, {"op": "uncheck", "acc": "checkbox", "i": 0}],
    [HELLO],
]


def play(python: str, module: str, app: Path, folder: Path) -> list[dict[str, Any]]:
    """The trace of the plan under one AppTest."""
    words = [python, "-c", PLAY, str(HARNESS), module, str(app), json.dumps(PLAN)]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False, cwd=folder)
    _, mark, answer = ended.stdout.rpartition("@@@")
    assert mark, ended.stderr[-2000:]
    found: list[dict[str, Any]] = json.loads(answer)
    return found


def test_streamlits_own_hello_and_its_animation_go_as_in_streamlit(runner: Any, tmp_path: Path) -> None:
    oracle = str(runner.oracle_python())
    found = subprocess.run([oracle, "-c", WHERE], capture_output=True, text=True, check=True, cwd=tmp_path)
    app = Path(found.stdout.strip()) / "hello" / "streamlit_app.py"
    if not app.is_file():
        pytest.skip("this Streamlit has no hello")
    import compare  # found by now: the fixture has put the harness on the path

    streamlit = play(oracle, "streamlit.testing.v1", app, tmp_path)
    desklit = play(sys.executable, "desklit.desktop.testing", app, tmp_path)
    assert [step["exc"] for step in streamlit] == [[]] * len(PLAN)
    assert compare.trace_difference(streamlit, desklit) == ""
