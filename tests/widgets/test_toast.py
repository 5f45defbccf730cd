from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QWidget

import desklit as st
from desklit.desktop.toasts import SIDE, TOP, Toasts
from desklit.state import errors


def test_a_toast_goes_to_the_window_whatever_the_container(run, elements):
    st.sidebar.toast("**a**", icon=":material/home:")
    assert elements() == []
    shown = elements("event")[0]
    assert (shown.kind, shown.value, shown.icon, shown.duration) == ("toast", "**a**", ":material/home:", 4)


@pytest.mark.parametrize(("duration", "seconds"), [("short", 4), ("long", 10), ("infinite", 0), (7, 7)])
def test_a_duration_is_a_word_or_seconds(run, elements, duration, seconds):
    st.toast("a", duration=duration)
    assert elements("event")[0].duration == seconds


@pytest.mark.parametrize(
    ("body", "arguments", "error"),
    [
        ("", {}, errors.StreamlitMissingRequiredParameterError),
        ("a", {"icon": "x"}, errors.StreamlitAPIException),
        ("a", {"duration": "x"}, errors.StreamlitValueError),
        ("a", {"duration": 0}, errors.StreamlitValueError),
        ("a", {"duration": 2.5}, errors.StreamlitValueError),
        ("a", {"duration": True}, TypeError),
    ],
)
def test_wrong_arguments_are_refused(run, body, arguments, error):
    with pytest.raises(error):
        st.toast(body, **arguments)


def test_each_call_is_one_toast_and_its_handle_changes_it(run, elements):
    first = st.toast("a")
    st.toast("a")
    first.toast("b")
    shown = elements("event")
    assert [e.body for e in shown] == ["b", "a"]
    assert shown[0].identity != shown[1].identity


def test_the_next_runs_toast_is_another(run, next_run, elements):
    st.toast("a")
    new = next_run()
    st.toast("a")
    assert elements("event")[0].identity != elements("event", new)[0].identity


@pytest.fixture
def toasts(run, scene, show, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    window.show()
    shown = Toasts(scene, window)
    shown.window = window
    return shown


def test_toasts_stack_at_the_top_right_and_keep_to_it(run, toasts, show):
    st.toast("a", icon="✅")
    st.toast("many words " * 20)
    show(run)
    first, second = toasts.cards
    assert (first.x() + first.width(), first.y()) == (800 - SIDE, TOP)
    assert second.y() >= first.y() + first.height()
    assert second.height() > first.height()
    toasts.window.resize(320, 500)
    assert first.width() == 320 - 2 * SIDE


def test_a_toast_outlives_the_run_that_sent_it(run, next_run, toasts, show):
    st.toast("a", duration="infinite")
    canvas = show(run).canvas
    canvas.take(next_run())
    assert [card.element.body for card in toasts.cards] == ["a"]
    assert toasts.cards[0].remaining == -1


def test_the_cross_closes_a_toast(run, toasts, show, qtbot):
    st.toast("a")
    st.toast("b")
    show(run)
    qtbot.mouseClick(toasts.cards[0].close_button, Qt.MouseButton.LeftButton)
    assert [card.element.body for card in toasts.cards] == ["b"]
    assert toasts.cards[0].y() == TOP


def test_time_takes_a_toast_away_but_not_below_the_mouse(run, toasts, show, qtbot):
    st.toast("a", duration=1)
    show(run)
    card = toasts.cards[0]
    card.close_button.setFocus()
    QApplication.sendEvent(card, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert card.remaining == -1
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card.remaining > 0
    qtbot.waitUntil(lambda: not toasts.cards, timeout=3000)


def test_a_handle_changes_the_toast_on_screen(run, toasts, scene, show):
    st.toast("a")
    canvas = show(run).canvas
    card = toasts.cards[0]
    element = card.element
    scene.toast.emit(type(element)(body="b", serial=element.serial))
    assert toasts.cards == [card]
    assert card.accessibleName() == "b"
    assert canvas is not None
