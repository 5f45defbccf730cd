from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.number_rules import number_text, read_number


def sent(view):
    values = []
    view.changed.connect(values.append)
    return values


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.number_input(*args, **kwargs)
        view = show(run).items[-1]
        return view, sent(view)

    return make


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ({}, 0.0),
        ({"min_value": 3.5}, 3.5),
        ({"min_value": 2, "value": None}, None),
        ({"max_value": 1.0}, 0.0),
        ({"step": 5}, 0),
        ({"step": 0.5}, 0.0),
        ({"value": True}, 1),
        ({"value": 2**53 - 1}, 2**53 - 1),
        ({"value": 1e308}, 1e308),
        ({"format": "%d"}, 0.0),
        ({"value": 1, "format": "%0.2f"}, 1),
        ({"min_value": 5, "max_value": 5}, 5),
        ({"step": 0}, 0),
    ],
)
def test_the_start_value_and_its_type(run, arguments, value):
    got = st.number_input("a", **arguments)
    assert got == value
    assert type(got) is type(value)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"value": 20, "min_value": 1, "max_value": 10}, errors.StreamlitValueAboveMaxError),
        ({"value": -20, "min_value": 1, "max_value": 10}, errors.StreamlitValueBelowMinError),
        ({"value": 2, "min_value": 1, "max_value": 10.0}, errors.StreamlitMixedNumericTypesError),
        ({"value": 1, "step": 0.5}, errors.StreamlitMixedNumericTypesError),
        ({"value": [1]}, errors.StreamlitMixedNumericTypesError),
        ({"value": "3"}, errors.StreamlitJSNumberBoundsError),
        ({"min_value": "a"}, errors.StreamlitJSNumberBoundsError),
        ({"value": 2**53}, errors.StreamlitJSNumberBoundsError),
        ({"max_value": 2**60}, errors.StreamlitJSNumberBoundsError),
        ({"min_value": -(2**60)}, errors.StreamlitJSNumberBoundsError),
        ({"value": float("inf")}, errors.StreamlitJSNumberBoundsError),
        ({"min_value": float("-inf")}, errors.StreamlitJSNumberBoundsError),
        ({"min_value": 10, "max_value": 1}, errors.StreamlitInvalidMinMaxError),
        ({"max_value": -5}, errors.StreamlitValueAboveMaxError),
        ({"format": "nonsense"}, errors.StreamlitInvalidNumberFormatError),
        ({"format": "%d apples"}, errors.StreamlitInvalidNumberFormatError),
        ({"format": "%d%%"}, errors.StreamlitInvalidNumberFormatError),
        ({"format": "%c"}, errors.StreamlitInvalidNumberFormatError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
        ({"icon": "zz"}, errors.StreamlitAPIException),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.number_input("a", **arguments)


@pytest.mark.parametrize("format", ["%5d", "%05.1f", "%x", "%o", "%g", "%u", "%E", "%+d", "%ld", "%s", "%.f"])
def test_formats_that_give_a_number_are_taken(run, format):
    assert st.number_input("a", format=format) == 0.0


@pytest.mark.parametrize(
    ("value", "start", "got"),
    [
        (4, "min", 4),
        (99, "min", 0),
        (-5, "min", 0),
        (2.5, "min", 2.5),
        (None, "min", None),
        (99, 5, 5),
        (99, None, None),
    ],
)
def test_a_state_value_out_of_bounds_becomes_the_default(run, value, start, got):
    st.session_state.n = value
    assert st.number_input("a", 0, 10, start, key="n") == got
    assert st.session_state.n == got


@pytest.mark.parametrize("value", ["3", [1]])
def test_a_state_value_that_is_no_number_raises(run, value):
    st.session_state.n = value
    with pytest.raises(TypeError, match="'n'"):
        st.number_input("a", 0, 10, key="n")


def test_what_is_entered_gets_the_type_of_the_field(run, next_run, elements):
    st.number_input("a", 1, 10, None)
    next_run(Change(elements()[0].id, 4.5))
    got = st.number_input("a", 1, 10, None)
    assert (got, type(got)) == (4, int)


@pytest.mark.parametrize(
    ("format", "value", "text"),
    [
        ("%d", 7.9, "7"), ("%0.2f", 3, "3.00"), ("%f", 1.5, "1.5"), ("%x", 255, "ff"), ("%s", 3.0, "3"),
        ("%05.1f", 2.25, "002.2"), ("%d", None, ""), ("%d", float("nan"), ""), ("%d", float("inf"), "inf"),
        ("%d", 10**20, "100000000000000000000"), ("%+d", 5, "+5"), ("%.3e", 12345.0, "1.234e+04"),
    ],
)  # fmt: skip
def test_numbers_look_as_their_format_says(format, value, text):
    assert number_text(format, value) == text


def test_typed_numbers_are_read_in_the_users_notation():
    assert read_number(" 1e3 ", whole=True) == 1000
    assert read_number("-.5", whole=False) == -0.5
    assert read_number("2,5", whole=False, decimal_point=",") == 2.5
    assert read_number("2.7", whole=True) == 2
    assert read_number("", whole=True) is None
    for text in ("abc", "1_000", "inf", "nan", "1e999", "2,5"):
        with pytest.raises(ValueError, match=r".*"):
            read_number(text, whole=False)


def type_in(qtbot, view, text):
    view.editor().setFocus()
    view.editor().selectAll()
    qtbot.keyClicks(view.editor(), text)


def test_enter_takes_the_number_over_and_formats_it(field, qtbot):
    view, values = field("a", value=1.0)
    type_in(qtbot, view, "2.5")
    with qtbot.waitSignal(view.submit_requested):
        qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert (values, view.text()) == ([2.5], "2.50")


def test_the_buttons_step_and_stop_at_the_bounds(field, qtbot):
    view, values = field("a", 0, 2, 1)
    qtbot.mouseClick(view.plus, Qt.MouseButton.LeftButton)
    assert (values, view.text()) == ([2], "2")
    assert not view.plus.isEnabled()
    qtbot.mouseClick(view.minus, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.minus, Qt.MouseButton.LeftButton)
    assert values == [2, 1, 0]
    assert not view.minus.isEnabled()


def test_arrow_keys_step_from_what_is_typed(field, qtbot):
    view, values = field("a", 0, 100, step=10)
    type_in(qtbot, view, "5")
    qtbot.keyClick(view.editor(), Qt.Key.Key_Up)
    assert (values, view.text()) == ([15], "15")
    qtbot.keyClick(view.editor(), Qt.Key.Key_Down)
    assert values == [15, 5]


def test_float_steps_add_up_as_they_are_written(field, qtbot):
    view, values = field("a", value=0.1, step=0.1)
    qtbot.mouseClick(view.plus, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.plus, Qt.MouseButton.LeftButton)
    assert values == [0.2, 0.3]


def test_a_step_from_an_empty_field_begins_at_the_least_value(field, qtbot):
    view, values = field("a", 3, 9, None)
    qtbot.keyClick(view.editor(), Qt.Key.Key_Up)
    assert values == [4]


def test_the_buttons_of_an_empty_field_wait_for_a_number(field, qtbot):
    view, values = field("a", 3, 9, None)
    assert not view.plus.isEnabled()
    assert not view.minus.isEnabled()
    qtbot.keyClicks(view.editor(), "5")
    qtbot.keyClick(view.editor(), Qt.Key.Key_Return)
    assert view.plus.isEnabled()
    assert view.minus.isEnabled()
    qtbot.mouseClick(view.plus, Qt.MouseButton.LeftButton)
    assert values == [5, 6]


def turn(view, by):
    here = QPointF(5, 5)
    wheel = QWheelEvent(
        here, view.editor().mapToGlobal(here), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.editor(), wheel)


def test_the_wheel_steps_only_a_field_with_the_focus(field, qtbot):
    view, values = field("a", 0, 10, 5)
    view.editor().clearFocus()
    turn(view, 120)
    assert values == []
    view.editor().setFocus()
    turn(view, 120)
    turn(view, -120)
    turn(view, -120)
    assert values == [6, 5, 4]


def test_what_is_no_number_falls_back(field, qtbot):
    view, values = field("a", value=7)
    type_in(qtbot, view, "abc")
    view.commit()
    assert (view.text(), values) == ("7", [])


def test_a_number_out_of_bounds_is_not_sent_and_the_bound_is_named(field, qtbot):
    view, values = field("a", 0, 10, 5)
    type_in(qtbot, view, "99")
    view.commit()
    assert values == []
    assert "10" in view.error.text()
    assert not view.may_submit()
    type_in(qtbot, view, "9")
    view.commit()
    assert (values, view.error.text()) == ([9], "")


def test_an_emptied_field_goes_back_to_the_default(field, qtbot):
    view, values = field("a", value=7)
    view.editor().selectAll()
    qtbot.keyClick(view.editor(), Qt.Key.Key_Backspace)
    view.commit()
    assert (view.text(), values) == ("7", [])


def test_an_optional_field_can_be_emptied_and_a_required_one_not(run, show, qtbot):
    st.number_input("a", value=None, key="a", step=1)
    st.number_input("b", value=None, key="b", step=1, required=True)
    a, b = show(run).items
    got = sent(a), sent(b)
    for view in (a, b):
        type_in(qtbot, view, "5")
        view.commit()
        view.editor().selectAll()
        qtbot.keyClick(view.editor(), Qt.Key.Key_Backspace)
        view.commit()
    assert got == ([5, None], [5])
    assert b.error.text()


def test_leaving_a_formatted_field_untouched_changes_nothing(field, qtbot):
    view, values = field("a", value=3.14159)
    view.editor().setFocus()
    view.commit()
    assert (view.text(), values) == ("3.14", [])
    assert view.may_submit()


def test_a_value_set_in_code_shows_silently_and_moves_the_limits(run, next_run, show):
    st.number_input("a", 0, 10, key="n")
    region = show(run)
    values = sent(region.items[0])
    new = next_run()
    st.session_state.n = 10
    st.number_input("a", 0, 10, key="n")
    region.canvas.take(new)
    assert (region.items[0].text(), values) == ("10", [])
    assert not region.items[0].plus.isEnabled()


def test_half_typed_numbers_survive_a_rerun(run, next_run, show, qtbot):
    st.number_input("a", key="n")
    region = show(run)
    type_in(qtbot, region.items[0], "12")
    new = next_run()
    st.number_input("other label", key="n", step=0.5)
    region.canvas.take(new)
    assert region.items[0].text() == "12"


def test_a_disabled_field_does_nothing(field, qtbot):
    view, values = field("a", 0, 10, 5, disabled=True)
    qtbot.mouseClick(view.plus, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.editor(), Qt.Key.Key_Up)
    assert values == []
