from __future__ import annotations

import datetime
import decimal

import pytest
from PySide6.QtCore import QPoint

import desklit as st
from desklit.state import errors
from desklit.widgets.metric_view import shown


def made(elements, *args, **arguments):
    st.metric(*args, **arguments)
    return elements()[-1]


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.5, "1.5"), (None, "—"), ("x", "x"), (decimal.Decimal("1.50"), "1.50"), (True, "True")],
)
def test_a_figure_is_told_as_it_is(run, elements, value, text):
    assert made(elements, "a", value).value == text


def test_numbers_of_numpy_are_numbers(run, elements):
    np = pytest.importorskip("numpy")
    element = made(elements, "a", np.float64(1.5), np.int64(0))
    assert (element.value, element.delta, element.direction) == ("1.5", "0", "none")
    assert made(elements, "a", np.int64(3)).value == "3"


@pytest.mark.parametrize(
    ("delta", "color", "direction", "shade"),
    [
        (None, "normal", "none", "gray"),
        ("", "normal", "none", "gray"),
        (0, "normal", "none", "gray"),
        (0.0, "normal", "none", "gray"),
        (decimal.Decimal("-0"), "normal", "none", "gray"),
        ("0", "normal", "none", "gray"),
        ("0%", "normal", "up", "green"),
        ("-0.0%", "normal", "down", "red"),
        ("  -3", "normal", "down", "red"),
        ("−3", "normal", "up", "green"),
        (-2, "normal", "down", "red"),
        (-2, "inverse", "down", "green"),
        (2, "inverse", "up", "red"),
        (2, "off", "up", "gray"),
        (-1, "violet", "down", "violet"),
        (0, "violet", "none", "violet"),
        (1, "grey", "up", "gray"),
    ],
)
def test_arrow_and_colour_go_by_the_sign(run, elements, delta, color, direction, shade):
    element = made(elements, "a", 1, delta, color)
    assert (element.direction, element.color) == (direction, shade)


@pytest.mark.parametrize(
    ("arrow", "direction"), [("up", "up"), ("down", "down"), ("off", "none"), ("auto", "down")]
)
def test_the_arrow_can_be_forced(run, elements, arrow, direction):
    element = made(elements, "a", 1, -1, delta_arrow=arrow)
    assert (element.direction, element.color) == (direction, "red")


@pytest.mark.parametrize(
    ("args", "arguments", "error"),
    [
        (([1],), {}, errors.StreamlitInvalidParameterTypeError),
        ((datetime.date(2020, 1, 1),), {}, errors.StreamlitInvalidParameterTypeError),
        ((1, [1]), {}, errors.StreamlitInvalidParameterTypeError),
        ((1, 1, "foo"), {}, errors.StreamlitValueError),
        ((1,), {"delta_arrow": "foo"}, errors.StreamlitValueError),
        ((1,), {"label_visibility": "x"}, errors.StreamlitValueError),
        ((1,), {"chart_type": "pie", "chart_data": [1]}, errors.StreamlitValueError),
        ((1,), {"chart_data": ["a"]}, errors.StreamlitAPIException),
        ((1,), {"chart_data": [1, None]}, errors.StreamlitAPIException),
        ((1,), {"format": 3}, TypeError),
        ((1,), {"height": "x"}, errors.StreamlitInvalidHeightError),
        ((1,), {"icon": "q"}, errors.StreamlitAPIException),
    ],
)
def test_wrong_arguments_are_refused(run, args, arguments, error):
    with pytest.raises(error):
        st.metric("a", *args, **arguments)


@pytest.mark.parametrize(
    ("data", "values"),
    [
        ([1, 2, "3"], (1, 2, 3)),
        (range(3), (0, 1, 2)),
        ((x for x in [1, 2]), (1, 2)),
        ([], ()),
        (5, (5,)),
        ({"a": [1, 2], "b": [3, 4]}, (1, 2)),
        ([[1, 9], [2, 9]], (1, 2)),
    ],
)
def test_a_chart_takes_any_numbers(run, elements, data, values):
    assert made(elements, "a", 1, chart_data=data).chart == values


def test_a_chart_takes_the_first_column_of_a_frame(run, elements):
    pd = pytest.importorskip("pandas")
    pl = pytest.importorskip("polars")
    pa = pytest.importorskip("pyarrow")
    columns = {"a": [1, 2], "b": [3, 4]}
    frames = [
        pd.DataFrame(columns),
        pd.Series([1, 2]),
        pl.DataFrame(columns),
        pl.Series([1, 2]),
        pa.table(columns),
    ]
    for frame in frames:
        assert made(elements, "a", 1, chart_data=frame).chart == (1, 2)


@pytest.mark.parametrize(
    ("text", "format", "seen"),
    [
        ("1234.5", None, "1234.5"),
        ("1234.5", "%.2f", "1234.50"),
        ("1234", "localized", "1,234"),
        ("x", "%.2f", "x"),
        ("—", "dollar", "—"),
        ("nan", "%d", "nan"),
    ],
)
def test_numbers_are_shown_in_their_format(text, format, seen):
    assert shown(text, format) == seen


@pytest.fixture
def view(run, show):
    def make(*args, width=400, **arguments):
        st.metric(*args, **arguments)
        return show(run, width).items[-1]

    return make


def test_heights_are_those_of_streamlit(view):
    assert view("a", 1).height() == 76
    assert view("a", 1, 1).height() == 103
    assert view("a", 1, 1, border=True).height() == 135
    assert view("a", 1, label_visibility="collapsed").height() == 52
    assert view("a", 1, height=200).height() == 200


def test_everything_changes_in_place(view):
    shown = view("Sales", 1, help="why", icon=":material/home:", delta_description="today")
    assert shown.description.isVisible()
    assert not shown.change.isVisible()
    shown.show_element(
        type(shown.element)(label="Sales", body="2", delta="-1", direction="down", color="red")
    )
    assert shown.change.isVisible()
    assert not shown.description.isVisible()
    assert shown.figure.document.toPlainText() == "2"
    assert shown.accessibleName() == "Sales: 2 -1"


def test_a_long_figure_is_cut_with_its_whole_in_the_tooltip(view):
    shown = view("a", "a very long figure that does not fit", width=200)
    assert shown.figure.is_cut


@pytest.mark.parametrize("type", ["line", "area", "bar"])
def test_the_value_below_the_mouse_is_marked(view, qtbot, type):
    shown = view("a", 1, 1, chart_data=[1, 5, 2], chart_type=type, border=True)
    qtbot.mouseMove(shown.chart, QPoint(2, 2))
    qtbot.mouseMove(shown.chart, QPoint(shown.chart.width() // 2, 10))
    qtbot.waitUntil(lambda: shown.chart.marked == 1)
    assert not shown.chart.grab().isNull()


def test_equal_values_make_a_chart_too(view):
    assert not view("a", 1, chart_data=[3, 3, 3]).chart.grab().isNull()
    assert not view("a", 1, chart_data=[3]).chart.grab().isNull()
