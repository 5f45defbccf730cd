from __future__ import annotations

import re

import pytest

from desklit.state.patterns import pattern


def test_a_pattern_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given[0]) or compile_(*given))
    digits = pattern(r"(\d+)", re.DOTALL)
    assert compiled == []
    assert digits.findall("1 and 22") == ["1", "22"]
    assert digits.findall("3") == ["3"]
    assert digits.sub("-", "a1") == "a-"
    assert set(compiled) == {r"(\d+)"}


def test_what_is_wrong_is_told_at_the_first_use() -> None:
    with pytest.raises(re.error):
        pattern("(").search("")
