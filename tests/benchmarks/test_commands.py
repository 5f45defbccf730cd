from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from budgets import Ratio
from streamlit_rerun import Rerun
from timing import clocked

import desklit as st
from desklit.state.config import Config
from desklit.state.context import enter_run
from desklit.state.run import Run
from desklit.state.session_state import SessionState

CALLS = 1_000
OPTIONS = ["Apple", "Pear", "Plum"]
COMMANDS = {  # as text: Streamlit gets the same
    "write": "st.write(key)",
    "markdown": "st.markdown(key)",
    "text": "st.text(key)",
    "title": "st.title(key)",
    "code": "st.code(key)",
    "error": "st.error(key)",
    "metric": "st.metric(key, 1)",
    "container": "st.container()",
    "button": 'st.button("Button", key=key)',
    "checkbox": 'st.checkbox("Checkbox", key=key)',
    "radio": 'st.radio("Radio", OPTIONS, key=key)',
    "selectbox": 'st.selectbox("Selectbox", OPTIONS, key=key)',
    "multiselect": 'st.multiselect("Multiselect", OPTIONS, key=key)',
    "slider": 'st.slider("Slider", 0, 10, key=key)',
    "number_input": 'st.number_input("Number", 0, 10, key=key)',
    "text_input": 'st.text_input("Text", key=key)',
    "date_input": 'st.date_input("Date", "2026-03-14", key=key)',
}


@dataclass(frozen=True, slots=True)
class Record:
    """What one has to make at least to remember a call."""

    kind: str
    label: str
    value: int
    key: str


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_in_a_rerun(in_turns, tmp_path: Path, command: str) -> None:
    keys = [f"key {number}" for number in range(CALLS)]

    def append() -> None:
        made: list[Record] = []
        for key in keys:
            made.append(Record(command, "label", 1, key))

    one_run = reruns_of(command, CALLS, tmp_path)
    what = f"st.{command} in a rerun, beside appending a record"
    in_turns(
        what,
        clocked(append),
        one_run,
        budget=Ratio(10),
        rounds=15,
        times=CALLS,
        best=True,
        streamlit=Rerun(script_of(command, tmp_path), rounds=3),
    )


def script_of(command: str, folder: Path) -> Path:
    """The same calls as a script."""
    script = folder / "calls.py"
    lines = ["import streamlit as st", f"{OPTIONS = }", f"for number in range({CALLS}):"]
    lines += ['    key = f"key {number}"', f"    {COMMANDS[command]}"]
    script.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return script


def reruns_of(command: str, calls: int, home: Path) -> Callable[[], float]:
    """Does a run with that many calls and gives the seconds that they take."""
    call = eval(f"lambda key: {COMMANDS[command]}", {"st": st, "OPTIONS": OPTIONS})
    state = SessionState()
    config = Config.load(home=home, cwd=home, env={})
    keys = [f"key {number}" for number in range(calls)]

    def rerun() -> None:
        for key in keys:
            call(key)

    timed = clocked(rerun)

    def one_run() -> float:
        run = Run(1, state, config)
        state.begin_run()
        enter_run(run)
        try:
            return timed()
        finally:
            enter_run(None)
            state.finish_run(completed=True)

    return one_run


@pytest.mark.parametrize("command", ["write", "slider"])
def test_ten_thousand_calls_beside_a_thousand(in_turns, tmp_path: Path, command: str) -> None:
    in_turns(
        f"st.{command} 10,000 times, beside 1,000 times",
        reruns_of(command, 1_000, tmp_path),
        reruns_of(command, 10_000, tmp_path),
        budget=Ratio(12),
        rounds=15,
        best=True,
    )
