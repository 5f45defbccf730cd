from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.time_rules import read_time, snapped, time_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
T = dt.time


def sent(view):
    values = []
    view.changed.connect(values.append)
    return values


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.time_input(*args, **kwargs)
        view = show(run).items[-1]
        return view, sent(view)

    return make


def type_in(qtbot, view, text):
    view.editor().setFocus()
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), text)


@pytest.mark.parametrize(
    ("value", "step", "got"),
    [
        (None, 900, None),
        ("08:45", 900, T(8, 45)),
        ("08:45:30", 900, T(8, 45)),
        ("08:45:30.5", 1, T(8, 45, 30)),
        ("2024-01-01 05:06", 900, T(5, 6)),
        ("08", 900, T(8)),
        (T(1, 2, 3, 4), 900, T(1, 2)),
        (T(1, 2, 3, 4), 30, T(1, 2, 3, 4)),
        (dt.datetime(2024, 1, 1, 5, 6, 7, tzinfo=dt.timezone.utc), 1, T(5, 6, 7)),
    ],
)
def test_the_start_value(run, value, step, got):
    assert st.time_input("a", value, step=step) == got


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": "8:45"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": "nonsense"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": dt.date(2024, 1, 1)}, errors.StreamlitInvalidParameterTypeError),
        ({"step": 0}, errors.StreamlitValueOutOfRangeError),
        ({"step": 82801}, errors.StreamlitValueOutOfRangeError),
        ({"step": dt.timedelta(milliseconds=500)}, errors.StreamlitValueOutOfRangeError),
        ({"step": "5"}, errors.StreamlitInvalidParameterTypeError),
        ({"step": 1.5}, errors.StreamlitInvalidParameterTypeError),
        ({"step": True}, errors.StreamlitInvalidParameterTypeError),
        ({"step": None}, errors.StreamlitInvalidParameterTypeError),
        ({"format": "zz"}, errors.StreamlitValueError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.time_input("a", **arguments)


def test_values_come_back_as_times_and_now_stays_one_widget(run, next_run, elements):
    st.time_input("a")
    next_run(Change(elements()[0].id, "23:59"))
    assert st.time_input("a") == T(23, 59)


def test_another_step_starts_a_keyed_field_anew(run, next_run, elements):
    st.time_input("a", T(1), key="k")
    next_run(Change(elements()[0].id, "23:59"))
    assert st.time_input("a", T(1), key="k", format="12h") == T(23, 59)
    next_run()
    assert st.time_input("a", T(1), key="k", step=60) == T(1)


def test_the_state_holds_times(run):
    st.session_state.a = T(3, 4, 5)
    assert st.time_input("a", T(1), key="a") == T(3, 4, 5)
    st.session_state.b = "05:06"
    with pytest.raises(TypeError, match="'b'"):
        st.time_input("a", T(1), key="b")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9:30", T(9, 30)),
        ("930", T(9, 30)),
        ("9", T(9)),
        ("21.05", T(21, 5)),
        ("9:30 pm", T(21, 30)),
        ("12am", T(0)),
        ("1200 PM", T(12)),
    ],
)
def test_typed_times_are_read_generously(text, time):
    assert read_time(text, seconds=False) == time


def test_what_is_no_time_is_not_read():
    for text in ("", "25:00", "9:75", "soon", "13 pm", "-1"):
        with pytest.raises(ValueError, match=r".*"):
            read_time(text, seconds=False)


def test_times_look_as_the_format_says():
    assert time_text(T(0, 5), seconds=False, half_day=True) == "12:05 AM"
    assert time_text(T(13, 5, 9), seconds=True, half_day=True) == "01:05:09 PM"
    assert time_text(T(13, 5), seconds=False, half_day=False) == "13:05"


def test_steps_snap_and_go_around_the_clock():
    assert snapped(T(8, 50), 900, 1) == T(9)
    assert snapped(T(8, 50), 900, -1) == T(8, 45)
    assert snapped(T(9), 900, -1) == T(8, 45)
    assert snapped(T(23, 50), 900, 1) == T(0)
    assert snapped(T(0), 900, -1) == T(23, 45)


def test_a_typed_time_is_taken_over_by_enter(field, qtbot):
    view, values = field("a", T(8, 45), format="12h")
    assert view.text() == "08:45 AM"
    type_in(qtbot, view, "9:07 pm")
    with qtbot.waitSignal(view.submit_requested):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert (values, view.text()) == (["21:07"], "09:07 PM")


def test_seconds_count_with_a_step_of_seconds(field, qtbot):
    view, values = field("a", T(8, 45, 3), step=90)
    assert view.text() == "08:45:03"
    type_in(qtbot, view, "10:11:12")
    view.commit()
    assert values == ["10:11:12"]


def test_what_is_no_time_falls_back(field, qtbot):
    view, values = field("a", T(8, 45))
    type_in(qtbot, view, "soon")
    view.commit()
    assert (values, view.text()) == ([], "08:45")


def test_the_arrow_keys_snap_to_the_step_until_enter(field, qtbot):
    view, values = field("a", T(8, 50))
    view.editor().setFocus()
    qtbot.keyClick(view.editor(), Qt.Key.Key_Up)
    assert (view.text(), values) == ("09:00", [])
    qtbot.keyClick(view.editor(), Qt.Key.Key_Down)
    qtbot.keyClick(view.editor(), Qt.Key.Key_Down)
    qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert values == ["08:30"]


def test_a_click_in_the_list_picks_a_time(field, qtbot):
    view, values = field("a", T(8, 50))
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    popup = view.popup
    assert popup.isVisible()
    assert popup.lit().text == "08:45"
    index = popup.list.model().index(36, 0)
    qtbot.mouseClick(
        popup.list.viewport(), Qt.MouseButton.LeftButton, pos=popup.list.visualRect(index).center()
    )
    assert (values, view.text()) == (["09:00"], "09:00")
    assert not popup.isVisible()


def test_the_list_works_by_keyboard(field, qtbot):
    view, values = field("a", T(8, 45))
    line = view.editor()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not view.popup.isVisible()
    assert values == []
    qtbot.keyClick(line, Qt.Key.Key_F4)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert values == ["08:30"]


def test_a_click_elsewhere_closes_the_list(field, qtbot):
    view, _ = field("a", T(8, 45))
    elsewhere = QLabel("x", view.window())
    elsewhere.move(300, 300)
    elsewhere.show()
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(elsewhere, Qt.MouseButton.LeftButton)
    assert not view.popup.isVisible()


def test_only_a_field_that_began_empty_can_be_emptied(run, show, qtbot):
    st.time_input("a", T(8))
    st.time_input("b", None)
    a, b = show(run).items
    got = sent(a), sent(b)
    type_in(qtbot, b, "9")
    b.commit()
    for view in (a, b):
        view.editor().selectAll()
        qtbot.keyClick(view.editor(), Qt.Key.Key_Backspace)
        view.commit()
    assert got == ([], ["09:00", None])


def test_a_rerun_keeps_half_typed_times(run, next_run, show, qtbot):
    st.time_input("a", T(8), key="k")
    region = show(run)
    type_in(qtbot, region.items[0], "9:")
    new = next_run()
    st.time_input("other label", T(8), key="k")
    region.canvas.take(new)
    assert region.items[0].text() == "9:"
