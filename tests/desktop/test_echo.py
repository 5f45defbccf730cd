"""A value that code has set comes back from the widget on screen as that shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desklit.desktop.testing import AppTest

SCRIPT = """
import desklit as st
from desklit import session_state as state
state.setdefault("k", {value!r})
st.text(repr(st.{call}))
"""


def seen(call: str, value: object) -> list[str]:
    app = AppTest.from_string(SCRIPT.format(call=call, value=value)).run()
    texts = [app.text[0].value]
    for _ in range(2):
        app.run()
        texts.append(app.text[0].value)
    return texts


@pytest.mark.parametrize(
    ("call", "value", "first", "then"),
    [
        ('multiselect("K", ["a", "b"], key="k")', ("b", "a"), "('b', 'a')", "['b', 'a']"),
        ('slider("K", 0, 10, key="k")', 2.5, "2.5", "2"),
        ('slider("K", 0, 10, key="k")', "3", "'3'", "(0, 10)"),
        ('slider("K", 0, 10, key="k")', (2, 5), "(2, 5)", "(2, 5)"),
        ('selectbox("K", [1, 2], key="k")', "2", "'2'", "2"),
        ('selectbox("K", [1, 2], key="k")', None, "None", "None"),
        ('select_slider("K", ["a", "b", "c"], key="k")', ("b", "c"), "('b', 'c')", "'a'"),
    ],
)
def test_what_the_widget_can_not_show_is_mended_by_the_next_run(
    tmp_path: Path, call: str, value: object, first: str, then: str
) -> None:
    assert seen(call, value) == [first, then, then]
