"""What tests of commands and views share: a run without a window, and a scene without a session."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desklit.state.config import Config
from desklit.state.context import enter_run
from desklit.state.element import Element
from desklit.state.run import Run
from desklit.state.session_state import SessionState
from desklit.state.tree import REGIONS, Node


@pytest.fixture
def config(tmp_path: Path) -> Config:
    """The options when nothing sets any."""
    return Config.load(home=tmp_path, cwd=tmp_path, env={})


@pytest.fixture
def state() -> SessionState:
    """An empty session state."""
    return SessionState()


@pytest.fixture
def run(state: SessionState, config: Config) -> Iterator[Run]:
    """A run that the test's own code belongs to, as if it were the script."""
    made = Run(1, state, config)
    state.begin_run()
    enter_run(made)
    yield made
    enter_run(None)


@pytest.fixture
def next_run(state: SessionState, config: Config) -> Callable[..., Run]:
    """Ends the present run and begins the next one; changes may be given."""

    def begin(*changes: Any) -> Run:
        state.finish_run(completed=True)
        made = Run(2, state, config)
        state.begin_run()
        changed = state.apply(changes)
        enter_run(made)
        for spec in changed:
            if spec.callback is not None:
                spec.callback()
        return made

    return begin


@pytest.fixture
def scene(qapp: Any) -> Any:
    """What views share, in the light theme."""
    from desklit.widgets.scene import Scene
    from desklit.widgets.theme import build_theme

    return Scene(build_theme({}, "light"))


@pytest.fixture
def elements(run: Run) -> Callable[..., list[Element]]:
    """Lists the elements of a region of a run (the present one by default), in the order of the page."""

    def below(node: Node) -> Iterator[Element]:
        for child in node.children or ():
            yield child.element
            yield from below(child)

    def of(region: str = "main", of_run: Run | None = None) -> list[Element]:
        regions = dict(zip(REGIONS, (of_run or run).tree.children or (), strict=True))
        return list(below(regions[region]))

    return of


@pytest.fixture
def show(scene: Any, qtbot: Any) -> Callable[..., Any]:
    """Shows a run's main region in a window of its own; gives the region's view and its canvas."""

    def in_window(of_run: Run, width: int = 700, height: int = 600) -> Any:
        from PySide6.QtWidgets import QWidget

        from desklit.desktop.canvas import Canvas
        from desklit.desktop.page_area import RegionView
        from desklit.state.diff import diff
        from desklit.state.tree import Region, empty_screen
        from desklit.widgets.view import views

        window = QWidget()
        window.resize(width, height)
        region = RegionView(Region(name="main", key="main"), scene, window)

        def place() -> None:
            region.setGeometry(0, 0, window.width(), region.height_for(window.width()))
            region.arrange()

        names = ((2, "s"), (3, "e"), (4, "b"))
        others = {number: RegionView(Region(name=name), scene) for number, name in names}
        canvas = Canvas(scene, views, {1: region, **others}, place)
        canvas.screen = empty_screen()
        numbers = itertools.count(10)

        def take(new: Run) -> None:
            canvas.screen, patch = diff(canvas.screen, new.tree, lambda: next(numbers))
            canvas.apply(patch, 0)

        canvas.take = take
        take(of_run)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        canvas.lay_out()
        region.canvas = canvas
        region.others = others
        return region

    return in_window
