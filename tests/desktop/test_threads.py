"""Threads of a script in a window: during the run, after it, and after the window has closed."""

from __future__ import annotations

import threading
from typing import Any

THREADED = """
    import threading
    import streamlit as st

    go, done = st.session_state.gates
    place = st.empty()
    def work():
        place.text("at work")
        go.wait(20)
        for part in range(3):
            place.text(f"part {part}")
        with st.container():
            st.text("and more")
        done.set()
    if "thread" not in st.session_state:
        st.session_state.thread = threading.Thread(target=work, daemon=True)
        st.session_state.thread.start()
    st.text("script done")
    st.button("again")
"""


def open_threaded(app: Any, tmp_path: Any, qtbot: Any, script: str = THREADED) -> tuple[Any, Any, Any]:
    import textwrap

    path = tmp_path / "app.py"
    path.write_text(textwrap.dedent(script))
    gates = threading.Event(), threading.Event()
    begin = app.begin
    app.begin = lambda window: (window.session.preset({"gates": gates}), begin(window))
    window = app.open(path)
    with qtbot.waitSignal(window.settled, timeout=20_000):
        window.show()
    return window, *gates


def test_what_a_thread_writes_after_the_run_shows(app, tmp_path, qtbot, texts):
    window, go, done = open_threaded(app, tmp_path, qtbot)
    qtbot.waitUntil(lambda: texts(window)[:2] == ["at work", "script done"])
    go.set()
    qtbot.waitUntil(lambda: texts(window) == ["part 2", "script done", "and more"])
    assert done.wait(10)
    assert window.report.outcome == "completed"


def test_what_a_thread_of_an_earlier_run_writes_does_not_show(app, tmp_path, qtbot, texts, find):
    window, go, done = open_threaded(app, tmp_path, qtbot)
    with qtbot.waitSignal(window.settled, timeout=20_000):
        find(window, "button").button.click()
    assert texts(window) == ["script done"]
    go.set()
    assert done.wait(10)
    with qtbot.waitSignal(window.settled, timeout=20_000):
        find(window, "button").button.click()
    assert texts(window) == ["script done"]
    assert window.report.outcome == "completed"


def test_a_thread_outlives_its_window(app, tmp_path, qtbot):
    window, go, done = open_threaded(app, tmp_path, qtbot)
    thread = window.session.state["thread"]
    worker = window.session.runner.worker
    window.close()
    qtbot.waitUntil(lambda: not worker.is_alive(), timeout=10_000)
    go.set()
    assert done.wait(10)
    thread.join(10)
    assert not thread.is_alive()


def test_a_thread_may_ask_for_a_run(app, tmp_path, qtbot, texts):
    script = """
        import threading
        import streamlit as st

        go, done = st.session_state.gates
        def work():
            go.wait(20)
            st.session_state.told = "by the thread"
            st.rerun()
        if "thread" not in st.session_state:
            st.session_state.thread = threading.Thread(target=work, daemon=True)
            st.session_state.thread.start()
        st.text(st.session_state.get("told", "nothing"))
    """
    window, go, _ = open_threaded(app, tmp_path, qtbot, script)
    assert texts(window) == ["nothing"]
    with qtbot.waitSignal(window.settled, timeout=20_000):
        go.set()
    assert texts(window) == ["by the thread"]
    assert window.report.causes == ("st.rerun",)


def test_a_run_is_not_held_up_by_a_thread_that_never_ends(app, tmp_path, qtbot, texts, find):
    script = """
        import threading, time
        import streamlit as st

        place = st.empty()
        st.button("again")
        stop = st.session_state.gates[0]
        def work():
            while not stop.is_set():
                place.text(time.monotonic())
        threading.Thread(target=work, daemon=True).start()
    """
    window, go, _ = open_threaded(app, tmp_path, qtbot, script)
    for _ in range(3):
        with qtbot.waitSignal(window.settled, timeout=20_000):
            find(window, "button").button.click()
    first = texts(window)
    qtbot.waitUntil(lambda: texts(window) != first, timeout=10_000)
    go.set()
