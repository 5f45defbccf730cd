"""What tests of caches share: empty caches, and a run that the test's code belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desklit.state.caching import store
from desklit.state.config import Config
from desklit.state.context import enter_run
from desklit.state.run import Run
from desklit.state.session_state import SessionState
from desklit.state.tree import Node


@pytest.fixture(autouse=True)
def empty_caches() -> Iterator[None]:
    store.clear_all()
    yield
    store.clear_all()


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config.load(home=tmp_path, cwd=tmp_path, env={})


@pytest.fixture
def begin(config: Config) -> Iterator[Callable[..., Run]]:
    """Begins a run, of a new session or of a given one."""

    def run(state: SessionState | None = None) -> Run:
        state = SessionState() if state is None else state
        state.begin_run()
        made = Run(1, state, config)
        enter_run(made)
        return made

    yield run
    enter_run(None)


@pytest.fixture
def run(begin: Callable[..., Run]) -> Run:
    return begin()


@pytest.fixture
def texts() -> Callable[..., list[str]]:
    """The texts of a region of a run, blocks as their kinds."""

    def below(node: Node) -> Iterator[str]:
        for child in node.children or ():
            yield str(getattr(child.element, "body", child.element.kind))
            yield from below(child)

    return lambda run, region="main": list(below(run.regions[region].node))


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time as caches see it."""
    from desklit.state.caching import work

    clock = Clock()
    monkeypatch.setattr(store, "clock", clock)
    monkeypatch.setattr(work, "clock", clock)
    return clock
