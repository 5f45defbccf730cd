from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desklit.desktop import app as app_module

SLOW = """
import threading
gate = threading.Event()
import gates
gates.all.append(gate)
gate.wait(20)
import streamlit as st
st.set_page_config(page_title="Slow but sure")
st.title("Here")
gates.all.append(gate)
gates.second.wait(20)
"""


@pytest.fixture
def gates(tmp_path, monkeypatch):
    """What the script waits at; the module is one that both sides import."""
    import threading
    from types import ModuleType

    module = ModuleType("gates")
    module.all = []
    module.second = threading.Event()
    monkeypatch.setitem(sys.modules, "gates", module)
    yield module
    module.second.set()
    for gate in module.all:
        gate.set()


def waiting(window):
    return window.area.findChild(QWidget, "waiting")


def inks(picture):
    """How many different colours a picture has, seen on a grid."""
    places = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    return {QColor(picture.pixel(x, y)).name() for x, y in places}


def test_a_script_that_imports_for_long_shows_shapes_and_the_title_it_will_have(open_script, gates, qtbot):
    window = open_script(SLOW, settle=False)
    qtbot.waitUntil(lambda: waiting(window) is not None)
    shapes = waiting(window)
    assert shapes.isVisible()
    assert len(inks(window.area.grab().toImage())) > 1
    qtbot.waitUntil(lambda: window.windowTitle() == "Slow but sure")
    window.resize(500, 600)
    qtbot.waitUntil(lambda: shapes.size() == window.area.size())


def test_the_first_element_takes_the_place_of_the_shapes_while_the_script_goes_on(open_script, gates, qtbot):
    window = open_script(SLOW, settle=False)
    qtbot.waitUntil(lambda: waiting(window) is not None)
    gates.all[0].set()
    qtbot.waitUntil(lambda: waiting(window) is None or not waiting(window).isVisible())
    assert window.session.runner.is_busy()
    assert [view.element.kind for view in window.canvas.all_views()] == ["title"]
    with qtbot.waitSignal(window.settled):
        gates.second.set()
    assert window.windowTitle() == "Slow but sure"


def test_the_icon_that_a_script_will_have_is_there_while_it_starts(open_script, gates, qtbot):
    window = open_script(SLOW.replace('sure"', 'sure", page_icon="🐢"'), settle=False)
    qtbot.waitUntil(lambda: waiting(window) is not None)
    qtbot.waitUntil(lambda: not window.windowIcon().isNull())
    early = window.windowIcon().pixmap(32).toImage()
    gates.all[0].set()
    with qtbot.waitSignal(window.settled):
        gates.second.set()
    assert window.windowIcon().pixmap(32).toImage() == early


@pytest.mark.parametrize("icon", ["🐢", ":material/no_such_icon:", "random", "gone.png"])
def test_an_icon_that_the_script_did_not_give_after_all_is_not_kept(open_script, gates, qtbot, icon):
    window = open_script(
        f"""
        import gates, streamlit as st
        gates.second.wait(20)
        if st.session_state.get("never"):
            st.set_page_config("Never", {icon!r})
        """,
        settle=False,
    )
    qtbot.waitUntil(lambda: window.windowTitle() == "Never")
    assert window.windowIcon().isNull() == (icon != "🐢")
    with qtbot.waitSignal(window.settled):
        gates.second.set()
    qtbot.waitUntil(lambda: waiting(window) is None)
    assert window.windowIcon().isNull()


def test_a_title_that_the_script_did_not_give_after_all_is_not_kept(open_script, gates, qtbot):
    window = open_script(
        """
        import gates, streamlit as st
        gates.second.wait(20)
        if st.session_state.get("never"):
            st.set_page_config(page_title="Never")
        """,
        settle=False,
    )
    qtbot.waitUntil(lambda: window.windowTitle() == "Never")
    with qtbot.waitSignal(window.settled):
        gates.second.set()
    assert window.windowTitle() == "app"
    qtbot.waitUntil(lambda: waiting(window) is None)


def test_an_error_before_the_first_element_takes_the_place_of_the_shapes(open_script, gates, qtbot):
    window = open_script("import gates\ngates.second.wait(20)\nimport no_such_module", settle=False)
    qtbot.waitUntil(lambda: waiting(window) is not None)
    with qtbot.waitSignal(window.settled):
        gates.second.set()
    qtbot.waitUntil(lambda: waiting(window) is None)
    assert [view.element.kind for view in window.canvas.all_views()] == ["exception"]


def test_a_quick_script_never_shows_shapes_nor_imports_them(open_script, monkeypatch, qtbot):
    monkeypatch.setattr(app_module, "WAITS", 10_000)  # ms: however slow the machine is
    monkeypatch.delitem(sys.modules, "desklit.desktop.waiting_page", raising=False)
    window = open_script("import streamlit as st\nst.text('quick')")
    assert waiting(window) is None
    app_module._show_waiting(window, None)
    assert waiting(window) is None
    assert "desklit.desktop.waiting_page" not in sys.modules


def test_a_window_may_close_while_it_waits(open_script, gates, qtbot):
    window = open_script(SLOW, settle=False)
    qtbot.waitUntil(lambda: waiting(window) is not None)
    with qtbot.waitSignal(window.closed):
        window.close()
    gates.all[0].set()


def test_the_shapes_follow_the_theme(open_script, gates, qtbot):
    window = open_script(SLOW, settle=False)
    qtbot.waitUntil(lambda: waiting(window) is not None)
    light = inks(waiting(window).grab().toImage())
    with qtbot.waitSignal(window.scene.theme_changed):
        window.preferences.look = "dark"
    assert inks(waiting(window).grab().toImage()).isdisjoint(light)
