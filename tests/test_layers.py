"""The layer rule: imports go down only, desktop -> widgets -> state, and state knows no Qt."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("state", "widgets", "desktop")  # from the bottom up; the root package stands on top
QT = {"PySide6", "shiboken6", "superqt", "qtpy", "pyqtgraph"}


def imported(module: str, source: str, is_package: bool = False) -> Iterator[tuple[int, str]]:
    """Each import as its line and the full dotted name, whichever way it is written."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(ast.parse(source, filename=module)):
        match node:
            case ast.Import():
                yield from ((node.lineno, alias.name) for alias in node.names)
            case ast.ImportFrom(module=name, level=level):
                base = package[: len(package) - level + 1] if level else []
                start = ".".join([*base, *([name] if name else [])])
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(str(name)), *_],
            ):
                yield node.lineno, name


def fault(module: str, name: str) -> str:
    """What is wrong with this import in this module of desklit; empty when nothing is."""
    layer = module.split(".")[1]
    top, *below = name.split(".")
    if layer == "state" and top in QT:
        return "state knows no Qt"
    if top == "streamlit":
        return "the real Streamlit is for tests/conformance alone"
    if top in LAYERS:
        return "write it relative to the package"
    if top != "desklit":
        return ""
    target = below[0] if below else ""
    if target in LAYERS:
        return f"{layer} lies below {target}" if LAYERS.index(target) > LAYERS.index(layer) else ""
    return "" if layer == "desktop" else f"{layer} lies below the root package"


def faults(module: str, source: str, is_package: bool = False) -> list[str]:
    found = ((line, name, fault(module, name)) for line, name in imported(module, source, is_package))
    return [f"{module}:{line}: {name}: {reason}" for line, name, reason in found if reason]


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_go_down_only(layer: str) -> None:
    found: list[str] = []
    for path in sorted((ROOT / layer).rglob("*.py")):
        is_package = path.name == "__init__.py"
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = ".".join(("desklit", *(parts[:-1] if is_package else parts)))
        found += faults(module, path.read_text(encoding="utf-8"), is_package)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("desklit.state.session", "from PySide6.QtCore import QObject"),
        ("desklit.state.session", "import PySide6"),
        ("desklit.state.session", "def f():\n    import shiboken6"),
        ("desklit.state.session", "import importlib\nimportlib.import_module('PySide6.QtCore')"),
        ("desklit.state.session", "from ..widgets.view import View"),
        ("desklit.state.session", "from .. import widgets"),
        ("desklit.state.session", "from desklit.desktop import canvas"),
        ("desklit.state.session", "from .. import button"),
        ("desklit.widgets.button", "from ..desktop.canvas import Canvas"),
        ("desklit.widgets.button", "import desklit"),
        ("desklit.widgets.data_editor.view", "from ...desktop import canvas"),
        ("desklit.widgets.button", "from state.element import Element"),
        ("desklit.desktop.window", "import streamlit"),
    ],
)
def test_an_import_that_goes_up_is_found(module: str, source: str) -> None:
    assert faults(module, source)


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("desklit.state.session", "from .element import Element\nimport queue"),
        ("desklit.widgets.button", "import PySide6.QtGui\nfrom ..state.element import Element"),
        ("desklit.widgets.data_editor.view", "from ..view import View\nfrom ...state.element import Element"),
        ("desklit.desktop.window", "from ..widgets.view import View\nfrom .. import state\nimport desklit"),
    ],
)
def test_an_import_that_goes_down_is_allowed(module: str, source: str) -> None:
    assert faults(module, source) == []


def test_relative_imports_of_a_package_count_from_the_package_itself() -> None:
    assert faults("desklit.widgets.data_editor", "from ...desktop import canvas", is_package=True)
    assert not faults("desklit.widgets.data_editor", "from ..view import View", is_package=True)
