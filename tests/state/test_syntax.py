from __future__ import annotations

import ast
import gc
from collections.abc import Iterator

import pytest

from desklit.state.syntax import parse

SOURCE = "total = (1 + 2) * [3, {4: (5, 6)}][0]\n" * 400


class Left:
    """What a library leaves behind, in a cycle: its finalizer parses, deep in other calls."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        _deep(30)


def _deep(calls: int) -> None:
    if calls:
        _deep(calls - 1)
    else:
        ast.parse("a + b")


@pytest.fixture
def collecting_often() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(100, 1, 1)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collecting_often")
def test_a_finalizer_that_parses_amid_the_parsing_spoils_nothing() -> None:
    for _ in range(20):
        Left()
        assert len(parse(SOURCE, "script.py").body) == 400


def test_a_mistake_names_the_file_and_the_line() -> None:
    with pytest.raises(SyntaxError) as found:
        parse("a = 1\nb = ", "script.py")
    assert (found.value.filename, found.value.lineno) == ("script.py", 2)
