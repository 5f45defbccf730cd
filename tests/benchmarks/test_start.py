"""From the start of a process to the first frame that shows all of ten elements, and what that imports."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from budgets import Count, Ratio

HERE = Path(__file__).parent
ELEMENTS = 10

COUNTER = """
import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0

def add(step):
    st.session_state.count += step

st.title("Counter")
st.write(f"Counted to {st.session_state.count}")
st.button("One more", on_click=add, args=(1,))
st.button("Start over", on_click=add, args=(-st.session_state.count,))
for number in range(6):
    st.write(f"Line {number}")
"""

FIELDS = """
import streamlit as st

st.title("Counter")
st.write("Counted to 0")
st.button("One more")
st.button("Start over")
st.text_input("Echoed")
st.slider("Followed", 0, 1_000)
st.write("Line 0")
st.number_input("Field 1", 0, 10)
st.write("Line 2")
st.text_input("Field 3")
"""

MOST_OWN = 130
MOST = 296

HEAVY = [
    *("numpy", "pandas", "pyarrow", "narwhals", "polars", "PIL", "matplotlib", "superqt", "pygments"),
    *("ziamath", "markdown_it", "mdit_py_plugins", "emoji", "linkify_it", "click", "tomli", "tomllib"),
    *("PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtTest"),
]

IMPORTED = """
import os, sys
import first_frame
first_frame.told = lambda: print("\\n".join(sys.modules))
first_frame.main()
"""


def environment() -> dict[str, str]:
    given = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    given["PYTHONPATH"] = os.pathsep.join(filter(None, [str(HERE), given.get("PYTHONPATH")]))
    # Whoever starts an app twice has its compiled modules.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    return given


def run(*words: object) -> str:
    ended = subprocess.run(
        [sys.executable, *map(str, words)],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def first_frame(painted: int, *program: object) -> float:
    started = time.monotonic()
    return float(run(HERE / "first_frame.py", painted, *program).split()[-1]) - started


@pytest.mark.parametrize(
    ("what", "script", "program", "painted"),
    [
        ("texts and buttons", COUNTER, ["handwritten_counter.py"], ELEMENTS),
        # A label of its own above each of the four fields; a spin box holds a line edit.
        ("half fields", FIELDS, ["handwritten_page.py", ELEMENTS], ELEMENTS + 4 + 1),
    ],
    ids=["counter", "fields"],
)
def test_start(in_turns, tmp_path, what, script, program, painted) -> None:
    app = tmp_path / "counter.py"
    app.write_text(script)
    in_turns(
        f"process start to first frame painted, 10 elements, {what}",
        lambda: first_frame(painted, HERE / program[0], *program[1:]),
        lambda: first_frame(ELEMENTS, "desklit", app),
        budget=Ratio(1.5),
        rounds=9,
        short=2,
    )


@pytest.fixture(scope="module")
def imported(tmp_path_factory) -> set[str]:
    """The modules of a process that has just shown the counter."""
    app = tmp_path_factory.mktemp("app") / "counter.py"
    app.write_text(COUNTER)
    return set(run("-c", IMPORTED, ELEMENTS, "desklit", app).split())


def test_a_counter_imports_nothing_heavy(imported) -> None:
    assert "desklit.widgets.button" in imported
    assert [name for name in HEAVY if name in imported] == []


def test_a_counter_imports_few_modules(in_turns, imported) -> None:
    own = sum(name.partition(".")[0] == "desklit" for name in imported)
    in_turns("modules of desklit at the first frame", None, lambda: own, budget=Count(MOST_OWN), unit="")
    in_turns("modules at the first frame", None, lambda: len(imported), budget=Count(MOST), unit="")
