from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from desklit.desktop.app_memory import AppMemory, WindowMemory

PAGE = """
    import streamlit as st
    st.title("Numbers")
    st.button("Press")
    st.checkbox("Tick")
    st.dataframe({"a": [1, 2], "b": [3, 4]})
    st.sidebar.text_input("Name")
"""
LONG = """
    import streamlit as st
    for n in range(400):
        st.write(f"line {n}")
"""


def sizes(window):
    return {view.element.kind: view.size() for view in window.canvas.all_views()}


def turn(widget, steps, modifiers=Qt.KeyboardModifier.ControlModifier):
    """Turn the wheel over a widget. Qt hands it on to the widgets around only if it comes from the system."""
    while widget is not None:
        middle = widget.rect().center()
        event = QWheelEvent(
            QPointF(middle), QPointF(widget.mapToGlobal(middle)), QPoint(), QPoint(0, round(120 * steps)),
            Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        if QApplication.sendEvent(widget, event) and event.isAccepted():
            return
        widget = widget.parentWidget()


@pytest.mark.parametrize(
    ("key", "modifiers", "zoom"),
    [
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier, 1.1),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, 1.1),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier, 1.1),
        (Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier, 1.1),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier, 0.9),
    ],
)
def test_the_usual_keys_zoom(open_script, qtbot, key, modifiers, zoom):
    window = open_script(PAGE)
    qtbot.keyClick(window, key, modifiers)
    assert window.zooming.zoom == zoom
    assert window.notices.passing.text() == f"{zoom * 100:.0f} %"
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.zooming.zoom == 1.0


def test_all_of_the_page_grows_in_proportion(open_script):
    window = open_script(PAGE, size=(1600, 800))
    before, head, side = sizes(window), window.header.height(), window.sidebar.width()
    window.zooming.set(2.0)
    after = sizes(window)
    for kind in ("button", "checkbox", "title", "text_input"):
        assert after[kind].height() == pytest.approx(2 * before[kind].height(), abs=3), kind
    assert after["button"].width() == pytest.approx(2 * before["button"].width(), rel=0.05)
    assert (window.header.height(), window.sidebar.width()) == (2 * head, 2 * side)
    grid = next(view for view in window.canvas.all_views() if hasattr(view, "frame")).frame.grid
    assert grid.rowHeight(0) == 70


def test_there_and_back_the_page_is_as_it_was(open_script, qtbot):
    window = open_script(PAGE)
    before: QImage = window.grab().toImage()
    for _ in range(3):
        window.zooming.larger()
    assert window.grab().toImage() != before
    window.zooming.reset()
    window.notices.passing.hide()
    qtbot.waitUntil(lambda: window.grab().toImage() == before)


def test_there_is_a_largest_and_a_smallest_zoom(open_script):
    window = open_script(PAGE)

    def enabled():
        entries = {entry.name: entry.enabled for entry in window.menu.entries()[2].entries}
        return entries["Zoom in"], entries["Zoom out"]

    window.zooming.set(3.0)
    window.zooming.larger()
    assert window.zooming.zoom == 3.0
    assert enabled() == (False, True)
    window.zooming.set(0.5)
    window.zooming.smaller()
    assert window.zooming.zoom == 0.5
    assert enabled() == (True, False)


def test_the_wheel_zooms_with_ctrl_even_over_what_scrolls_itself(open_script):
    window = open_script(PAGE + "    with st.container(height=80):\n        st.text('a\\n' * 40)\n")
    turn(window.area.viewport(), 1)
    assert window.zooming.zoom == 1.1
    box = next(v for v in window.canvas.all_views() if getattr(v, "scroller", None) is not None)
    turn(box.scroller.viewport(), 1)
    assert window.zooming.zoom == 1.25
    assert box.scroller.verticalScrollBar().value() == 0
    grid = next(v for v in window.canvas.all_views() if hasattr(v, "frame")).frame.grid
    turn(grid.viewport(), -1)
    assert window.zooming.zoom == 1.1
    for _ in range(4):  # a touch pad
        turn(window.area.viewport(), 0.25)
    assert window.zooming.zoom == 1.25


def test_the_wheel_alone_scrolls(open_script):
    window = open_script(LONG)
    turn(window.area.viewport(), -1, Qt.KeyboardModifier.NoModifier)
    assert window.area.verticalScrollBar().value() > 0
    assert window.zooming.zoom == 1.0


def test_what_is_at_the_top_stays_there(open_script):
    window = open_script(LONG)
    bar = window.area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    def at_top():
        tops = {
            view.element.body: view.mapTo(window.area.viewport(), QPoint()).y()
            for view in window.canvas.all_views()
            if hasattr(view.element, "body")
        }
        return min((top, body) for body, top in tops.items() if top >= 0)

    _, body = at_top()
    for _ in range(4):
        window.zooming.larger()
    number = int(at_top()[1].split()[1])
    assert abs(number - int(body.split()[1])) <= 1


def test_the_zoom_is_remembered_for_the_app(open_script, app, tmp_path):
    window = open_script(PAGE)
    WindowMemory(window, AppMemory(tmp_path / "app.py", tmp_path / "apps"))
    window.zooming.set(1.5)
    window.close()
    again = open_script(PAGE)
    WindowMemory(again, AppMemory(tmp_path / "app.py", tmp_path / "apps"))
    assert again.zooming.zoom == 1.5
    assert sizes(again)["checkbox"].height() == 36


def test_a_sidebar_that_was_pulled_keeps_its_share(open_script, qtbot):
    window = open_script(PAGE, size=(1600, 800))
    window.zooming.set(2.0)
    window.sidebar.grip.moved.emit(500)
    assert window.sidebar.width() == 500
    window.zooming.reset()
    assert window.sidebar.width() == 250
