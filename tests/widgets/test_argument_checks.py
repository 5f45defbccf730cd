from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import desklit as st
from desklit.state import errors
from desklit.state.context import StopRun
from desklit.state.run import Run
from desklit.widgets.options import listed
from desklit.widgets.shortcut import checked_shortcut


@pytest.mark.parametrize("rows", [zip("ab", [1, 2], strict=True), (row for row in [("a", 1), ("b", 2)])])
def test_rows_from_a_generator_give_their_first_column_as_options(rows: Any) -> None:
    assert listed(rows) == ["a", "b"]


def test_session_state_ends_a_run_that_the_script_has_stopped(run: Run) -> None:
    with pytest.raises(StopRun):
        st.stop()
    with pytest.raises(StopRun):
        st.session_state["late"] = 1
    assert "late" not in run.state


@pytest.mark.parametrize("key", ["", "5"])
def test_a_submit_button_with_an_empty_key_is_named_by_its_form(run: Run, key: str) -> None:
    with st.form("f"):
        st.form_submit_button("Send", key=key)
    assert (key or "FormSubmitter:f-Send") in run.state


@pytest.mark.parametrize("command", ["button", "form_submit_button"])
def test_a_button_refuses_the_words_that_fields_take_for_callbacks(run: Run, command: str) -> None:
    place = st.form("f") if command == "form_submit_button" else st.container()
    with pytest.raises(errors.StreamlitAPIException, match="on_click"):
        getattr(place, command)("B", on_click="rerun")


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: st.set_page_config(page_title=5), TypeError),
        (lambda: st.set_page_config(menu_items={"Get help": "nowhere"}), errors.StreamlitInvalidURLError),
        (lambda: st.set_page_config(menu_items={"About": 5}), TypeError),
        (lambda: st.columns(["1", "2"]), errors.StreamlitInvalidParameterTypeError),
        (lambda: st.expander(None), errors.StreamlitMissingRequiredParameterError),
        (lambda: st.code("x", 5), TypeError),
        (lambda: st.metric("m", 1, delta_description=5), TypeError),
        (lambda: st.query_params.update(a={"b": 1}), errors.StreamlitQueryParamDictValueError),
        (lambda: st.text_input("t", disabled="no"), TypeError),
    ],
)
def test_a_wrong_argument_is_refused_as_in_streamlit(
    run: Run, call: Callable[[], Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        call()


def test_arrow_keys_have_the_names_of_browsers_too() -> None:
    assert checked_shortcut("ctrl+ArrowUp") == checked_shortcut("ctrl+up") == "Ctrl+Up"


def test_the_type_of_a_text_field_does_not_make_it_another(run: Run, next_run: Callable[..., Run]) -> None:
    st.text_input("t", "one", key="k")
    next_run()
    assert st.text_input("t", None, key="k", type="email") == "one"
