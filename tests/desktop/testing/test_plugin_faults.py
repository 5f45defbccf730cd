from __future__ import annotations

import pytest

FAULTS = '''
import threading
from pathlib import Path

import pytest


def script():
    import streamlit as st

    st.button("Go")
    st.download_button("Save", "x", file_name="x.txt")


def test_slot(open_app):
    app = open_app(script)

    def broken_slot():
        raise RuntimeError("in a slot")

    app.button("Go").widget.button.clicked.connect(broken_slot)
    app.button("Go").click()


def test_slot_at_the_end(open_app):
    app = open_app(script)

    def broken_slot():
        raise RuntimeError("when it closes")

    app.window.closed.connect(broken_slot)


def test_warning(open_app):
    from PySide6.QtCore import qWarning

    app = open_app(script)
    app.window.closed.connect(lambda: qWarning("something is odd"))


def test_window(open_app):
    from PySide6.QtWidgets import QLabel

    open_app(script)
    global kept
    kept = QLabel()
    kept.setWindowTitle("Forgotten")
    kept.show()


def test_thread(open_app):
    def with_a_thread():
        import threading

        import streamlit as st

        st.text("runs")
        threading.Thread(target=threading.Event().wait, args=(6,), name="straggler", daemon=True).start()

    open_app(with_a_thread)


def test_dialog(open_app):
    open_app(script).download_button("Save").click()


def test_failure_is_told_with_what_is_shown(open_app):
    app = open_app(script)
    assert app.has("Stop")


def test_fine(open_app):
    app = open_app(script)
    app.button("Go").click()
    assert len(app.runs) == 2
'''


def test_what_goes_wrong_beside_a_test_fails_it_and_names_the_culprit(inner) -> None:
    result = inner("-p", "no:pytest-qt", test_faults=FAULTS)
    result.assert_outcomes(passed=1, failed=7)
    text = result.stdout.str()
    for line in (
        "in broken_slot",
        "RuntimeError: in a slot",
        "RuntimeError: when it closes",
        "Qt warns: something is odd",
        "A window is left over: QLabel 'Forgotten'.",
        "The thread 'straggler' is left over. It is here:",
        "It asks where to save 'x.txt'.",
    ):
        assert line in text, text
    shown = ["*Captured desklit call*", "*'script', 1 runs> shows, see *.png:", "*button 'Go'*"]
    result.stdout.fnmatch_lines(shown)
    failed = ["*FAILED*::test_slot -*", "*FAILED*::test_thread*", "*FAILED*::test_dialog*"]
    result.stdout.fnmatch_lines(failed)


def test_patterns_let_warnings_and_threads_pass(inner, pytester: pytest.Pytester) -> None:
    pytester.makeini(
        """
        [pytest]
        desklit_qt_ignore = ^something
        desklit_thread_ignore = ^strag
        """
    )
    result = inner("-p", "no:pytest-qt", "-k", "warning or thread", test_faults=FAULTS)
    result.assert_outcomes(passed=2, deselected=6)


def test_it_gets_on_with_pytest_qt(inner) -> None:
    result = inner("-k", "fine or slot", test_faults=FAULTS)
    result.assert_outcomes(passed=1, failed=2, deselected=5)
    assert "RuntimeError: when it closes" in result.stdout.str()


def test_a_session_that_does_not_use_it_imports_nothing_of_it(inner) -> None:
    result = inner(
        "-p",
        "no:pytest-qt",
        test_plain="""
        import sys

        def test_nothing_is_loaded():
            heavy = ("PySide6", "desklit.desktop.testing.")
            loaded = {name for name in sys.modules if name.startswith(heavy)}
            assert loaded == {"desklit.desktop.testing.plugin"}
            assert not any(name.startswith("streamlit") for name in sys.modules)
            assert "desklit.widgets.view" not in sys.modules
        """,
    )
    result.assert_outcomes(passed=1)
