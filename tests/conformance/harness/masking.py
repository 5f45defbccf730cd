"""What the oracle contradicts itself on: played in another folder, on another day, with other hashes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from driver import ANY

Step = dict[str, Any]
_PARTS = ("exc", "widgets", "state", "qp")


def mask(first: Any, second: Any) -> Any:
    """The first of two answers, with a wildcard wherever the second one differs."""
    if type(first) is not type(second):
        return ANY
    if isinstance(first, dict):
        if first.keys() != second.keys():
            return ANY
        return {key: mask(value, second[key]) for key, value in first.items()}
    if isinstance(first, list):
        if len(first) != len(second):
            return ANY
        return [mask(a, b) for a, b in zip(first, second, strict=True)]
    return first if first == second else ANY


def mask_step(first: Step, second: Step) -> Step:
    """A step masked; elements one by one only where both are of the same types."""
    masked = {name: mask(first[name], second[name]) for name in _PARTS}
    regions = {}
    for region, rows in first["el"].items():
        others = second["el"].get(region, [])
        alike = [row["t"] for row in rows] == [row["t"] for row in others]
        regions[region] = mask(rows, others) if alike else ANY
    rest = {name: first[name] for name in ("ops", "err", "errmsg", "fail") if name in first}
    return {**rest, **masked, "el": regions}


def mask_trace(first: list[Step], second: list[Step]) -> list[Step]:
    """A trace with a wildcard for all that another playing of the same does not confirm."""
    return [mask_step(a, b) for a, b in zip(first, second, strict=True)]


def masked_places(trace: list[Step]) -> list[str]:
    """Where a trace holds wildcards."""
    return [
        f"step {number}{place}"
        for number, step in enumerate(trace)
        for name in (*_PARTS, "el")
        for place in _places(step[name], f".{name}")
    ]


def _places(value: Any, path: str) -> Iterator[str]:
    if value == ANY:
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _places(inner, f"{path}[{number}]")
