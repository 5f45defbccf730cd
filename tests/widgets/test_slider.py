"""``st.slider`` in a script, and under the hands of a user."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

import desklit as st
from desklit.state.errors import (
    StreamlitInvalidFormCallbackError,
    StreamlitInvalidWidthError,
    StreamlitValueAboveMaxError,
    StreamlitValueBelowMinError,
)
from desklit.state.widget import Change
from desklit.widgets.slider import Slider, SliderView


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


def test_a_slider_starts_at_its_lower_bound(run: Any) -> None:
    assert st.slider("A") == 0
    assert shown(run).value == (0,)


def test_two_values_come_back_as_a_sorted_tuple(run: Any) -> None:
    assert st.slider("A", 0, 10, [8, 2]) == (2, 8)


@pytest.mark.parametrize(
    ("value", "wire"),
    [
        (dt.date(2024, 1, 5), (1704412800000000,)),
        (dt.datetime(2024, 1, 5, 3, 4, 5, 6), (1704423845000006,)),
        (dt.time(5, 6, 7, 8), (18367000008,)),
    ],
)
def test_dates_and_times_travel_as_exact_microseconds(run: Any, next_run: Any, value: Any, wire: Any) -> None:
    assert st.slider("A", value=value, key="k") == value
    element = shown(run)
    assert element.value == wire
    next_run(Change(element.id, wire))
    assert st.slider("A", value=value, key="k") == value


def test_a_change_arrives_and_survives_a_new_default_and_label(run: Any, next_run: Any) -> None:
    st.slider("A", 0, 10, 3, key="k")
    next_run(Change(shown(run).id, (7,)))
    assert st.slider("B", 0, 10, 5, key="k") == 7
    assert st.session_state.k == 7


@pytest.mark.parametrize("args", [(0, 11), (1, 10), (0, 10, None, 2)])
def test_other_bounds_or_steps_make_another_slider(run: Any, next_run: Any, args: Any) -> None:
    st.slider("A", 0, 10, key="k")
    next_run(Change(shown(run).id, (7,)))
    assert st.slider("A", *args, key="k") == args[0]


def test_without_a_key_another_label_makes_another_slider(run: Any, next_run: Any) -> None:
    st.slider("A", 0, 10)
    next_run(Change(shown(run).id, (7,)))
    assert st.slider("B", 0, 10) == 0


@pytest.mark.parametrize(
    ("bad", "error"),
    [(99, StreamlitValueAboveMaxError), (-5, StreamlitValueBelowMinError), (None, TypeError)],
)
def test_a_bad_value_in_the_state_raises_and_stays(run: Any, bad: Any, error: type[Exception]) -> None:
    st.session_state.k = bad
    with pytest.raises(error):
        st.slider("A", 0, 10, key="k")
    assert st.session_state.k == bad


@pytest.mark.parametrize("odd", [2.5, "3", True, (3, 4), (4, 3), [3, 4]])
def test_odd_values_in_the_state_come_back_as_they_are(run: Any, odd: Any) -> None:
    st.session_state.k = odd
    assert repr(st.slider("A", 0, 10, key="k")) == repr(odd)


def test_a_slider_that_gets_a_second_handle_takes_its_default_in_the_run_after(
    run: Any, next_run: Any
) -> None:
    st.slider("A", 0, 10, 5, key="k")
    next_run(Change(shown(run).id, (7,)))
    assert st.slider("A", 0, 10, (2, 3), key="k") == 7
    next_run()
    assert st.slider("A", 0, 10, (2, 3), key="k") == (2, 3)


def test_a_callback_runs_with_its_arguments(run: Any, next_run: Any) -> None:
    heard: list[Any] = []
    st.slider(
        "A",
        0,
        10,
        key="k",
        on_change=lambda a, b: heard.append((a, b, st.session_state.k)),
        args=(1,),
        kwargs={"b": 2},
    )
    next_run(Change(shown(run).id, (7,)))
    assert heard == [(1, 2, 7)]


def test_wrong_widths_and_callbacks_in_forms_are_refused(run: Any) -> None:
    with pytest.raises(StreamlitInvalidWidthError):
        st.slider("A", width="content")
    with st.form("f"), pytest.raises(StreamlitInvalidFormCallbackError):
        st.slider("A", on_change=print)


@pytest.mark.parametrize(
    ("args", "more", "texts", "want"),
    [
        ((0, 10), {}, ["2"], 2),
        ((0, 10), {}, ["99"], 0),
        ((0, 10), {}, ["x"], 0),
        ((0, 10, (1, 5)), {}, ["3", "2"], (2, 3)),
        ((0, 10, (1, 5)), {}, ["3"], (1, 5)),
        ((0.0, 10.0), {}, ["2"], 2.0),
        ((), {"value": dt.date(2024, 1, 3)}, ["2024-01-05"], dt.date(2024, 1, 5)),
        ((), {"value": dt.date(2024, 1, 3)}, ["1704412800000000"], dt.date(2024, 1, 5)),
        ((), {"value": dt.time(3)}, ["08:30"], dt.time(8, 30)),
        ((), {"value": dt.datetime(2024, 1, 3)}, ["2024-01-05T03:04"], dt.datetime(2024, 1, 5, 3, 4)),
    ],
)
def test_a_query_parameter_can_set_it(
    run: Any, state: Any, args: Any, more: Any, texts: Any, want: Any
) -> None:
    state.query.put("k", texts)
    assert st.slider("A", *args, key="k", bind="query-params", **more) == want


# The view


@pytest.fixture
def element(run: Any) -> Any:
    st.slider("How *old*", 0, 10, 4, help="years", key="k")
    return shown(run)


@pytest.fixture
def view(qtbot: Any, scene: Any, element: Slider) -> SliderView:
    made = SliderView(element, scene)
    qtbot.addWidget(made)
    made.resize(400, made.height_for(400))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def sent(view: SliderView) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def at(view: SliderView, position: int) -> QPoint:
    track = view.control
    return QPoint(round(6 + (track.width() - 12) * position / track._last), 28)


def test_it_is_as_high_as_a_field(view: SliderView) -> None:
    assert view.height_for(400) == 68
    view.show_element(replace(view.element, label_visibility="collapsed"))
    assert view.height_for(400) == 48


def test_a_drag_is_sent_once_at_its_end(qtbot: Any, view: SliderView) -> None:
    values = sent(view)
    qtbot.mousePress(view.control, Qt.MouseButton.LeftButton, pos=at(view, 4))
    qtbot.mouseMove(view.control, at(view, 6))
    qtbot.mouseMove(view.control, at(view, 8))
    assert values == []
    assert view.control.positions() == (8,)
    qtbot.mouseRelease(view.control, Qt.MouseButton.LeftButton, pos=at(view, 8))
    assert values == [(8,)]


def test_a_click_on_the_track_moves_the_handle_there(qtbot: Any, view: SliderView) -> None:
    values = sent(view)
    qtbot.mouseClick(view.control, Qt.MouseButton.LeftButton, pos=at(view, 9))
    assert values == [(9,)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Left, 3),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 10),
        (Qt.Key.Key_PageUp, 5),
    ],
)
def test_keys_move_the_handle(qtbot: Any, view: SliderView, key: Qt.Key, value: int) -> None:
    values = sent(view)
    qtbot.keyClick(view.control, key)
    assert values == [(value,)]


def test_an_update_is_silent_and_waits_for_a_drag(qtbot: Any, view: SliderView) -> None:
    values = sent(view)
    view.show_element(replace(view.element, value=(2,)))
    assert view.control.positions() == (2,)
    qtbot.mousePress(view.control, Qt.MouseButton.LeftButton, pos=at(view, 2))
    qtbot.mouseMove(view.control, at(view, 6))
    view.show_element(replace(view.element, value=(9,)))
    assert view.control.positions() == (6,)
    qtbot.mouseRelease(view.control, Qt.MouseButton.LeftButton, pos=at(view, 6))
    assert values == [(6,)]


def test_a_disabled_slider_does_not_move(qtbot: Any, view: SliderView) -> None:
    values = sent(view)
    view.show_element(replace(view.element, disabled=True))
    qtbot.mouseClick(view.control, Qt.MouseButton.LeftButton, pos=at(view, 9))
    assert values == []


def test_the_bounds_show_while_the_mouse_is_over_it(qtbot: Any, view: SliderView) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QApplication

    low, high = view._ends
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not low.isVisible()
    QApplication.sendEvent(view, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert (low.text(), high.text()) == ("0", "10")
    assert high.isVisible()
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert not high.isVisible()


def test_it_tells_its_name_and_value_to_assistive_technology(view: SliderView) -> None:
    assert view.control.accessibleName() == "How old"
    assert view.control.accessibleDescription() == "4"


@pytest.mark.parametrize(
    ("args", "more", "text"),
    [
        ((0.0, 1.0, 0.5), {"format": "percent"}, "50%"),
        ((0.0, 9.0, 1.25), {}, "1.25"),
        ((0, 9000, 1234), {"format": "%,d m"}, "1,234 m"),
        ((), {"value": dt.date(2024, 5, 1), "format": "DD.MM.YY"}, "01.05.24"),
        ((), {"value": dt.time(8, 30)}, "08:30"),
        ((0, 10, 3), {"format": "plain text"}, "plain text"),
    ],
)
def test_values_are_shown_in_their_format(
    qtbot: Any, scene: Any, run: Any, args: Any, more: Any, text: str
) -> None:
    st.slider("A", *args, **more)
    view = SliderView(shown(run), scene)
    qtbot.addWidget(view)
    assert view.describe(view.positions()[0]) == text


def test_a_value_between_two_steps_is_kept_until_it_is_moved(qtbot: Any, scene: Any, run: Any) -> None:
    st.slider("A", 0.0, 1.0, (0.123, 0.5), step=0.1, format="%.3f")
    view = SliderView(shown(run), scene)
    qtbot.addWidget(view)
    assert view.describe(view.positions()[0]) == "0.123"
    values = sent(view)
    view.control._active = 1
    qtbot.keyClick(view.control, Qt.Key.Key_Right)
    assert values == [(0.123, 0.6)]
