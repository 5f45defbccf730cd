from __future__ import annotations

import datetime as dt

import pytest

import desklit as st
from desklit.state import errors

D, T, DT = dt.date, dt.time, dt.datetime
RANGE = (D(2024, 1, 1), D(2024, 1, 9))


def bound(run, command, *texts, **arguments):
    run.state.query.put("k", texts)
    value = getattr(st, command)("a", key="k", bind="query-params", **arguments)
    return value, run.state.query.get_all("k")


@pytest.mark.parametrize(
    ("command", "arguments", "texts", "value", "after"),
    [
        ("number_input", {"min_value": 0, "max_value": 10, "value": 3}, ["5"], 5, ["5"]),
        ("number_input", {"min_value": 0, "max_value": 10, "value": 3}, ["5.0"], 5, ["5.0"]),
        ("number_input", {"min_value": 0, "max_value": 10, "value": 3}, ["5.5"], 5, ["5"]),
        ("number_input", {"min_value": 0, "max_value": 10, "value": 3}, ["99"], 3, []),
        ("number_input", {"min_value": 0, "max_value": 10, "value": 3}, ["abc"], 3, []),
        ("number_input", {"value": 3.5}, ["1e3"], 1000.0, ["1e3"]),
        ("number_input", {"value": 3.5}, ["nan"], 3.5, []),
        ("number_input", {"value": None, "step": 1}, [""], None, []),
        ("text_input", {"value": "d"}, ["x"], "x", ["x"]),
        ("text_input", {"value": "d"}, [""], "", [""]),
        ("text_input", {"value": "d"}, ["d"], "d", []),
        ("text_input", {"value": "d"}, ["a", "b"], "b", ["a", "b"]),
        ("text_area", {"value": "d", "max_chars": 2}, ["xyz"], "xy", ["xy"]),
        ("color_picker", {"value": "#111111"}, ["ff0000"], "#ff0000", ["#ff0000"]),
        ("color_picker", {"value": "#111111"}, ["red"], "#111111", []),
        ("date_input", {"value": D(2024, 1, 1)}, ["2024/05/05"], D(2024, 5, 5), ["2024-05-05"]),
        ("date_input", {"value": D(2024, 1, 1)}, ["2050-05-05"], D(2024, 1, 1), []),
        ("date_input", {"value": RANGE}, ["2024-05-05"], (D(2024, 5, 5),), ["2024-05-05"]),
        ("date_input", {"value": RANGE}, ["2024-05-05", "x"], RANGE, []),
        ("time_input", {"value": T(1, 2)}, ["3:4"], T(3, 4), ["03:04"]),
        ("time_input", {"value": T(1, 2), "step": 30}, ["03:04"], T(3, 4), ["03:04:00"]),
        ("time_input", {"value": T(1, 2)}, ["25:00"], T(1, 2), []),
        (
            "datetime_input",
            {"value": DT(2024, 1, 1)},
            ["2024-05-05T03:04"],
            DT(2024, 5, 5, 3, 4),
            ["2024-05-05T03:04"],
        ),
        ("datetime_input", {"value": DT(2024, 1, 1)}, ["2024-05-05 03:04"], DT(2024, 1, 1), []),
    ],
)
def test_a_bound_field_begins_with_its_query_parameter(run, command, arguments, texts, value, after):
    got, left = bound(run, command, *texts, **arguments)
    assert (got, type(got)) == (value, type(value))
    assert left == after


@pytest.mark.parametrize(
    ("command", "value", "texts"),
    [
        ("number_input", 4.0, ["4.0"]),
        ("number_input", 4.25, ["4.25"]),
        ("text_input", "x", ["x"]),
        ("color_picker", "#ff0000", ["#ff0000"]),
        ("date_input", D(2024, 2, 2), ["2024-02-02"]),
        ("time_input", T(3, 4), ["03:04"]),
        ("datetime_input", DT(2024, 3, 4, 5, 6), ["2024-03-04T05:06"]),
    ],
)
def test_a_value_set_in_code_is_written(run, command, value, texts):
    st.session_state.k = value
    assert bound(run, command) == (value, texts)


def test_a_bound_field_needs_a_key(run):
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="bind"):
        st.text_input("a", bind="query-params")
