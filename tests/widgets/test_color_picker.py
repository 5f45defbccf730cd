from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QColorDialog

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.color_picker(*args, **kwargs)
        view = show(run).items[-1]
        values = []
        view.changed.connect(values.append)
        return view, values

    return make


@pytest.mark.parametrize(("value", "got"), [(None, "#000000"), ("#123", "#123"), ("#ABCDEF", "#ABCDEF")])
def test_the_start_value(run, value, got):
    assert st.color_picker("a", value) == got


@pytest.mark.parametrize("value", ["red", "#12345678", "123456", "", "#1234", "#ggg", " #123456"])
def test_what_is_no_colour_is_refused(run, value):
    with pytest.raises(errors.StreamlitAPIException, match="value"):
        st.color_picker("a", value)


def test_a_wrong_type_is_refused(run):
    with pytest.raises(errors.StreamlitInvalidParameterTypeError, match="value"):
        st.color_picker("a", 5)


def test_a_chosen_colour_comes_back(run, next_run, elements):
    st.color_picker("a", key="k")
    next_run(Change(elements()[0].id, "#ff0000"))
    assert st.color_picker("other label", "#123456", key="k") == "#ff0000"


def test_the_state_holds_texts(run):
    st.session_state.a = "red"
    assert st.color_picker("a", key="a") == "red"
    st.session_state.b = None
    with pytest.raises(TypeError, match="'b'"):
        st.color_picker("a", key="b")


def dialog_of(view):
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QColorDialog) and w.isVisible())


def test_a_click_opens_a_dialog_that_shows_what_is_tried(field, qtbot):
    view, values = field("Paint", "#112233")
    qtbot.mouseClick(view.swatch, Qt.MouseButton.LeftButton)
    dialog = dialog_of(view)
    assert dialog.windowTitle() == "Paint"
    assert dialog.currentColor().name() == "#112233"
    dialog.setCurrentColor(QColor("#445566"))
    assert (view.swatch.color, values) == ("#445566", [])
    dialog.accept()
    assert values == ["#445566"]


def test_a_cancelled_dialog_brings_the_colour_back(field, qtbot):
    view, values = field("Paint", "#112233")
    qtbot.mouseClick(view.swatch, Qt.MouseButton.LeftButton)
    dialog = dialog_of(view)
    dialog.setCurrentColor(QColor("#445566"))
    dialog.reject()
    assert (view.swatch.color, values) == ("#112233", [])


def test_the_keyboard_opens_the_dialog_and_another_answer_can_stand_in(field, qtbot):
    view, values = field("Paint", "#112233")
    view.ask = lambda parent, color, title, tried, done: done("#abcdef")
    view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert values == ["#abcdef"]


def test_a_colour_set_in_code_shows_silently(run, next_run, show):
    st.color_picker("a", key="k")
    region = show(run)
    view = region.items[0]
    values = []
    view.changed.connect(values.append)
    new = next_run()
    st.session_state.k = "#00ff00"
    st.color_picker("a", key="k")
    region.canvas.take(new)
    assert (view.swatch.color, values) == ("#00ff00", [])


def test_a_disabled_picker_opens_nothing(field, qtbot):
    view, _ = field("a", disabled=True)
    qtbot.mouseClick(view.swatch, Qt.MouseButton.LeftButton)
    assert not view.is_open
