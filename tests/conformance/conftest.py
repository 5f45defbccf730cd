from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
AHEAD: pytest.StashKey[Any] = pytest.StashKey()
sys.path[:0] = [str(HERE), str(HERE / "harness")]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What compares comes last, and the comparing begins at once, beside all other tests."""
    here = [item for item in items if HERE in item.path.parents]
    here.sort(key=lambda item: HERE / "fuzz" in item.path.parents)  # it wants both cores for itself
    items[:] = [*(item for item in items if HERE not in item.path.parents), *here]
    wanted = {name for item in here for name in getattr(item, "fixturenames", ())}
    module = importlib.import_module("run")
    if wanted & {"scenarios", "examples"} and not config.option.collectonly and module.oracle_python():
        config.stash[AHEAD] = ahead = importlib.import_module("ahead").Ahead()
        config.pluginmanager.register(ahead, "desklit-conformance-ahead")


def pytest_unconfigure(config: pytest.Config) -> None:
    if AHEAD in config.stash:
        config.stash[AHEAD].end()


@pytest.fixture(scope="session")
def runner() -> Any:
    """The module that compares scenarios; skips where there is no oracle."""
    module = importlib.import_module("run")
    if module.oracle_python() is None:
        pytest.skip("no oracle: `make conformance-venv` makes its environment")
    return module


@pytest.fixture(scope="session")
def play(runner: Any, pytestconfig: pytest.Config) -> Callable[[list[str]], Any]:
    """Gives the traces of both sides."""
    ahead = pytestconfig.stash.get(AHEAD, None)
    found: Callable[[list[str]], Any] = runner.play_both if ahead is None else ahead.play
    return found


@pytest.fixture(scope="session")
def scenarios(runner: Any, play: Callable[[list[str]], Any]) -> dict[str, Any]:
    """How all scenarios went, by name."""
    return {result.name: result for result in runner.results(runner.scenario.names(), play)}


@pytest.fixture(scope="session")
def examples(play: Callable[[list[str]], Any]) -> list[Any]:
    """How the examples of Streamlit's docstrings went."""
    found: list[Any] = importlib.import_module("docstrings").play(play=play)
    return found
