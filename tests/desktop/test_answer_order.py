"""In what order a click, what follows from it, and what is painted of both come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

PAGE = """
import streamlit as st
st.session_state.setdefault("count", 0)
if st.button("More"):
    st.session_state.count += 1
st.write(f"Counted to {st.session_state.count}")
"""


class Painted(QObject):
    """Notes when something is painted."""

    def __init__(self, name: str, noted: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._name, self._noted = name, noted
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._noted.append(self._name)
        return False


@pytest.fixture
def page(open_script, find, qtbot):
    window = open_script(PAGE)
    qtbot.waitExposed(window)
    QCoreApplication.processEvents()  # all is painted by then
    return window, find(window, "button").button, find(window, "markdown")


@pytest.mark.parametrize("how", ["mouse", "key", "program"])
def test_a_click_is_told_once_and_before_the_button_is_painted(page, qtbot, how):
    window, button, _ = page
    noted: list[str] = []
    button.setFocus()
    if how == "mouse":
        qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    elif how == "key":
        qtbot.keyPress(button, Qt.Key.Key_Space)
    button.pushed.connect(lambda: noted.append("pushed"))
    button.clicked.connect(lambda: noted.append("clicked"))
    Painted("button painted", noted, button)
    with qtbot.waitSignal(window.settled):
        if how == "mouse":
            qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
        elif how == "key":
            qtbot.keyRelease(button, Qt.Key.Key_Space)
        else:
            button.click()
    # Qt paints a button at once that its user lets go, and not one that is pressed by a program.
    order = ["pushed", "clicked"] if how == "program" else ["pushed", "button painted", "clicked"]
    assert noted[: len(order)] == order
    assert noted.count("pushed") == 1
    assert window.session.state["count"] == 1


def test_the_end_of_a_run_is_told_after_what_it_shows_is_painted(page, qtbot):
    window, button, text = page
    noted: list[str] = []
    Painted("painted", noted, text)
    window.session.delivered.connect(lambda _: noted.append("delivered"))
    window.session.run_finished.connect(lambda _: noted.append("told"))
    with qtbot.waitSignal(window.settled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert text.element.body == "Counted to 1"
    assert noted[-3:] == ["delivered", "painted", "told"]
