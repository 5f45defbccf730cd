from __future__ import annotations

import pandas as pd
import pytest

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.data_editor.elements import DataEditor, DataFrame

EDIT = {"edited_rows": {0: {"value": 9}}, "added_rows": [], "deleted_rows": []}
NONE = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


def test_an_edit_comes_back_as_data_and_stands_in_the_state(run, next_run, elements):
    assert st.data_editor([1, 2], key="ed") == [1, 2]
    assert st.session_state.ed == NONE
    next_run(Change(elements()[0].id, EDIT))
    assert st.data_editor([1, 2], key="ed") == [9, 2]
    assert st.session_state.ed == EDIT
    assert st.session_state.ed["edited_rows"] == {0: {"value": 9}}


def test_the_callback_runs_before_the_script(run, next_run, elements):
    log = []
    st.data_editor([1, 2], key="ed", on_change=lambda n: log.append((n, st.session_state.ed)), args=(7,))
    next_run(Change(elements()[0].id, EDIT))
    assert log == [(7, EDIT)]


def test_state_may_not_set_an_editor(run):
    st.session_state["ed"] = EDIT
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError, match="'ed'"):
        st.data_editor([1, 2], key="ed")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (([1, 2], {}), ([8, 2], {}), True),
        (([1, 2], {}), ([1, 2, 3], {}), False),
        (([1, 2], {}), (["a", "b"], {}), False),
        (([1, 2], {}), ({"value": [1, 2]}, {}), False),
        (([1, 2], {}), ([1, 2], {"num_rows": "dynamic"}), False),
        (([1, 2], {}), ([1, 2], {"disabled": True}), False),
        (([1, 2], {}), ([1, 2], {"height": 200, "column_order": ["value"], "hide_index": True}), True),
        (([1, 2], {}), ([1, 2], {"column_config": {"value": "x"}, "placeholder": "-"}), True),
    ],
)
def test_a_keyed_editor_is_its_key_and_the_shape_of_its_data(run, next_run, elements, first, second, same):
    st.data_editor(first[0], key="k", **first[1])
    next_id = elements()[0].id
    new = next_run()
    st.data_editor(second[0], key="k", **second[1])
    assert (elements(of_run=new)[0].id == next_id) is same


def test_an_editor_without_a_key_is_its_arguments_but_for_disabled(run, elements):
    st.data_editor([1, 2])
    with pytest.raises(errors.StreamlitDuplicateElementId):
        st.data_editor([1, 2], disabled=True)
    st.data_editor([1, 3])
    st.data_editor([1, 2], height=200)
    st.data_editor([1, 2], column_config={"value": "x"})
    assert len({element.id for element in elements()}) == 4


@pytest.mark.parametrize(
    ("arguments", "error", "match"),
    [
        ({"height": "x"}, errors.StreamlitInvalidHeightError, "height"),
        ({"height": 0}, errors.StreamlitInvalidHeightError, "height"),
        ({"height": None}, errors.StreamlitInvalidHeightError, "height"),
        ({"width": "auto"}, errors.StreamlitInvalidWidthError, "width"),
        ({"width": 0}, errors.StreamlitInvalidWidthError, "width"),
        ({"row_height": "x"}, TypeError, "row_height"),
        ({"placeholder": 5}, TypeError, "placeholder"),
        ({"column_order": 5}, TypeError, "column_order"),
        ({"disabled": 5}, TypeError, "disabled"),
        ({"column_config": {"value": 5}}, errors.StreamlitInvalidParameterTypeError, "value"),
        ({"column_config": [1]}, AttributeError, "column_config"),
        ({"on_change": 5}, errors.StreamlitValueError, "on_change"),
        ({"on_change": "zz"}, errors.StreamlitValueError, "on_change"),
        ({"key": ""}, errors.StreamlitValueError, "key"),
        (
            {"column_config": {"value": {"type_config": {"type": "text"}}}},
            errors.StreamlitAPIException,
            "text",
        ),
        (
            {"column_config": {"value": {"type_config": {"type": "date"}}}},
            errors.StreamlitAPIException,
            "date",
        ),
        (
            {"column_config": {"value": {"type_config": {"type": "image"}}}},
            errors.UnsupportedCommandError,
            "image",
        ),
    ],
)
def test_wrong_arguments_of_an_editor_are_named(run, arguments, error, match):
    with pytest.raises(error, match=match):
        st.data_editor([1], **arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"num_rows": "many"},
        {"height": "content"},
        {"height": "stretch"},
        {"use_container_width": False, "width": 200},
        {"row_height": 50},
        {"column_order": ["nope"]},
        {"column_config": {"nope": "L", 0: "M", "_index": None}},
        {"disabled": ["value"]},
        {"disabled": [0]},
        {"on_change": None},
        {"on_change": "ignore"},
        {"alt": 5},
        {"key": 5},
    ],
)
def test_what_streamlit_takes_is_taken(run, arguments):
    assert st.data_editor([1], **arguments) == [1]


def looks_of(element):
    return {look.name: look for look in element.looks}


def test_columns_can_be_hidden_named_ordered_and_locked(run, elements):
    data = {"a": [1], "b": ["x"], "c": [True], "d": [1.5]}
    st.data_editor(
        data,
        column_config={
            "a": None,
            "b": "Bee",
            2: {"disabled": True},
            "d": st.column_config.NumberColumn("Dee", width="small"),
        },
        column_order=["d", "b", "c", "a"],
        disabled=["b"],
    )
    (element,) = elements()
    assert [look.name for look in element.looks] == ["d", "b", "c"]
    looks = looks_of(element)
    assert looks["b"].label == "Bee"
    assert [looks[name].editable for name in "dbc"] == [True, False, False]
    assert (looks["d"].label, looks["d"].width) == ("Dee", 75)


@pytest.mark.parametrize(
    ("data", "arguments", "shown"),
    [
        ([1], {}, False),
        ({"a": 1}, {}, True),
        (pd.DataFrame({"a": [1]}), {}, True),
        (pd.DataFrame({"a": [1]}), {"num_rows": "dynamic"}, False),
        (pd.DataFrame({"a": [1]}), {"num_rows": "delete"}, True),
        (pd.DataFrame({"a": [1]}), {"num_rows": "dynamic", "hide_index": False}, True),
        (pd.DataFrame({"a": [1]}, index=["p"]), {"num_rows": "dynamic"}, True),
        (pd.DataFrame({"a": [1]}), {"hide_index": True}, False),
        (pd.DataFrame({"a": [1]}), {"column_config": {"_index": None}}, False),
    ],
)
def test_row_labels_are_shown_where_they_say_something(run, elements, data, arguments, shown):
    st.data_editor(data, **arguments)
    assert ("_index" in looks_of(elements()[0])) is shown


def test_a_frame_to_read_gives_a_handle_and_no_widget(run, elements):
    handle = st.dataframe([1, 2], key="k")
    assert "k" not in st.session_state
    (element,) = elements()
    assert isinstance(element, DataFrame)
    assert element.identity is None
    handle.text("instead")
    assert [type(each).__name__ for each in elements()] == ["Text"]


def test_a_selection_is_a_widget_with_a_state(run, next_run, elements):
    event = st.dataframe({"a": [1, 2, 3]}, key="k", on_select="rerun")
    assert event.selection.rows == []
    wire = {"selection": {"rows": [2, 0], "columns": [], "cells": []}}
    next_run(Change(elements()[0].id, wire))
    event = st.dataframe({"a": [1, 2, 3]}, key="k", on_select="rerun")
    assert event == {"selection": {"rows": [2, 0], "columns": [], "cells": []}}
    assert event.selection["rows"] == event["selection"].rows == [2, 0]
    assert st.session_state.k == event


def test_a_selection_can_be_set_and_is_mended(run, elements):
    st.session_state["k"] = {"selection": {"rows": [1, 77]}}
    event = st.dataframe({"a": [1, 2]}, key="k", on_select="rerun")
    assert event.selection.rows == [1]
    assert elements()[0].value["selection"]["rows"] == [1]


@pytest.mark.parametrize(
    ("modes", "default", "chosen"),
    [
        ("multi-row", {"rows": [1, 0, 1]}, ([1, 0], [], [])),
        ("single-row", {"rows": [1, 0]}, ([1], [], [])),
        ("single-row-required", None, ([0], [], [])),
        ("multi-row", {"rows": [9], "columns": ["a"]}, ([], [], [])),
        ("multi-column", {"columns": ["a", "nope"]}, ([], ["a"], [])),
        (["multi-row", "multi-column"], {"rows": [0], "columns": ["a"]}, ([0], ["a"], [])),
        ("single-cell", {"cells": [(0, "a"), (1, "a")]}, ([], [], [(0, "a")])),
        ("multi-row", {"rows": "x"}, ([], [], [])),
    ],
)
def test_what_is_chosen_at_first(run, modes, default, chosen):
    given = None if default is None else {"selection": default}
    event = st.dataframe({"a": [1, 2]}, on_select="rerun", selection_mode=modes, selection_default=given)
    assert (event.selection.rows, event.selection.columns, event.selection.cells) == chosen


@pytest.mark.parametrize(
    ("arguments", "error", "match"),
    [
        ({"on_select": "zz"}, errors.StreamlitValueError, "on_select"),
        ({"on_select": None}, errors.StreamlitValueError, "on_select"),
        ({"on_select": "rerun", "selection_mode": "zz"}, errors.StreamlitValueError, "selection_mode"),
        ({"on_select": "rerun", "selection_mode": None}, TypeError, "selection_mode"),
        (
            {"on_select": "rerun", "selection_mode": ["single-row", "multi-row"]},
            errors.StreamlitIncompatibleParametersError,
            "multi-row",
        ),
        ({"selection_default": {"selection": {}}}, errors.StreamlitIncompatibleParametersError, "on_select"),
        ({"on_select": "rerun", "selection_default": 5}, errors.StreamlitAPIException, "selection"),
        ({"width": None}, errors.StreamlitInvalidWidthError, "width"),
    ],
)
def test_wrong_arguments_of_a_frame_are_named(run, arguments, error, match):
    with pytest.raises(error, match=match):
        st.dataframe([1], **arguments)


def test_a_field_of_a_form_has_no_callback(run):
    with st.form("f"), pytest.raises(errors.StreamlitInvalidFormCallbackError):
        st.data_editor([1], on_change=print)
    with st.form("g"), pytest.raises(errors.StreamlitInvalidFormCallbackError):
        st.dataframe([1], on_select=print)


@pytest.mark.parametrize(
    ("data", "index_hidden", "header_hidden"),
    [
        ([1], True, True),
        ({"a": [1]}, True, False),
        ({"a": 1}, False, True),
        ({"a": {"x": 1}}, False, False),
        ([{"a": 1}], True, False),
        ({}, True, True),
        (None, True, False),
        (pd.DataFrame({"a": [1]}), True, False),
        (pd.DataFrame({"a": [1]}, index=["p"]), False, False),
        (pd.Series([1]).array, True, True),
    ],
)
def test_a_static_table_hides_what_the_data_does_not_have(run, elements, data, index_hidden, header_hidden):
    st.table(data)
    (element,) = elements()
    assert (element.hide_index, element.hide_header) == (index_hidden, header_hidden)


def test_wrong_arguments_of_a_static_table_are_named(run):
    for name, value, error in (
        ("border", "x", errors.StreamlitValueError),
        ("width", 0, errors.StreamlitInvalidWidthError),
        ("height", "auto", errors.StreamlitInvalidHeightError),
    ):
        with pytest.raises(error, match=name):
            st.table([1], **{name: value})


def test_equal_data_makes_equal_elements(run, next_run, elements):
    def declare():
        st.data_editor({"a": [1]}, key="e")
        st.dataframe(pd.DataFrame({"a": [1]}))
        st.table([1])

    declare()
    first = elements()
    new = next_run()
    declare()
    assert elements(of_run=new) == first
    assert isinstance(first[0], DataEditor)


def test_column_types_that_come_later_say_so():
    with pytest.raises(errors.UnsupportedCommandError, match="ImageColumn"):
        _ = st.column_config.ImageColumn
    with pytest.raises(AttributeError):
        _ = st.column_config.NopeColumn


def test_a_test_may_set_the_edits(run, state):
    state.preset("ed", EDIT)
    state.begin_run()
    assert st.data_editor([1, 2], key="ed") == [9, 2]
