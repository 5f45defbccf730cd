"""``st.select_slider`` in a script, and under the hands of a user."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state.errors import StreamlitInvalidWidthError, StreamlitMissingRequiredParameterError
from desklit.state.widget import Change
from desklit.widgets.select_slider import SelectSliderView


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


@pytest.mark.parametrize(
    ("options", "value", "want"),
    [
        ([1, 2, 3], None, 1),
        ([1, 2, 3], 2, 2),
        ([1, 2, 3], 1.0, 1),
        ([1, 2, 3], (3, 1), (1, 3)),
        ([1, 2, 3], [1, 3], (1, 3)),
        ([None, 1], None, None),
        ([(1, 2), (3, 4)], ((1, 2), (3, 4)), ((1, 2), (3, 4))),
        ("abc", None, "abc"),
        (range(3), 2, 2),
    ],
)
def test_the_default_is_one_option_or_a_span(run: Any, options: Any, value: Any, want: Any) -> None:
    assert st.select_slider("A", options, value) == want


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ((), StreamlitMissingRequiredParameterError),
        (([],), StreamlitMissingRequiredParameterError),
        (([1, 2], 3), ValueError),
        (([1, 2], (1,)), ValueError),
        (([1, 2], ()), ValueError),
        (([1, 2, 3], (1, 2, 3)), ValueError),
        (([1, 2], (1, 9)), ValueError),
    ],
)
def test_wrong_arguments_are_refused(run: Any, args: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        st.select_slider("A", *args)


def test_it_can_not_be_as_narrow_as_its_content(run: Any) -> None:
    with pytest.raises(StreamlitInvalidWidthError):
        st.select_slider("A", [1], width="content")


@pytest.mark.parametrize(
    ("options", "value", "wire", "want"),
    [
        (["a", "b"], "b", (2,), "b"),
        (["c", "a"], None, (2,), "c"),
        (["a", "b"], ("a", "b"), (0, 2), ("a", "b")),
    ],
)
def test_a_choice_that_is_gone_falls_back_to_the_default(
    run: Any, next_run: Any, options: Any, value: Any, wire: Any, want: Any
) -> None:
    st.select_slider("A", ["a", "b", "c"], value, key="k")
    next_run(Change(shown(run).id, wire))
    assert st.select_slider("A", options, value, key="k") == want


@pytest.mark.parametrize(
    ("odd", "want"),
    [("q", "b"), (None, None), (["a", "q"], "b"), (("b", "a"), ("b", "a")), (True, "b")],
)
def test_the_state_may_hold_what_is_no_option(run: Any, odd: Any, want: Any) -> None:
    st.session_state.k = odd
    assert st.select_slider("A", ["a", "b"], "b", key="k") == want


@pytest.mark.parametrize(
    ("value", "odd", "want"),
    [
        (None, ("b", "zz"), ("a", "c")),
        ("b", ("zz", "b"), ("b", "c")),
        (("a", "b"), ("zz", "b"), ("a", "b")),
        (("b", "c"), "a", "a"),
        (("b", "c"), "zz", "b"),
        (("b", "c"), None, None),
        ("b", ("c", "b", "zz"), ("c", "b", "zz")),
    ],
)
def test_what_the_state_holds_for_one_run_may_have_another_form_than_the_default(
    run: Any, value: Any, odd: Any, want: Any
) -> None:
    st.session_state.k = odd
    assert st.select_slider("A", ["a", "b", "c"], value, key="k") == want


def test_a_tuple_that_is_too_short_for_two_handles_is_an_error(run: Any) -> None:
    st.session_state.k = ("a",)
    with pytest.raises(IndexError):
        st.select_slider("A", ["a", "b"], key="k")


def test_a_slider_that_gets_a_second_handle_takes_its_default_later(run: Any, next_run: Any) -> None:
    def two() -> Any:
        return st.select_slider("A", ["a", "b", "c"], ("b", "c"), key="k")

    st.select_slider("A", ["a", "b", "c"], "b", key="k")
    next_run(Change(shown(run).id, (2,)))
    assert two() == "c"
    next_run()
    assert two() == ("b", "c")


def test_the_view_sends_numbers_of_options_and_names_them(qtbot: Any, scene: Any, run: Any) -> None:
    st.select_slider("Size", ["*S*", "M", "L"], ("M", "L"))
    view = SelectSliderView(shown(run), scene)
    qtbot.addWidget(view)
    values: list[Any] = []
    view.changed.connect(values.append)
    assert view.control.accessibleDescription() == "M"
    qtbot.keyClick(view.control, Qt.Key.Key_Left)
    assert view.control.accessibleDescription() == "S"
    view.show_element(replace(view.element, options=("S", "M"), value=(0, 1)))
    assert view.control.positions() == (0, 1)
    assert values == [(0, 2)]


def test_a_single_option_can_be_shown(qtbot: Any, scene: Any, run: Any) -> None:
    st.select_slider("Size", ["S"])
    view = SelectSliderView(shown(run), scene)
    qtbot.addWidget(view)
    assert view.height_for(300) == 68
    assert view.grab().width() > 0
