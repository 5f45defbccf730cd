from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

import desklit.desktop.window
from desklit.desktop import quick_imports
from desklit.desktop.quick_imports import uses_pyside

PROGRAM = """
import linecache, sys
from desklit.desktop.quick_imports import import_qt
import_qt()
import desklit.desktop.app
imported = [module for name, module in sys.modules.items() if name.startswith("desklit.")]
print(len(imported), len([module for module in imported if module.__file__ in linecache.cache]))
"""


def test_the_sources_of_imported_modules_are_not_kept() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    imported, kept = map(int, ended.stdout.split())
    assert imported > 50
    assert kept == 0


def test_shiboken_still_learns_which_modules_use_pyside(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "with_qt.py").write_text("from PySide6.QtCore import QObject\n")
    (tmp_path / "without_qt.py").write_text("import json\n")
    monkeypatch.syspath_prepend(tmp_path)
    import with_qt
    import without_qt

    assert [uses_pyside(module) for module in (with_qt, without_qt, sys)] == [True, False, False]
    assert uses_pyside(desklit.desktop.window)


SNAKE_CASE = """
from desklit.desktop.quick_imports import import_qt
import_qt()
from desklit.desktop.app import application
app = application()
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel
from __feature__ import snake_case
label = QLabel("a")
label.set_text("b")
assert not hasattr(label, "setText")
from desklit.widgets.elided import ElidedText
print(label.text(), ElidedText("c", QFont(), "#000000").text())
"""


def test_snake_case_in_a_script_leaves_desklit_alone(tmp_path) -> None:
    program = tmp_path / "program.py"
    program.write_text(SNAKE_CASE)
    ended = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert ended.stdout.split() == ["b", "c"], ended.stderr


WRONG_CALLS = """
{begin}
from PySide6.QtCore import QObject, QRect, QTimer
for wrong in (
    lambda: QRect("a", 2),
    lambda: QTimer().start("soon"),
    lambda: QTimer().setIntervall(3),
    lambda: QObject(name=3),
    lambda: QTimer.singleShot(),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
from PySide6.support.signature import get_signature
print(get_signature(QRect.intersects), get_signature(QTimer.start))
import PySide6.support.signature.parser as parser
print(parser.EnumSelect.SELECTION, hasattr(parser, "nothing_of_that_name"))
import PySide6.support.signature.lib.enum_sig as enum_sig
print(enum_sig.ExactEnumerator.__name__)
"""
LATER = "from desklit.desktop.quick_imports import import_qt; import_qt()"


def test_wrong_calls_of_qt_are_explained_as_ever() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", WRONG_CALLS.format(begin=begin)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for begin in ("", LATER)
    ]
    assert "Supported signatures" in told[0]
    assert told[1] == told[0]


def test_what_explains_wrong_calls_is_not_read_before_there_is_one() -> None:
    program = f"""
import sys
{LATER}
from PySide6.QtCore import QRect
print("pyside_type_init" in vars(sys.modules["PySide6.support.signature.parser"]))
try:
    QRect('a', 2)
except Exception as error:
    print(type(error).__name__)
print("pyside_type_init" in vars(sys.modules["PySide6.support.signature.parser"]))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["False", "TypeError", "True"]


def test_a_pyside_that_it_was_not_tried_with_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    package = tmp_path / "PySide6"
    package.mkdir()
    spec = importlib.util.spec_from_loader("PySide6", None, is_package=True)
    spec.submodule_search_locations = [str(package)]
    monkeypatch.setattr(quick_imports, "find_spec", lambda name: spec)
    assert not quick_imports._is_tried()
    for version, tried in (("6.11.3", True), ("6.13.0", False), ("6.1.1", False)):
        (package / "_config.py").write_text(f'version = "{version}"\n')
        assert quick_imports._is_tried() == tried
