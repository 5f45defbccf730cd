from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton, QWidget

from desklit.widgets.file_dialogs import FileDialogs


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.csv").write_text("1")
    (tmp_path / "inner" / "b.csv").write_text("2")
    return tmp_path


def accept(window: QWidget, chosen: Path) -> QFileDialog:
    """Choose a file or folder in the dialog that is open, and press its first button."""
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(chosen.parent))
    dialog.selectFile(str(chosen))
    button = dialog.findChild(QDialogButtonBox).findChild(QPushButton)
    button.click()
    return dialog


def test_a_file_is_opened(window, folder, qtbot):
    got = []
    FileDialogs().open(window, [".csv"], False, got.extend)
    accept(window, folder / "a.csv")
    qtbot.waitUntil(lambda: got == [folder / "a.csv"])


def test_a_folder_gives_all_files_below_it(window, folder, qtbot):
    got = []
    FileDialogs().open_folder(window, got.extend)
    accept(window, folder)
    qtbot.waitUntil(lambda: got == [folder / "a.csv", folder / "inner" / "b.csv"])


def test_a_name_without_an_ending_gets_the_one_that_is_saved(window, folder, qtbot):
    got = []
    FileDialogs().save(window, "made", got.append, ".csv", title="Save table", kind="Tables")
    assert window.findChild(QFileDialog).windowTitle() == "Save table"
    accept(window, folder / "made")
    qtbot.waitUntil(lambda: got == [folder / "made.csv"])


def test_a_dialog_that_is_cancelled_tells_nothing(window, qtbot):
    got = []
    FileDialogs().open(window, [], True, got.extend)
    dialog = window.findChild(QFileDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
    assert got == []
