from __future__ import annotations

import datetime as dt

import pytest

import desklit as st
from desklit.desktop.outline import describe

DAY = dt.date(2024, 5, 31)


@pytest.fixture
def described(run, elements):
    return lambda: [describe(element) for element in elements()]


def test_options_are_told_by_their_labels(described):
    st.selectbox("a", [1, 2], format_func=lambda number: f"No {number}")
    st.multiselect("b", ["x", "y", "z"], ["z", "x"])
    st.select_slider("c", ["low", "high"], value=("low", "high"))
    st.pills("d", ["one", "two"], default="two")
    st.multiselect("e", ["x"])
    assert described() == [
        "selectbox \"a\" = 'No 1'",
        "multiselect \"b\" = 'z', 'x'",
        "select_slider \"c\" = 'low', 'high'",
        "button_group \"d\" = 'two'",
        'multiselect "e" = ()',
    ]


def test_a_slider_of_dates_tells_dates_and_one_of_numbers_numbers(described):
    st.slider("a", DAY, DAY + dt.timedelta(9), DAY + dt.timedelta(1))
    st.slider("b", 0, 10, (2, 3))
    assert described() == ['slider "a" = 2024-06-01', 'slider "b" = 2, 3']


def test_a_date_is_told_without_the_parentheses_of_a_tuple(described):
    st.date_input("a", DAY)
    assert described() == ["date_input \"a\" = '2024-05-31'"]


def test_a_password_is_not_told(described):
    st.text_input("a", "hush", type="password")
    assert described() == ['text_input "a" = ••••']
