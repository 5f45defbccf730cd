"""Places that are filled again and again: what a user sees in them while a run goes on."""

from __future__ import annotations

import sys
import threading
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def gates(monkeypatch: Any) -> Any:
    """What scripts wait at: ``first`` and ``second``, events."""
    module: Any = ModuleType("gates")
    module.first, module.second = threading.Event(), threading.Event()
    monkeypatch.setitem(sys.modules, "gates", module)
    yield module
    module.first.set()
    module.second.set()


def kinds(window: Any) -> list[str]:
    """What is on the page, but for places that are empty."""
    return [view.element.kind for view in window.canvas.all_views() if view.element.kind != "empty"]


def test_what_a_run_takes_away_again_is_gone_at_once(open_script, gates, texts, qtbot):
    window = open_script(
        """
        import gates
        import streamlit as st
        said = st.empty()
        said.write("Loading")
        bar = st.progress(50)
        gates.first.wait(20)
        said.empty()
        bar.empty()
        st.text("below")
        gates.second.wait(20)
        said.write("Done")
        """,
        settle=False,
    )
    qtbot.waitUntil(lambda: kinds(window) == ["markdown", "progress"])
    gates.first.set()
    qtbot.waitUntil(lambda: "below" in texts(window))
    assert kinds(window) == ["text"]
    with qtbot.waitSignal(window.settled):
        gates.second.set()
    assert texts(window) == ["Done", "below"]


def test_what_lies_below_a_place_that_is_filled_again_keeps_its_views(open_script, gates, texts, qtbot):
    gates.first.set()
    gates.second.set()
    window = open_script(
        """
        import gates
        import streamlit as st
        st.session_state.setdefault("run", 0)
        st.session_state.run += 1
        said = st.empty()
        if st.session_state.run > 1:
            st.text("more")
        for number in range(5):
            st.text(f"line {number}")
        gates.first.wait(20)
        said.text(f"run {st.session_state.run}")
        gates.second.wait(20)
        """
    )
    before = window.canvas.all_views()
    gates.first.clear()
    gates.second.clear()
    window.session.runner.rerun()
    qtbot.waitUntil(lambda: "more" in texts(window))
    qtbot.waitUntil(lambda: texts(window)[-1] == "line 4")
    lines = {view.element.body: view for view in window.canvas.all_views() if hasattr(view.element, "body")}
    assert [lines[f"line {n}"] for n in range(5)] == before[1:]
    with qtbot.waitSignal(window.settled):
        gates.first.set()
        gates.second.set()
    assert texts(window) == ["run 2", "more", *(f"line {n}" for n in range(5))]
    assert window.canvas.all_views()[2:] == before[1:]
