"""Windows whose file dialogs a test answers, and whose lists and keys lie in its own folder."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desklit.desktop.testing.dialogs import AnsweredDialogs
from desklit.desktop.window import Window


@pytest.fixture(autouse=True)
def own_places(tmp_path, monkeypatch):
    """Keys, lists and kept sessions of one test are not those of another."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture(autouse=True)
def close_without_questions(app):
    """At the end of a test nobody is there to answer."""
    yield
    for window in app.windows:
        if "documents" in vars(window):
            window.documents._asks = False


@pytest.fixture
def answer() -> Callable[[Window, Path | None], AnsweredDialogs]:
    """Answers the window's next file dialog."""

    def answer_it(window: Window, path: Path | None) -> AnsweredDialogs:
        files = window.scene.files
        if not isinstance(files, AnsweredDialogs):
            files = window.scene.files = window.sidebar_scene.files = AnsweredDialogs()
        files.answer(None if path is None else (path,))
        return files

    return answer_it


@pytest.fixture
def press(qtbot: Any) -> Callable[..., None]:
    """Presses a key in the window, as its user does."""

    def press_it(window: Window, key: str, *modifiers: str) -> None:
        pressed = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            pressed |= Qt.KeyboardModifier[f"{modifier}Modifier"]
        QTest.keyClick(window.focusWidget() or window, Qt.Key[f"Key_{key}"], pressed)

    return press_it


@pytest.fixture
def save(answer: Any, press: Any, qtbot: Any) -> Callable[..., Path]:
    """Saves by Ctrl+S, to a file that a dialog is answered with if one is asked for."""

    def save_it(window: Window, path: Path | None = None) -> Path:
        if path is not None:
            answer(window, path)
        with qtbot.waitSignal(window.documents.stored, timeout=10_000) as stored:
            press(window, "S", "Control")
        return Path(stored.args[0])

    return save_it


@pytest.fixture
def manifest() -> Callable[[Path], dict[str, Any]]:
    """What a document says of itself."""

    def of(path: Path) -> dict[str, Any]:
        with zipfile.ZipFile(path) as packed:
            found: dict[str, Any] = json.loads(packed.read("manifest.json"))
            return found

    return of


@pytest.fixture
def typed(find: Any, qtbot: Any) -> Callable[..., None]:
    """Types a text into a field and sends it."""

    def type_it(window: Window, text: str, label: str = "Name") -> None:
        field = find(window, "text_input", label).findChild(QLineEdit)
        field.setFocus()
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, text)
        with qtbot.waitSignal(window.settled, timeout=10_000):
            qtbot.keyClick(field, Qt.Key.Key_Return)

    return type_it
