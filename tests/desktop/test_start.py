"""What is to be seen while an app's first run still goes on; and what is imported for how little."""

from __future__ import annotations

import subprocess
import sys

import pytest

GATE = """
from pathlib import Path
from time import sleep

def wait():
    while not Path({gate!r}).exists():
        sleep(0.01)
"""


@pytest.fixture
def gate(tmp_path):
    """A file that scripts wait for, in `gate.wait`."""
    path = tmp_path / "open"
    (tmp_path / "gate.py").write_text(GATE.format(gate=str(path)))
    yield path
    path.touch()
    sys.modules.pop("gate", None)


def test_the_first_elements_show_before_the_script_has_ended(gate, open_script, texts, qtbot):
    window = open_script(
        """
        import streamlit as st
        import gate
        st.title("Costs")
        st.text("first")
        st.button("More")
        gate.wait()
        st.text("last")
        """,
        settle=False,
    )
    qtbot.waitUntil(lambda: len(window.canvas.all_views()) == 3)
    assert all(view.isVisible() and view.height() > 0 for view in window.canvas.all_views())
    assert window.session.runner.is_busy()
    with qtbot.waitSignal(window.settled, timeout=20_000):
        gate.touch()
    assert texts(window) == ["Costs", "first", "last"]


def test_a_script_that_imports_for_long_leaves_a_window_with_a_sign(gate, open_script, texts, qtbot):
    window = open_script("import gate\ngate.wait()\nimport streamlit as st\nst.text('there')", settle=False)
    assert window.isVisible()
    qtbot.waitUntil(window.header.is_running_shown)
    assert window.session.runner.is_busy()
    assert window.canvas.all_views() == []
    with qtbot.waitSignal(window.settled, timeout=20_000):
        gate.touch()
    assert texts(window) == ["there"]
    assert not window.header.is_running_shown()


@pytest.mark.parametrize(
    ("program", "absent"),
    [
        ("import desklit", ["PySide6", "click", "desklit.state.run", "desklit.desktop"]),
        ("from desklit.desktop.testing import AppTest", ["PySide6", "click"]),
        (
            "import sys; sys.argv = ['desklit', '--version']\nfrom desklit.desktop.cli import main\n"
            "try: main()\nexcept SystemExit: pass",
            ["PySide6", "desklit.state.run", "desklit.state.config"],
        ),
        (
            "import sys; sys.argv = ['desklit', '--help']\nfrom desklit.desktop.cli import main\n"
            "try: main()\nexcept SystemExit: pass",
            ["PySide6", "desklit.state.run", "desklit.state.config"],
        ),
    ],
    ids=["face", "AppTest", "version", "help"],
)
def test_what_needs_no_window_imports_none(program, absent):
    code = f"{program}\nimport sys\nprint([name for name in {absent!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
