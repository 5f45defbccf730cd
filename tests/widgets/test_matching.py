"""Which options a typed text finds."""

from __future__ import annotations

from typing import Any

import pytest

from desklit.widgets.matching import find_matches, same_text

CITIES = ["Berlin", "Lima", "New York", "Oslo", "York"]


@pytest.mark.parametrize(
    ("text", "mode", "want"),
    [
        ("", "fuzzy", [0, 1, 2, 3, 4]),
        ("li", "fuzzy", [1, 0]),
        ("york", "fuzzy", [4, 2]),
        ("nyk", "fuzzy", [2]),
        ("ol", "fuzzy", [3]),
        ("zz", "fuzzy", []),
        ("OR", "contains", [2, 4]),
        ("ow", "contains", []),
        ("yo", "prefix", [4]),
        ("xyz", None, [0, 1, 2, 3, 4]),
    ],
)
def test_a_text_finds_options_in_its_mode(text: str, mode: Any, want: list[int]) -> None:
    assert find_matches(CITIES, text, mode) == want


def test_the_same_text_is_found_whatever_its_capitals() -> None:
    assert same_text(CITIES, " oslo ") == 3
    assert same_text(CITIES, "osl") is None
