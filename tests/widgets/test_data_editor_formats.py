from __future__ import annotations

import datetime as dt

import pytest

from desklit.widgets.data_editor.formats import (
    NUMBER_FORMATS,
    format_moment,
    format_number,
    number_text,
    value_text,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (1234567, "1234567"),
        (1.0, "1"),
        (2.5, "2.5"),
        (3.14159, "3.1416"),
        (1234567.123456, "1234567.1235"),
        (0.00001234, "0.00001234"),
        (-0.0, "0"),
        (float("inf"), ""),
        (1e25, "1.0000e+25"),
    ],
)
def test_numbers_have_four_decimals_and_no_grouping(value, text):
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("plain", "12345.678"),
        ("localized", "12,345.678"),
        ("percent", "1,234,567.8%"),
        ("dollar", "$12,345.68"),
        ("euro", "€12,345.68"),
        ("yen", "¥12,346"),
        ("compact", "12.3K"),
        ("scientific", "1.235E4"),
        ("engineering", "12.346E3"),
        ("accounting", "12,345.68"),
        ("bytes", "12.3KB"),
        ("%.1f%%", "12345.7%"),
        ("$%d", "$12345"),
        ("%,d km", "12,345 km"),
        ("%08.2f", "12345.68"),
        ("%e", "1.234568e+04"),
    ],
)
def test_formats_of_numbers(template, text):
    assert format_number(12345.678, template) == text


def test_every_named_format_takes_zero_and_negatives():
    for name in NUMBER_FORMATS:
        assert format_number(0, name)
        assert format_number(-1.5, name)
    assert format_number(-5, "accounting") == "(5.00)"
    assert format_number(-5, "dollar") == "-$5.00"


MOMENT = dt.datetime(2020, 1, 2, 3, 4, 5, 678000)


@pytest.mark.parametrize(
    ("value", "template", "text"),
    [
        (MOMENT, None, "2020-01-02 03:04:05"),
        (MOMENT.date(), None, "2020-01-02"),
        (MOMENT.time(), None, "03:04:05"),
        (MOMENT, "ddd D MMM YYYY [at] h:mm A", "Thu 2 Jan 2020 at 3:04 AM"),
        (MOMENT, "Do MMMM YY, HH:mm:ss.SSS", "2nd January 20, 03:04:05.678"),
        (MOMENT.date(), "DD.MM.YYYY", "02.01.2020"),
        (MOMENT.time(), "HH[h]mm", "03h04"),
        (MOMENT, "iso8601", "2020-01-02T03:04:05.678000"),
        (MOMENT.date(), "localized", "2020-01-02"),
        (MOMENT.replace(tzinfo=dt.timezone.utc), "HH:mm Z", "03:04 +00:00"),
    ],
)
def test_formats_of_moments(value, template, text):
    assert format_moment(value, template) == text


def test_a_distance_tells_how_long_ago():
    now = dt.datetime.now()
    assert format_moment(now - dt.timedelta(hours=2), "distance") == "2 hours ago"
    assert format_moment(now + dt.timedelta(days=3, minutes=5), "distance") == "in 3 days"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ([1, "a", None], "1, a, "),
        (b"ab", "61 62"),
        (dt.timedelta(days=2, hours=3), "2 days, 3:00:00"),
        (True, "True"),
    ],
)
def test_values_without_a_format(value, text):
    assert value_text(value) == text
