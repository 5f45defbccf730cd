from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QTextDocument
from PySide6.QtWidgets import QLabel

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.button import Button, ButtonView
from desklit.widgets.markdown.label import Label


def test_a_button_is_true_in_the_run_after_a_click_only(run, next_run, elements):
    assert st.button("Go") is False
    (element,) = elements()
    next_run(Change(element.id, True))
    assert st.button("Go") is True
    next_run()
    assert st.button("Go") is False


def test_the_callback_runs_before_the_script_with_its_arguments(run, next_run, elements):
    log = []
    st.button("Go", on_click=lambda *a, **k: log.append((a, k)), args=[1], kwargs={"b": 2})
    next_run(Change(elements()[0].id, True))
    assert log == [((1,), {"b": 2})]


def test_two_equal_buttons_need_keys(run):
    st.button("Go")
    with pytest.raises(errors.StreamlitDuplicateElementId, match="key"):
        st.button("Go")
    st.button("Go", key="other")


def test_a_key_used_twice_is_refused(run):
    st.button("Go", key="k")
    with pytest.raises(errors.StreamlitDuplicateElementKey, match="'k'"):
        st.button("Stop", key="k")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"type": "big"}, errors.StreamlitValueError),
        ({"icon_position": "top"}, errors.StreamlitValueError),
        ({"icon": "x"}, errors.StreamlitAPIException),
        ({"shortcut": "C"}, errors.StreamlitAPIException),
        ({"on_click": 5}, errors.StreamlitValueError),
        ({"width": 3.5}, errors.StreamlitInvalidWidthError),
        ({"width": 0}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.button("Go", **arguments)


def test_state_may_not_set_a_button(run):
    st.session_state["b"] = True
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError, match="'b'"):
        st.button("Go", key="b")


def test_use_container_width_is_read_as_width(run, elements):
    st.button("Go", use_container_width=True)
    st.button("Stop", use_container_width=False, width="stretch")
    assert [e.width for e in elements()] == ["stretch", "content"]


@pytest.fixture
def view(run, show):
    def make(**arguments) -> ButtonView:
        arguments.setdefault("label", "Go")
        st.button(**arguments)
        return show(run).items[0]

    return make


def test_arguments_of_a_callback_that_are_no_list_are_named(run):
    with pytest.raises(TypeError, match="`args` is 5"):
        st.button("Go", on_click=print, args=5)


def test_a_click_tells_the_change(view, qtbot):
    shown = view()
    with qtbot.waitSignal(shown.changed) as signal:
        qtbot.mouseClick(shown.button, Qt.MouseButton.LeftButton)
    assert signal.args == [True]


def test_space_presses_the_focused_button(view, qtbot):
    shown = view()
    shown.setFocus()
    with qtbot.waitSignal(shown.changed):
        qtbot.keyClick(shown.button, Qt.Key.Key_Space)


def test_a_disabled_button_says_nothing(view, qtbot):
    shown = view(disabled=True)
    with qtbot.assertNotEmitted(shown.changed, wait=20):
        qtbot.mouseClick(shown.button, Qt.MouseButton.LeftButton)


def test_its_shortcut_presses_it_from_anywhere_in_the_window(view, qtbot):
    shown = view(shortcut="Ctrl+K")
    with qtbot.waitSignal(shown.changed):
        qtbot.keyClick(shown.window(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def test_a_shortcut_stands_fainter_beside_the_label(view):
    button = view(shortcut="Ctrl+K", type="primary").button
    label = button.findChild(Label)
    (keys,) = (child for child in button.findChildren(QLabel) if child.text() == "Ctrl+K")
    assert label.source == "Go"
    assert button.rect().contains(keys.geometry())
    assert label.geometry().right() < keys.x()
    picture = button.grab().toImage()
    drawn = {picture.pixelColor(x, y).name() for x in range(label.x(), keys.x()) for y in range(12, 28)}
    assert button.scene.theme.on_primary in drawn


@pytest.mark.parametrize("label", ["Go on", "Go **on**"])
def test_an_icon_at_the_right_leaves_as_much_room_as_one_at_the_left(view, label):
    def sides(**arguments):
        picture = view(label=label, icon=":material/home:", **arguments).button.grab().toImage()
        ground = picture.pixelColor(4, 20)
        row = range(2, picture.width() - 2)
        inked = [x for x in row if any(picture.pixelColor(x, y) != ground for y in range(8, 32))]
        return inked[0], picture.width() - 1 - inked[-1]

    left, right = sides(), sides(icon_position="right")
    assert abs(left[0] - right[1]) <= 2
    assert abs(left[1] - right[0]) <= 2


def test_an_update_changes_the_label_in_place_and_stays_silent(view, qtbot):
    shown = view()
    element = shown.element
    with qtbot.assertNotEmitted(shown.changed, wait=20):
        shown.show_element(Button(id=element.id, label="**Gone**", type="primary"))
    assert shown.button.accessibleName() == "Gone"
    assert shown.button.property("kind") == "primary"


def test_a_label_that_does_not_fit_breaks_or_is_cut(view):
    long = "A label that is far too long for the little room that it has"
    broken = view(label=long, width=120)
    assert broken.height() > 60
    broken.show_element(Button(id=("x",), label=long, wrap=False))
    assert broken.button.text().endswith("…")


def test_the_tooltip_is_the_help_or_else_a_label_that_is_cut(run, show, qapp):
    st.button("Go", help="Starts **all** of it")
    st.button("A label that is far too long for it", wrap=False, width=80)
    tips = []
    for view in show(run).items:
        middle = QPointF(view.button.rect().center())
        qapp.sendEvent(view.button, QEnterEvent(middle, middle, middle))
        tips.append(plain(view.button.toolTip()))
    assert tips == ["Starts all of it", "A label that is far too long for it"]


def plain(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText().strip()
