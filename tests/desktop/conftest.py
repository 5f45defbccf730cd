"""Opens scripts in real windows (offscreen) and closes them again."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desklit.desktop.app import App, application
from desklit.desktop.preferences import Preferences
from desklit.desktop.window import Window


@pytest.fixture(scope="session")
def qapp_cls() -> Any:
    return lambda _args: application()


@pytest.fixture
def app(qapp: Any, tmp_path: Path, qtbot: Any) -> Iterator[App]:
    """The application with preferences of its own; all windows are closed at the end."""
    made = App(Preferences(tmp_path / "preferences.ini"))
    yield made
    workers = [window.session.runner.worker for window in made.windows]
    for window in list(made.windows):
        window.close()
    for worker in workers:
        qtbot.waitUntil(lambda worker=worker: not worker.is_alive(), timeout=10_000)
    made.close()


@pytest.fixture
def open_script(app: App, tmp_path: Path, qtbot: Any) -> Callable[..., Window]:
    """Writes a script, opens it in a window and waits until the first run is shown."""

    def open_it(
        text: str, *, settle: bool = True, size: tuple[int, int] = (1000, 800), **flags: Any
    ) -> Window:
        path = tmp_path / "app.py"
        path.write_text(textwrap.dedent(text))
        window = app.open(path, (), {name.replace("__", "."): [value] for name, value in flags.items()})
        window.resize(*size)
        if not settle:
            window.show()
            return window
        with qtbot.waitSignal(window.settled, timeout=20_000):
            window.show()
        return window

    return open_it


@pytest.fixture
def find() -> Callable[..., Any]:
    """The view of the first element of a kind, with this label or key if one is given."""

    def of(window: Window, kind: str, name: str | None = None) -> Any:
        for view in window.canvas.all_views():
            element = view.element
            if element.kind == kind and (
                name is None or name in (getattr(element, "label", None), getattr(element, "key", None))
            ):
                return view
        raise LookupError(f"no {kind} {name}: {[v.element.kind for v in window.canvas.all_views()]}")

    return of


@pytest.fixture
def texts() -> Callable[[Window], list[str]]:
    """What the window's texts and Markdown say, in order."""

    def of(window: Window) -> list[str]:
        bodies = (getattr(view.element, "body", None) for view in window.canvas.all_views())
        return [body for body in bodies if isinstance(body, str)]

    return of
