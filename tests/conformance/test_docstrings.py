from __future__ import annotations

from typing import Any


def test_no_example_of_streamlits_docstrings_raises_here_only(
    examples: list[Any], record_property: Any
) -> None:
    ran = [each for each in examples if not each.skipped]
    record_property("docstring examples", f"{len(ran)} of {len(examples)}")
    assert len(ran) > 100
    assert {each.name: each.raises for each in ran if each.raises} == {}
