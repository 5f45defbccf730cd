from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors


@pytest.mark.parametrize(
    ("value", "shown"), [(0, 0), (50, 50), (100, 100), (1, 1), (0.5, 50), (1.0, 100), (0.29, 28), (-0.0, 0)]
)
def test_ints_are_per_cent_and_floats_are_shares(run, elements, value, shown):
    st.progress(value, "  a\n b")
    assert (elements()[0].kind, elements()[0].value, elements()[0].text) == ("progress", shown, "a\nb")


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (101, errors.StreamlitValueOutOfRangeError),
        (-1, errors.StreamlitValueOutOfRangeError),
        (1.01, errors.StreamlitValueOutOfRangeError),
        (float("nan"), errors.StreamlitValueOutOfRangeError),
        ("a", errors.StreamlitInvalidParameterTypeError),
        (None, errors.StreamlitInvalidParameterTypeError),
        (True, TypeError),
    ],
)
def test_a_wrong_value_is_refused(run, value, error):
    with pytest.raises(error):
        st.progress(value)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"text": 3}, errors.StreamlitInvalidParameterTypeError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_other_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.progress(0.5, **arguments)


def test_the_handle_moves_the_bar_and_takes_it_away(run, elements):
    bar = st.progress(0)
    bar.progress(0.6, "x")
    assert [(e.value, e.text) for e in elements()] == [(60, "x")]
    bar.empty()
    assert [e.kind for e in elements()] == ["empty"]


def test_the_bar_is_painted_as_far_as_it_came_and_moves_in_place(run, show, scene):
    st.progress(50)
    view = show(run).items[0]
    assert view.height() == 8
    picture = view.grab().toImage()
    fill = scene.theme.progress
    assert picture.pixelColor(100, 4).name() == fill
    assert picture.pixelColor(600, 4).name() != fill
    view.show_element(type(view.element)(value=100, text="**all**"))
    assert view.height_for(700) > 8
    assert view.accessibleName() == "all"
    assert view.accessibleDescription() == "100 %"
