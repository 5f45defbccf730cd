"""What the arguments of a slider come to."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from desklit.state.errors import (
    StreamlitInvalidMinMaxError,
    StreamlitInvalidParameterTypeError,
    StreamlitJSNumberBoundsError,
    StreamlitValueError,
)
from desklit.widgets.slider_arguments import declare

D, T = dt.date, dt.time
DT = dt.datetime


def declared(*args: Any, **more: Any) -> Any:
    names = ("min_value", "max_value", "value", "step", "format")
    return declare(**{**dict.fromkeys(names), **dict(zip(names, args, strict=False)), **more})


@pytest.mark.parametrize(
    ("args", "default", "bounds"),
    [
        ((), 0, (0, 100)),
        ((5, 1), 5, (1, 5)),
        ((0, 10, 11), 11, (0, 11)),
        ((0, 10, -3), -3, (-3, 10)),
        ((0, 10, (8, 2)), (2, 8), (0, 10)),
        ((0, 10, [8, 2]), (2, 8), (0, 10)),
        ((0, 10, (8,)), (8,), (0, 10)),
        ((0, 10, ()), (0, 10), (0, 10)),
        ((None, None, 5.5), 5.5, (0.0, 5.5)),
        ((200,), 200, (100, 200)),
        ((None, -5), 0, (-5, 0)),
        ((2.0,), 2.0, (1.0, 2.0)),
        ((None, 10, 50), 50, (0, 50)),
        ((True, False), 1, (0, 1)),
        ((0, 10, (-3, 12)), (-3, 12), (-3, 12)),
    ],
)
def test_bounds_and_default_are_filled_in_as_in_streamlit(args: Any, default: Any, bounds: Any) -> None:
    got = declared(*args)
    assert got.default == default
    assert type(got.default) is type(default)
    assert (got.scale.low, got.scale.high) == bounds


@pytest.mark.parametrize(
    ("value", "low", "high", "step"),
    [
        (D(2024, 1, 15), D(2024, 1, 1), D(2024, 1, 29), dt.timedelta(days=1)),
        (DT(2024, 1, 15, 3, 4), DT(2024, 1, 1, 3, 4), DT(2024, 1, 29, 3, 4), dt.timedelta(days=1)),
        (T(12, 30), T.min, T.max, dt.timedelta(minutes=15)),
    ],
)
def test_dates_and_times_have_a_usual_range_and_step(value: Any, low: Any, high: Any, step: Any) -> None:
    scale = declared(value=value).scale
    assert (scale.value(scale.low), scale.value(scale.high)) == (low, high)
    assert scale.step == step // dt.timedelta(microseconds=1)


def test_a_span_below_a_day_goes_by_quarters_of_an_hour() -> None:
    scale = declared(DT(2024, 1, 1), DT(2024, 1, 1, 12)).scale
    assert scale.last == 48


def test_a_time_zone_is_kept() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    got = declared(value=DT(2024, 1, 1, tzinfo=zone))
    assert got.scale.value(got.scale.place(got.default)) == got.default
    assert got.scale.value(got.scale.low).tzinfo is zone


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ((5, 5), StreamlitInvalidMinMaxError),
        ((0.0, math.nan), StreamlitInvalidMinMaxError),
        ((D(2024, 1, 1), D(2024, 1, 1)), StreamlitInvalidMinMaxError),
        ((0, 10, (1, 2, 3)), StreamlitValueError),
        ((0, 10, 5, 0), StreamlitValueError),
        ((D(2024, 1, 1), D(2024, 2, 1), None, dt.timedelta(0)), StreamlitValueError),
        ((0, 10, (1, 2.0)), StreamlitInvalidParameterTypeError),
        ((0.0, 10), StreamlitInvalidParameterTypeError),
        ((0, 10, 5.0), StreamlitInvalidParameterTypeError),
        ((0, 10, 5, 0.5), StreamlitInvalidParameterTypeError),
        ((None, 5.0), StreamlitInvalidParameterTypeError),
        (("x",), StreamlitInvalidParameterTypeError),
        ((None, D(2024, 1, 1)), StreamlitInvalidParameterTypeError),
        ((D(2024, 1, 1), D(2024, 2, 1), None, 2), StreamlitInvalidParameterTypeError),
        ((0, 10, None, dt.timedelta(days=1)), StreamlitInvalidParameterTypeError),
        ((0, 2**53), StreamlitJSNumberBoundsError),
        ((0, 10, 2**60), StreamlitJSNumberBoundsError),
        ((0.0, math.inf), StreamlitJSNumberBoundsError),
        ((D(1684, 7, 28), D(2024, 1, 1)), StreamlitJSNumberBoundsError),
        ((None, None, D.max), StreamlitJSNumberBoundsError),
        ((D(2024, 1, 1), DT(2024, 2, 1)), TypeError),
        ((D(2024, 1, 1), D(2024, 2, 1), DT(2024, 1, 3)), TypeError),
        ((DT(2024, 1, 1), DT(2024, 1, 3, tzinfo=dt.timezone.utc)), TypeError),
        ((0, 10, 5, 1, 3), TypeError),
    ],
)
def test_wrong_arguments_are_refused(args: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        declared(*args)


def test_steps_of_a_tenth_are_exact() -> None:
    scale = declared(0.0, 1.0, 0.3, 0.1).scale
    assert scale.last == 10
    assert [scale.place_at(n) for n in range(11)] == [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]


def test_the_last_step_does_not_pass_the_upper_bound() -> None:
    scale = declared(0, 10, step=3).scale
    assert (scale.last, scale.place_at(scale.last)) == (3, 9)


def test_many_tiny_steps_do_not_overflow() -> None:
    scale = declared(-1e308, 1e308, step=1e-300).scale
    assert scale.number(0.0) == scale.last // 2


def test_an_endless_step_leaves_one_position() -> None:
    assert declared(0.0, 1.0, step=math.inf).scale.last == 0
