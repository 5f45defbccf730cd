"""JSON as rows of a tree: what is open, and what stands on each row. Knows no Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Literal

from ..state.records import dataclass

Path = tuple[str | int, ...]
Role = Literal["key", "index", "mark", "string", "int", "float", "bool", "null", "quiet", "bracket"]

GROUP = 100
"""Longer lists are shown in groups of so many."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``parts`` are its words with what they are; ``is_open`` is None where nothing opens."""

    depth: int
    parts: tuple[tuple[str, Role], ...]
    path: Path
    is_open: bool | None = None
    value: Any = None


@dataclass(frozen=True, slots=True)
class _Slice:
    """A part of a long list."""

    start: int
    items: list[Any]


def rows_of(value: Any, is_open: Callable[[Path, int], bool]) -> list[Row]:
    """All rows that are to be seen.

    Args:
        value: What ``json.loads`` gave.
        is_open: Tells by path and depth whether a list or an object is open.
    """
    return list(_rows(value, (), 0, (), is_open))


def _rows(
    value: Any,
    path: Path,
    depth: int,
    ahead: tuple[tuple[str, Role], ...],
    is_open: Callable[[Path, int], bool],
) -> Iterator[Row]:
    if not isinstance(value, (dict, list, _Slice)):
        yield Row(depth, (*ahead, _scalar(value)), path, value=value)
        return
    left, right = ("{", "}") if isinstance(value, dict) else ("[", "]")
    size = len(value.items) if isinstance(value, _Slice) else len(value)
    plain = value.items if isinstance(value, _Slice) else value
    if not size:
        yield Row(depth, (*ahead, (left + right, "bracket")), path, value=plain)
        return
    open_now = is_open(path, depth)
    if not open_now:
        count = "1 item" if size == 1 else f"{size} items"
        yield Row(
            depth, (*ahead, (f"{left}…{right}", "bracket"), (f"  {count}", "quiet")), path, False, plain
        )
        return
    yield Row(depth, (*ahead, (left, "bracket")), path, True, plain)
    for name, word, role, inner in _children(value):
        yield from _rows(inner, (*path, name), depth + 1, ((word, role), (" : ", "mark")), is_open)
    yield Row(depth, ((right, "bracket"),), path, value=plain)


def _children(value: Any) -> Iterator[tuple[str | int, str, Role, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, json.dumps(key, ensure_ascii=False), "key", inner
        return
    start, items = (value.start, value.items) if isinstance(value, _Slice) else (0, value)
    if len(items) > GROUP:
        for first in range(0, len(items), GROUP):
            part = items[first : first + GROUP]
            name = f"{first} – {first + len(part) - 1}"
            yield name, name, "quiet", _Slice(first, part)
        return
    for number, inner in enumerate(items, start):
        yield number, str(number), "index", inner


def _scalar(value: Any) -> tuple[str, Role]:
    if value is None:
        return "NULL", "null"
    if isinstance(value, bool):
        return str(value).lower(), "bool"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False), "string"
    return json.dumps(value), "int" if isinstance(value, int) else "float"


def is_group(path: Path) -> bool:
    """Whether the path is that of a part of a long list."""
    return bool(path) and isinstance(path[-1], str) and " – " in path[-1]
