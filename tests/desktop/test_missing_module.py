from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desklit.desktop.missing_module import install_command


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("altair", "/venv/bin/python -m pip install altair"),
        ("sklearn.linear_model", "/venv/bin/python -m pip install scikit-learn"),
        ("json.nothing", ""),
        ("google.cloud", ""),
    ],
)
def test_the_command_names_the_package_and_the_interpreter(module, expected):
    assert install_command(module, "/venv/bin/python", windows=False) == expected


def test_an_interpreter_with_a_blank_in_its_path_is_quoted():
    assert install_command("x", r"C:\My Python\python.exe", windows=True).startswith('"C:\\My Python')
    assert install_command("x", "/my venv/python", windows=False).startswith("'/my venv/python'")


def test_a_script_that_misses_a_module_tells_how_to_get_it(open_script, qtbot):
    window = open_script("import no_such_module_at_all.part")
    (said,) = window.notices.shown
    assert "is not installed for" in said.text
    qtbot.mouseClick(said.buttons[0], Qt.MouseButton.LeftButton)
    expected = install_command("no_such_module_at_all")
    assert QGuiApplication.clipboard().text() == expected
    assert sys.executable in expected


def test_another_error_says_nothing_of_modules(open_script):
    assert open_script("1 / 0").notices.shown == []
