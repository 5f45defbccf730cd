from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.datetime_rules import moment_text, read_moment

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DT = dt.datetime


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.datetime_input(*args, **kwargs)
        view = show(run).items[-1]
        values = []
        view.changed.connect(values.append)
        return view, values

    return make


def type_in(qtbot, view, text):
    view.editor().setFocus()
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), text)


@pytest.mark.parametrize(
    ("value", "got"),
    [
        (None, None),
        (dt.date(2024, 1, 1), DT(2024, 1, 1)),
        (dt.time(3, 4), DT.combine(dt.date.today(), dt.time(3, 4))),
        ("2024-01-01", DT(2024, 1, 1)),
        ("03:04", DT.combine(dt.date.today(), dt.time(3, 4))),
        ("2024-01-01 03:04:05", DT(2024, 1, 1, 3, 4)),
        (DT(2024, 1, 1, 3, 4, 5, 6), DT(2024, 1, 1, 3, 4)),
        (DT(2024, 1, 1, 3, 4, tzinfo=dt.timezone.utc), DT(2024, 1, 1, 3, 4)),
        (DT(1, 1, 1), DT(1, 1, 1)),
        (DT(9999, 12, 31), DT(9999, 12, 31)),
    ],
)
def test_the_start_value(run, value, got):
    assert st.datetime_input("a", value) == got


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": "zz"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": "today"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": (DT(2024, 1, 1),)}, errors.StreamlitInvalidParameterTypeError),
        ({"step": 30}, errors.StreamlitValueOutOfRangeError),
        ({"step": 90000}, errors.StreamlitValueOutOfRangeError),
        ({"step": "x"}, errors.StreamlitInvalidParameterTypeError),
        ({"format": "zz"}, errors.StreamlitValueError),
        ({"value": DT(2024, 1, 1), "max_value": DT(2023, 1, 1)}, errors.StreamlitValueAboveMaxError),
        ({"value": DT(2024, 1, 1), "min_value": DT(2024, 2, 1)}, errors.StreamlitValueBelowMinError),
        ({"min_value": DT(2024, 2, 1), "max_value": DT(2023, 1, 1)}, errors.StreamlitInvalidMinMaxError),
        ({"value": DT(2024, 1, 1, 5), "max_value": "2024-01-01"}, errors.StreamlitValueAboveMaxError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.datetime_input("a", **arguments)


def test_a_date_as_the_last_moment_lasts_until_its_end(run):
    assert st.datetime_input("a", DT(2024, 1, 1, 5), max_value=dt.date(2024, 1, 1)) == DT(2024, 1, 1, 5)


def test_the_bounds_lie_ten_years_around_the_value(run, elements):
    st.datetime_input("a", DT(2024, 1, 1, 12))
    (element,) = elements()
    assert (element.min_value, element.max_value) == ("2014-01-01T00:00", "2034-01-01T23:59")


def test_values_come_back_and_another_step_starts_anew(run, next_run, elements):
    st.datetime_input("a", DT(2024, 1, 1), key="k")
    next_run(Change(elements()[0].id, "2025-02-03T04:05"))
    assert st.datetime_input("b", DT(2024, 1, 1), key="k") == DT(2025, 2, 3, 4, 5)
    next_run()
    assert st.datetime_input("b", DT(2024, 1, 1), key="k", step=60) == DT(2024, 1, 1)


def test_the_state_holds_datetimes(run):
    st.session_state.a = DT(2060, 5, 5, 1, 2, 3)
    assert st.datetime_input("a", DT(2024, 1, 1), key="a") == DT(2060, 5, 5, 1, 2, 3)
    st.session_state.b = dt.date(2024, 1, 1)
    with pytest.raises(AttributeError):
        st.datetime_input("a", DT(2024, 1, 1), key="b")


def test_moments_look_and_read_as_the_format_says():
    moment = DT(2024, 5, 31, 8, 45)
    assert moment_text(moment, "DD.MM.YYYY") == "31.05.2024, 08:45"
    for text in ("31.05.2024, 08:45", "31.5.2024 8:45", "2024-05-31T08:45", "31.05.2024, 8:45 am"):
        assert read_moment(text, "DD.MM.YYYY") == moment
    assert read_moment("31.05.2024", "DD.MM.YYYY") == DT(2024, 5, 31)
    for wrong in ("", "soon", "31.05.2024, soon"):
        with pytest.raises(ValueError, match=r".*"):
            read_moment(wrong, "DD.MM.YYYY")


def test_a_typed_moment_is_taken_over_by_enter(field, qtbot):
    view, values = field("a", DT(2024, 1, 1))
    type_in(qtbot, view, "2024/2/9 17:30")
    with qtbot.waitSignal(view.submit_requested):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert (values, view.text()) == (["2024-02-09T17:30"], "2024/02/09, 17:30")


def test_a_moment_out_of_bounds_is_not_sent(field, qtbot):
    view, values = field("a", DT(2024, 1, 1), max_value=DT(2024, 1, 1, 12))
    type_in(qtbot, view, "2024/01/01 12:01")
    view.commit()
    assert values == []
    assert "12:00" in view.error.text()


def test_the_arrow_keys_turn_the_part_at_the_cursor(field, qtbot):
    view, values = field("a", DT(2024, 1, 31, 23, 50))
    line = view.editor()
    line.setFocus()
    line.setCursorPosition(6)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert view.text() == "2024/02/29, 23:50"
    line.setCursorPosition(13)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert view.text() == "2024/02/29, 22:50"
    line.setCursorPosition(16)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert view.text() == "2024/02/29, 23:00"
    assert values == []
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert values == ["2024-02-29T23:00"]


def test_day_and_time_are_picked_one_after_the_other(field, qtbot):
    view, values = field("a", DT(2024, 1, 10, 8, 50))
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    table = view.popup.calendar.findChild(QTableView)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert values == ["2024-01-11T08:50"]
    assert view.popup.isVisible()
    assert view.times.currentText() == "08:50"
    view.times.setFocus()
    qtbot.keyClick(view.times, Qt.Key.Key_Down)
    assert values[-1] == "2024-01-11T09:00"
    qtbot.keyClick(view.popup, Qt.Key.Key_Escape)
    assert not view.popup.isVisible()
    assert view.text() == "2024/01/11, 09:00"


def test_a_rerun_keeps_half_typed_moments(run, next_run, show, qtbot):
    st.datetime_input("a", DT(2024, 1, 1), key="k")
    region = show(run)
    type_in(qtbot, region.items[0], "2024/")
    new = next_run()
    st.datetime_input("other", DT(2024, 1, 1), key="k")
    region.canvas.take(new)
    assert region.items[0].text() == "2024/"
