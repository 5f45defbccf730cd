from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QTableView

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.date_rules import (
    date_text,
    months_from,
    range_text,
    read_date,
    read_range,
    segment_at,
    years_from,
)

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
D = dt.date


def sent(view):
    values = []
    view.changed.connect(values.append)
    return values


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.date_input(*args, **kwargs)
        view = show(run).items[-1]
        return view, sent(view)

    return make


def type_in(qtbot, view, text):
    view.editor().setFocus()
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), text)


def click_day(qtbot, view, day):
    """Clicks a day that the open calendar shows."""
    table = view.popup.calendar.findChild(QTableView)
    model = table.model()
    calendar = view.popup.calendar
    first = QDate(calendar.yearShown(), calendar.monthShown(), 1)
    cells = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data() == day.day and model.index(row, column).flags()
    ]
    assert (first.year(), first.month()) == (day.year, day.month)
    cell = cells[0] if day.day < 15 else cells[-1]
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(cell).center())


@pytest.mark.parametrize(
    ("value", "got"),
    [
        (D(2024, 1, 31), D(2024, 1, 31)),
        (dt.datetime(2024, 3, 4, 5, 6), D(2024, 3, 4)),
        ("2024-05-06", D(2024, 5, 6)),
        ("2024-05-06 07:08:09", D(2024, 5, 6)),
        ("today", D.today()),
        (None, None),
        ([], ()),
        ((D(2024, 1, 1),), (D(2024, 1, 1),)),
        (["2024-01-01", "today"], (D(2024, 1, 1), D.today())),
        ((D(2024, 1, 5), D(2024, 1, 1)), (D(2024, 1, 5), D(2024, 1, 1))),
        (D(1, 1, 1), D(1, 1, 1)),
        (D(9999, 12, 31), D(9999, 12, 31)),
    ],
)
def test_the_start_value(run, value, got):
    assert st.date_input("a", value) == got


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": "yesterday"}, errors.StreamlitInvalidParameterTypeError),
        ({"value": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"value": ("today", None)}, errors.StreamlitInvalidParameterTypeError),
        ({"value": dt.time(1, 2)}, errors.StreamlitInvalidParameterTypeError),
        ({"value": {D(2024, 1, 1)}}, errors.StreamlitInvalidParameterTypeError),
        ({"min_value": (D(2024, 1, 1),)}, errors.StreamlitInvalidParameterTypeError),
        ({"value": D(2024, 1, 1), "min_value": D(2024, 2, 1)}, errors.StreamlitValueBelowMinError),
        ({"value": D(2024, 1, 1), "max_value": D(2023, 1, 1)}, errors.StreamlitValueAboveMaxError),
        ({"min_value": "2024-01-01", "max_value": "2023-01-01"}, errors.StreamlitInvalidMinMaxError),
        ({"min_value": D(2099, 1, 1), "value": None}, errors.StreamlitInvalidMinMaxError),
        ({"format": "YYYY/DD/MM"}, errors.StreamlitValueError),
        ({"format": "YYYY-MM/DD"}, errors.StreamlitValueError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.date_input("a", **arguments)


def test_a_range_of_three_dates_is_refused(run):
    with pytest.raises(errors.StreamlitAPIException, match="two"):
        st.date_input("a", [D(2024, 1, 1)] * 3)


def test_the_bounds_lie_ten_years_around_the_value(run, elements):
    st.date_input("a", D(2024, 2, 29))
    st.date_input("b", (D(2024, 1, 1), D(2025, 1, 1)))
    one, two = elements()
    assert (one.min_value, one.max_value) == (D(2014, 2, 28), D(2034, 2, 28))
    assert (two.min_value, two.max_value) == (D(2014, 1, 1), D(2035, 1, 1))


def test_values_come_back_as_dates(run, next_run, elements):
    st.date_input("a", D(2024, 1, 1), key="a")
    st.date_input("b", (), key="b")
    st.date_input("c", None, key="c")
    a, b, c = elements()
    next_run(
        Change(a.id, ("2024-02-29",)),
        Change(b.id, ("2024-01-02", "2024-01-09")),
        Change(c.id, ("2024-03-03",)),
    )
    assert st.date_input("a", D(2024, 1, 1), key="a") == D(2024, 2, 29)
    assert st.date_input("b", (), key="b") == (D(2024, 1, 2), D(2024, 1, 9))
    assert st.date_input("c", None, key="c") == D(2024, 3, 3)
    next_run(Change(c.id, ()))
    assert st.date_input("c", None, key="c") is None


def test_another_format_starts_a_keyed_field_anew(run, next_run, elements):
    st.date_input("a", D(2024, 1, 1), key="a")
    next_run(Change(elements()[0].id, ("2024-02-29",)))
    assert st.date_input("a", D(2024, 1, 1), key="a", format="DD.MM.YYYY") == D(2024, 1, 1)


def test_the_state_may_hold_any_date_but_nothing_else(run):
    st.session_state.a = D(2050, 1, 1)
    assert st.date_input("a", D(2024, 1, 1), key="a") == D(2050, 1, 1)
    st.session_state.b = "2024-01-01"
    with pytest.raises(AttributeError):
        st.date_input("a", D(2024, 1, 1), key="b")


def test_dates_look_and_read_as_the_format_says():
    day = D(2024, 5, 31)
    for format, text in (
        ("YYYY/MM/DD", "2024/05/31"),
        ("DD.MM.YYYY", "31.05.2024"),
        ("MM-DD-YYYY", "05-31-2024"),
    ):
        assert date_text(day, format) == text
        assert read_date(text, format) == day
        assert read_date("2024-05-31", format) == day
    assert read_date("31 5 24", "DD/MM/YYYY") == day
    assert read_date("31052024", "DD/MM/YYYY") == day
    assert read_range(range_text((day, day), "DD-MM-YYYY"), "DD-MM-YYYY") == (day, day)
    assert read_range("2024/06/01 to 2024/05/31", "YYYY/MM/DD") == (day, D(2024, 6, 1))
    for wrong in ("", "abc", "2024/13/01", "2024/02/30", "1"):
        with pytest.raises(ValueError, match=r".*"):
            read_date(wrong, "YYYY/MM/DD")


def test_months_and_years_keep_the_day_where_they_can():
    assert months_from(D(2024, 1, 31), 1) == D(2024, 2, 29)
    assert months_from(D(2024, 12, 31), 1) == D(2025, 1, 31)
    assert years_from(D(2024, 2, 29), 1) == D(2025, 2, 28)
    assert years_from(D(5, 1, 1), -10) == D.min
    assert segment_at("YYYY/MM/DD", 6) == (0, "MM")
    assert segment_at("YYYY/MM/DD", 23) == (1, "DD")


def test_a_typed_date_is_taken_over_by_enter(field, qtbot):
    view, values = field("a", D(2024, 1, 1))
    type_in(qtbot, view, "2024-2-9")
    with qtbot.waitSignal(view.submit_requested):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert (values, view.text()) == ([("2024-02-09",)], "2024/02/09")


def test_what_is_no_date_falls_back(field, qtbot):
    view, values = field("a", D(2024, 1, 1))
    type_in(qtbot, view, "soon")
    view.commit()
    assert (values, view.text()) == ([], "2024/01/01")


def test_a_date_out_of_bounds_is_not_sent_and_the_bound_is_named(field, qtbot):
    view, values = field("a", D(2024, 1, 1), max_value=D(2024, 12, 31))
    type_in(qtbot, view, "2025/01/01")
    view.commit()
    assert values == []
    assert "2024/12/31" in view.error.text()


def test_only_a_field_that_began_empty_can_be_emptied(field, run, show, qtbot):
    st.date_input("a", D(2024, 1, 1))
    st.date_input("b", None, key="b")
    a, b = show(run).items
    got = sent(a), sent(b)
    type_in(qtbot, b, "2024/01/01")
    b.commit()
    for view in (a, b):
        view.editor().selectAll()
        qtbot.keyClick(view.editor(), Qt.Key.Key_Backspace)
        view.commit()
    assert got == ([], [("2024-01-01",), ()])
    assert a.text() == "2024/01/01"


def test_the_arrow_keys_turn_the_part_at_the_cursor_until_enter(field, qtbot):
    view, values = field("a", D(2024, 1, 31))
    line = view.editor()
    line.setFocus()
    line.setCursorPosition(6)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert (view.text(), line.selectedText()) == ("2024/02/29", "02")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    line.setCursorPosition(1)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    assert view.text() == "2025/01/29"
    assert values == []
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert values == [("2025-01-29",)]


def test_a_click_in_the_calendar_picks_a_day_and_closes_it(field, qtbot):
    view, values = field("a", D(2024, 1, 10))
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert view.popup.isVisible()
    click_day(qtbot, view, D(2024, 1, 20))
    assert (values, view.text()) == ([("2024-01-20",)], "2024/01/20")
    assert not view.popup.isVisible()


def test_two_clicks_pick_a_range_in_any_order(field, qtbot):
    view, values = field("a", (D(2024, 1, 1), D(2024, 1, 3)))
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    click_day(qtbot, view, D(2024, 1, 20))
    assert view.popup.isVisible()
    assert values == [("2024-01-20",)]
    click_day(qtbot, view, D(2024, 1, 8))
    assert values[-1] == ("2024-01-08", "2024-01-20")
    assert not view.popup.isVisible()
    assert view.text() == "2024/01/08 – 2024/01/20"


def test_the_calendar_works_by_keyboard(field, qtbot):
    view, values = field("a", D(2024, 1, 10))
    view.editor().setFocus()
    qtbot.keyClick(view.editor(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    table = view.popup.calendar.findChild(QTableView)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert values == []
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert values == [("2024-01-18",)]
    assert not view.popup.isVisible()


def test_escape_closes_the_calendar(field, qtbot):
    view, values = field("a", None)
    view.open_calendar()
    qtbot.keyClick(view.popup, Qt.Key.Key_Escape)
    assert not view.popup.isVisible()
    assert values == []


def test_days_out_of_bounds_can_not_be_clicked(field, qtbot):
    view, values = field("a", D(2024, 1, 10), min_value=D(2024, 1, 5), max_value=D(2024, 1, 20))
    view.open_calendar()
    calendar = view.popup.calendar
    assert calendar.minimumDate() == QDate(2024, 1, 5)
    table = calendar.findChild(QTableView)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, table.height() - 10))
    assert values == []


def test_a_rerun_keeps_half_typed_dates(run, next_run, show, qtbot):
    st.date_input("a", D(2024, 1, 1), key="d")
    region = show(run)
    type_in(qtbot, region.items[0], "2024/0")
    new = next_run()
    st.date_input("other label", D(2024, 1, 1), key="d")
    region.canvas.take(new)
    assert region.items[0].text() == "2024/0"


def test_the_calendar_stays_open_over_a_rerun(run, next_run, show, qtbot):
    st.date_input("a", (), key="d")
    region = show(run)
    view = region.items[0]
    view.open_calendar()
    new = next_run()
    st.date_input("other label", (), key="d")
    region.canvas.take(new)
    assert view.popup.isVisible()
    view.popup.hide()


def test_a_disabled_field_opens_nothing(field, qtbot):
    view, _ = field("a", disabled=True)
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert view.popup is None
