from __future__ import annotations

import datetime as dt

import pytest

from desklit.state.errors import StreamlitAPIException
from desklit.state.query_params import (
    QueryParams,
    QueryParamsProxy,
    bool_form,
    choice_form,
    choices_form,
    iso_form,
    number_form,
    several_form,
    stamp_form,
    text_form,
)
from desklit.state.session_state import SessionState
from desklit.state.widget import Change, WidgetSpec


@pytest.fixture
def params():
    return QueryParams()


@pytest.fixture
def proxy(params):
    return QueryParamsProxy(lambda: params)


def test_everything_becomes_text_and_the_last_value_wins(proxy):
    proxy["a"] = 1
    proxy.b = [1, 2]
    assert proxy.to_dict() == {"a": "1", "b": "2"}
    assert proxy.get_all("b") == ["1", "2"]


def test_missing_names_raise_what_a_mapping_and_an_object_raise(proxy):
    with pytest.raises(KeyError, match="zz"):
        proxy["zz"]
    with pytest.raises(AttributeError, match="zz"):
        proxy.zz  # noqa: B018
    with pytest.raises(AttributeError, match="zz"):
        del proxy.zz
    with pytest.raises(KeyError):
        del proxy["zz"]


def test_reserved_names_are_refused(proxy):
    with pytest.raises(StreamlitAPIException, match="Embed"):
        proxy["Embed"] = "true"


def test_from_dict_replaces_all(proxy):
    proxy.a = 1
    proxy.from_dict({"b": [1, 2]})
    assert proxy.to_dict() == {"b": "2"}
    proxy.clear()
    assert len(proxy) == 0


@pytest.mark.parametrize(
    ("form", "value", "texts"),
    [
        (text_form(), "a b", ["a b"]),
        (bool_form, True, ["true"]),
        (number_form(int), 7, ["7"]),
        (number_form(float), 0.25, ["0.25"]),
        (choice_form(["o1", "o2"], [1, 2]), 2, ["o2"]),
        (choices_form(["a", "b c"], ["a", "b c"]), ["a", "b c"], ["a", "b c"]),
        (several_form(number_form(float), (2,)), (0.1, 0.5), ["0.1", "0.5"]),
        (iso_form(dt.date), dt.date(2024, 1, 2), ["2024-01-02"]),
        (iso_form(dt.time), dt.time(3, 4), ["03:04"]),
        (stamp_form(None), dt.datetime(2024, 1, 2, 3), ["1704164400000000"]),
    ],
)
def test_values_are_written_and_read_back(form, value, texts):
    assert form.write(value) == texts
    assert form.read(texts) == value


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        (bool_form, ["maybe"]),
        (number_form(int, 0, 10), ["99"]),
        (number_form(int), ["x"]),
        (choice_form(["a"], ["a"]), ["b"]),
        (choices_form(["a", "b"], ["a", "b"], most=1), ["a", "b"]),
        (several_form(number_form(int), (2,)), ["1"]),
        (iso_form(dt.date), ["soon"]),
    ],
)
def test_texts_that_are_no_value_are_refused(form, texts):
    with pytest.raises(ValueError):  # noqa: PT011 - the words are Python's own
        form.read(texts)


SPEC = WidgetSpec(id=("slider", "s"), key="s", default=5, query=number_form(int, 0, 10))


def run(state, *specs, changes=()):
    state.begin_run()
    state.apply(changes)
    values = [state.register(spec).value for spec in specs]
    state.finish_run(completed=True)
    return values


def test_a_bound_widget_begins_with_its_parameter():
    state = SessionState()
    state.query.put("s", ["8"])
    assert run(state, SPEC) == [8]
    assert state.query.get_all("s") == ["8"]


def test_a_parameter_that_is_no_value_is_dropped():
    state = SessionState()
    state.query.put("s", ["99"])
    assert run(state, SPEC) == [5]
    assert state.query.get_all("s") == []


def test_a_value_set_in_code_shows_in_the_parameters_unless_it_is_the_default():
    state = SessionState()
    state["s"] = 9
    run(state, SPEC)
    assert state.query.get_all("s") == ["9"]
    state["s"] = 5
    run(state, SPEC)
    assert state.query.get_all("s") == []


def test_a_bound_widget_keeps_its_value_while_it_is_away():
    state = SessionState()
    run(state, SPEC)
    run(state, SPEC, changes=[Change(SPEC.id, 7)])
    run(state)
    assert state.query.keys() == []
    assert run(state, SPEC) == [7]
    assert state.query.get_all("s") == ["7"]


def test_the_script_may_not_set_what_a_widget_is_bound_to():
    state = SessionState()
    run(state, SPEC)
    proxy = QueryParamsProxy(lambda: state.query)
    with pytest.raises(StreamlitAPIException, match=r"session_state\['s'\]"):
        proxy["s"] = 3
