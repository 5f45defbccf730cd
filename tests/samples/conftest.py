"""Opens the samples in real windows (offscreen) and does there what a person would do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desklit.desktop.app import App, application
from desklit.desktop.preferences import Preferences
from desklit.desktop.window import Window

SAMPLES = Path(__file__).parent.parent.parent / "samples"
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000  # ms


class Page:
    """A sample in its window, and the hands of who uses it."""

    def __init__(self, window: Window, qtbot: Any) -> None:
        self.window = window
        self.qtbot = qtbot

    def views(self, kind: str) -> list[Any]:
        """The views of this kind, in the order of the page."""
        return [view for view in self.window.canvas.all_views() if view.element.kind == kind]

    def view(self, kind: str, name: str = "") -> Any:
        """The first view of a kind, with this label or key if one is given."""
        for view in self.views(kind):
            element = view.element
            if not name or name in (getattr(element, "label", ""), getattr(element, "key", "")):
                return view
        raise LookupError(f"no {kind} {name!r}: {[v.element.kind for v in self.window.canvas.all_views()]}")

    def control(self, kind: str, name: str = "") -> Any:
        """The part of a view that Tab goes to."""
        view = self.view(kind, name)
        parts = [part for part in view.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return parts[0]

    def texts(self, kind: str = "markdown") -> list[str]:
        """What the texts of this kind say."""
        return [view.element.body for view in self.views(kind)]

    def errors(self) -> list[str]:
        """The types of the errors on the page."""
        return [view.element.type_name.rpartition(".")[2] for view in self.views("exception")]

    def rerun(self) -> AbstractContextManager[Any]:
        """Waits until what is done in the block has been answered and shown."""
        return self.qtbot.waitSignal(self.window.settled, timeout=PATIENCE)

    def click(self, kind: str, name: str = "", at: QPoint | None = None) -> None:
        """Click, and wait for the run that follows."""
        with self.rerun():
            self.qtbot.mouseClick(self.control(kind, name), LEFT, pos=at or QPoint())

    def write(self, kind: str, name: str, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
        """Replace what stands in a field, and end with a key that commits it."""
        field = self.control(kind, name)
        self.qtbot.mouseClick(field, LEFT)
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        with self.rerun():
            self.qtbot.keyClick(field, end)

    def press(self, kind: str, name: str, *keys: Qt.Key) -> None:
        """Press keys; the last one changes something."""
        part = self.control(kind, name)
        part.setFocus()
        for key in keys[:-1]:
            self.qtbot.keyClick(part, key)
        with self.rerun():
            self.qtbot.keyClick(part, keys[-1])

    def fill_cell(self, row: int, column: int, text: str) -> None:
        """Click a cell of the first table, type, and end with Enter."""
        grid = self.control("dataframe")
        place = grid.visualRect(grid.model().index(row, column)).center()
        self.qtbot.mouseClick(grid.viewport(), LEFT, pos=place)
        self.qtbot.keyClicks(grid, text[:1])
        self.qtbot.keyClicks(grid.cells.editor, text[1:])
        with self.rerun():
            self.qtbot.keyClick(grid.cells.editor, Qt.Key.Key_Return)


@pytest.fixture(scope="session")
def qapp_cls() -> Any:
    return lambda _arguments: application()


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
def open_sample(app: App, qtbot: Any) -> Callable[..., Page]:
    """Opens a sample and waits until its first run is shown."""

    def open_it(name: str, *arguments: str, size: tuple[int, int] = (1000, 800), **flags: str) -> Page:
        options = {option.replace("__", "."): [value] for option, value in flags.items()}
        window = app.open(SAMPLES / name, arguments, options)
        window.resize(*size)
        with qtbot.waitSignal(window.settled, timeout=PATIENCE):
            window.show()
        window.activateWindow()
        return Page(window, qtbot)

    return open_it
