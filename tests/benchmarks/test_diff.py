from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from timing import clocked

from desklit.state.diff import build, diff
from desklit.state.tree import Node, new_tree
from desklit.widgets.text import Text


def tree(elements: int, changed: Callable[[int], bool]) -> Node:
    root = new_tree()
    children = root.children[0].children
    for number in range(elements):
        children.append(Node(Text(body=f"Line {number}{' changed' if changed(number) else ''}")))
    return root


@pytest.mark.parametrize("elements", [10, 1_000, 10_000])
@pytest.mark.parametrize("changes", ["none", "one in ten", "all"])
def test_diff(in_turns, elements: int, changes: str) -> None:
    numbers = itertools.count()
    changed = {"none": lambda _: False, "one in ten": lambda n: n % 10 == 5, "all": lambda _: True}[changes]
    old, new = tree(elements, lambda _: False), tree(elements, changed)
    screen = build(old, lambda: next(numbers))
    before = [node.element for node in screen.walk()]
    after = [node.element for node in new.walk()]

    def compare() -> list[int]:
        return [place for place, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]

    in_turns(
        f"difference, {elements:,} elements, {changes} changed",
        clocked(compare),
        clocked(lambda: diff(screen, new, lambda: next(numbers))),
        rounds=200 if elements == 10 else 20,
    )
