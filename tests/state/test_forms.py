from __future__ import annotations

from desklit.state.forms import FormBuffer
from desklit.state.widget import Change


def test_fields_wait_for_their_own_form() -> None:
    forms = FormBuffer()
    forms.hold("f", Change(("a",), 1))
    forms.hold("g", Change(("b",), 2))
    assert forms.pending("f")
    assert forms.submit("f") == [Change(("a",), 1)]
    assert not forms.pending("f")
    assert forms.submit("f") == []
    assert forms.pending("g")


def test_the_latest_value_of_a_field_counts() -> None:
    forms = FormBuffer()
    forms.hold("f", Change(("a",), 1))
    forms.hold("f", Change(("b",), 1))
    forms.hold("f", Change(("a",), 2))
    assert forms.submit("f") == [Change(("a",), 2), Change(("b",), 1)]


def test_what_is_dropped_or_forgotten_is_not_sent() -> None:
    forms = FormBuffer()
    forms.hold("f", Change(("a",), 1))
    forms.hold("f", Change(("b",), 1))
    forms.drop("f", ("a",))
    forms.drop("f", ("unknown",))
    forms.drop("unknown", ("a",))
    assert forms.submit("f") == [Change(("b",), 1)]
    forms.hold("f", Change(("a",), 1))
    forms.forget("f")
    forms.forget("f")
    assert forms.submit("f") == []
