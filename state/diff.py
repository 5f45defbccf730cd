"""The difference between what is on screen and what a run declared, as a patch.

``diff`` is pure: it reads both trees and changes neither. A node keeps its number, and with it its
view, focus and cursor, as long as its identity lasts: widgets by id, keyed blocks by key, all
others by kind and order among their siblings.
"""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field

from .element import Element
from .records import dataclass
from .tree import Node, Shown

_STRAYS = 32  # of them are looked for one by one before siblings are compared as a whole


@dataclass(frozen=True, slots=True)
class Update:
    """The node's element changed; its view stays."""

    number: int
    element: Element


@dataclass(frozen=True, slots=True)
class Splice:
    """A run of siblings changed.

    From ``start`` on, ``removed`` children give way to ``items``: the number of a sibling that
    stays (perhaps elsewhere), or a new node with all that is below it.
    """

    parent: int
    start: int
    removed: int
    items: tuple[int | Shown, ...]


Operation = Update | Splice


@dataclass(frozen=True, slots=True)
class Patch:
    """What turns the tree on screen into the new one.

    ``stale`` numbers the nodes that a running script has not declared again so far; it is empty
    at the end of a run.
    """

    operations: tuple[Operation, ...] = ()
    stale: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Work:
    number: Callable[[], int]
    partial: bool
    operations: list[Operation] = field(default_factory=list)
    stale: set[int] = field(default_factory=set)


def diff(old: Shown, new: Node, number: Callable[[], int], *, partial: bool = False) -> tuple[Shown, Patch]:
    """Compare a tree on screen with a declared one.

    Args:
        old: What is on screen.
        new: What the run declared; it may still grow in another thread.
        number: Gives the next free node number.
        partial: The run goes on. What it has not declared yet stays on screen, marked as stale.

    Returns:
        The tree on screen once the patch is applied, and the patch.
    """
    work = _Work(number, partial)
    shown = _pair(old, new, work)
    return shown, Patch(tuple(work.operations), frozenset(work.stale))


def _pair(old: Shown, new: Node, work: _Work) -> Shown:
    element = new.element
    children = new.children
    if old.element is not element and old.element != element:
        work.operations.append(Update(old.number, element))
    if children is None:
        return Shown(old.number, element)
    if not children and old.children == () and element is old.element:
        return old
    shown = _children(old.number, old.children or (), tuple(children), work)
    if element is old.element and shown == old.children:
        return old
    return Shown(old.number, element, shown)


def _pairs(before: Sequence[Shown], after: Sequence[Node], work: _Work) -> list[Shown]:
    """Pairs of the same places. What declares the very same element stays the same node: 40 ns, not 500."""
    return [
        old if old.element is new.element and new.children is None else _pair(old, new, work)
        for old, new in zip(before, after, strict=True)
    ]


def _are_unchanged(before: tuple[Shown, ...], after: tuple[Node, ...]) -> bool:
    """Whether nothing but the very same leaves is declared again: so it is in most blocks of most runs."""
    if len(before) != len(after):
        return False
    for old, new in zip(before, after, strict=True):
        if old.element is not new.element or new.children is not None:
            return False
    return True


def _children(
    parent: int, before: tuple[Shown, ...], after: tuple[Node, ...], work: _Work
) -> tuple[Shown, ...]:
    if _are_unchanged(before, after):
        return before
    shown: list[Shown] = []
    for _ in range(_STRAYS):
        first = common(before, after)
        shown += _pairs(before[:first], after[:first], work)
        before, after = before[first:], after[first:]
        old_count, new_count = _stray(before, after)
        if before and after and not old_count and not new_count:
            from .meeting import meeting

            old_count, new_count = meeting(before, after, partial=work.partial)
        if not old_count and not new_count:
            break
        shown += _middle(parent, len(shown), before[:old_count], after[:new_count], work)
        before, after = before[old_count:], after[new_count:]
    last = 0 if work.partial else common(reversed(before), reversed(after))
    old_middle = before[: len(before) - last]
    new_middle = after[: len(after) - last]
    if old_middle or new_middle:
        shown += _middle(parent, len(shown), old_middle, new_middle, work)
    shown += _pairs(before[len(before) - last :], after[len(after) - last :], work)
    return tuple(shown)


def _stray(before: Sequence[Shown], after: Sequence[Node]) -> tuple[int, int]:
    """How many of the first nodes only interrupt a match: one of each, one that is gone, or one that is new.

    So a single text that has changed or a place that is empty for now leaves what follows as it is, while a
    run goes on and its end can't be compared yet. Widgets and blocks are looked for everywhere instead.
    """
    old = bool(before) and is_loose(before[0])
    new = bool(after) and is_loose(after[0])
    if old and new and common(before[1:2], after[1:2]):
        return 1, 1
    if old and common(before[1:2], after[:1]):
        return 1, 0
    if new and common(before[:1], after[1:2]):
        return 0, 1
    return 0, 0


def is_loose(node: Shown | Node) -> bool:
    """Whether only its place and its kind tell which one a node is."""
    return node.children is None and node.element.identity is None


def common(before: Iterable[Shown], after: Iterable[Node]) -> int:
    """How many pairs from the start are the same place."""
    count = 0
    for old, new in zip(before, after, strict=False):
        a, b = old.element, new.element
        if a is not b:
            if type(a) is not type(b):
                break
            identity = a.identity
            if identity != b.identity:
                break
            if identity is None and new.children is None and a != b:
                break
        count += 1
    return count


def _is_same_kind(old: Shown, new: Node) -> bool:
    return type(old.element) is type(new.element) and old.element.identity == new.element.identity


def _middle(
    parent: int, start: int, before: Sequence[Shown], after: Sequence[Node], work: _Work
) -> list[Shown]:
    if len(before) == len(after) == 1 and _is_same_kind(before[0], after[0]):
        return [_pair(before[0], after[0], work)]
    by_identity: dict[Hashable, Shown] = {}
    by_type: dict[type[Element], deque[Shown]] = defaultdict(deque)
    for old in before:
        identity = old.element.identity
        if identity is None:
            by_type[type(old.element)].append(old)
        else:
            by_identity[(type(old.element), identity)] = old
    shown: list[Shown] = []
    items: list[int | Shown] = []
    kept: set[int] = set()
    for new in after:
        match = _match(new, by_identity, by_type)
        if match is None:
            made = build(new, work.number)
            items.append(made)
        else:
            made = _pair(match, new, work)
            items.append(made.number)
            kept.add(made.number)
        shown.append(made)
    if work.partial:
        cleared = _cleared(before, after, shown)
        for old in before:
            if old.number not in kept and old.number not in cleared and old.element.lingers:
                shown.append(old)
                items.append(old.number)
                work.stale.add(old.number)
    if [old.number for old in before] != items:
        work.operations.append(Splice(parent, start, len(before), tuple(items)))
    return shown


def _cleared(before: Sequence[Shown], after: Sequence[Node], shown: Sequence[Shown]) -> set[int]:
    """What was at the places that the run has cleared: each follows what its predecessor stands for."""
    if not any(new.element.clears for new in after):
        return set()
    following = {old.number: then.number for old, then in itertools.pairwise(before)}
    here = before[0].number if before else None
    cleared: set[int] = set()
    for new, made in zip(after, shown, strict=True):
        if not new.element.clears:
            here = following.get(made.number)
        elif here is not None:
            cleared.add(here)
            here = following.get(here)
    return cleared


def _match(
    new: Node, by_identity: dict[Hashable, Shown], by_type: dict[type[Element], deque[Shown]]
) -> Shown | None:
    kind = type(new.element)
    identity = new.element.identity
    if identity is not None:
        return by_identity.pop((kind, identity), None)
    waiting = by_type.get(kind)
    return waiting.popleft() if waiting else None


def build(new: Node, number: Callable[[], int]) -> Shown:
    """A new node with all below it, numbered."""
    own = number()
    if new.children is None:
        return Shown(own, new.element)
    return Shown(own, new.element, tuple(build(child, number) for child in tuple(new.children)))
