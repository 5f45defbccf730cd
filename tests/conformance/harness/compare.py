"""Holds a trace of desklit's against the oracle's."""

from __future__ import annotations

import collections
from collections.abc import Mapping
from typing import Any

from driver import ANY, IGNORED

Step = Mapping[str, Any]


def equal(oracle: Any, subject: Any) -> bool:
    """Whether they are equal; the oracle's wildcards, and what it can't tell itself, match anything."""
    if oracle == ANY or (isinstance(oracle, str) and oracle.strip('"').startswith("<missing")):
        return True
    if isinstance(oracle, dict):
        alike = isinstance(subject, dict) and oracle.keys() == subject.keys()
        return alike and all(equal(value, subject[key]) for key, value in oracle.items())
    if isinstance(oracle, list):
        alike = isinstance(subject, list) and len(oracle) == len(subject)
        return alike and all(equal(a, b) for a, b in zip(oracle, subject, strict=True))
    return type(oracle) is type(subject) and bool(oracle == subject)


def difference(oracle: Any, subject: Any, path: str = "") -> str:
    """The first difference in words; empty if there is none."""
    if equal(oracle, subject):
        return ""
    if isinstance(oracle, dict) and isinstance(subject, dict):
        for key, value in oracle.items():
            if key not in subject:
                return f"{path}.{key} is absent"
            if found := difference(value, subject[key], f"{path}.{key}"):
                return found
        return f"{path} has {sorted(set(subject) - set(oracle))[:4]} too"
    if isinstance(oracle, list) and isinstance(subject, list):
        for place, (a, b) in enumerate(zip(oracle, subject, strict=False)):
            if found := difference(a, b, f"{path}[{place}]"):
                return found
        return f"{path} has {len(subject)} items in the place of {len(oracle)}"
    return f"{path} is {str(subject)[:90]!r} in the place of {str(oracle)[:90]!r}"


def step_difference(oracle: Step, subject: Step) -> str:
    """Where a step of desklit's is not the oracle's; empty if it is."""
    expected, got = oracle.get("err"), subject.get("err")
    if got and not expected:
        return f"{got}: {subject.get('errmsg', '')[:160]}"
    if "fail" in subject:
        return str(subject["fail"])
    if oracle["exc"] != ANY:
        more = collections.Counter(subject["exc"]) - collections.Counter(oracle["exc"])
        if more:
            return f"raises {sorted(more)}"
    for region, rows in oracle["el"].items():
        found = difference(_shown(rows), _shown(subject["el"].get(region, [])), region)
        if found:
            return found
    for part in ("exc", "widgets", "state", "qp"):
        if found := difference(oracle[part], subject[part], part):
            return found
    same_error = expected in (got, ANY) or (expected and got and expected.startswith("run:"))
    return "" if same_error else f"the operation raises {got} in the place of {expected}"


def _shown(rows: Any) -> Any:
    return rows if rows == ANY else [row for row in rows if row["t"] not in IGNORED]


def trace_difference(oracle: list[Step], subject: list[Step]) -> str:
    """The first difference of two traces, with the number of its step; empty if they are equal."""
    for number, (a, b) in enumerate(zip(oracle, subject, strict=True)):
        if found := step_difference(a, b):
            return f"step {number}: {found}"
    return ""
