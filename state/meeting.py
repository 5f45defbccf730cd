"""Where siblings on screen and those that a run has declared are the same again, after some that are not."""

from __future__ import annotations

from collections.abc import Sequence

from .diff import common
from .tree import Node, Shown

_NEAR = 4  # siblings on the one side
_FAR = 2_000  # and on the other


def meeting(before: Sequence[Shown], after: Sequence[Node], *, partial: bool) -> tuple[int, int]:
    """How many of the first nodes of both may be left to each other, so that the same places follow.

    So many lines more, or fewer, at the top of a page leave the texts below them their nodes, even while the
    run goes on and the ends can't be compared.

    Args:
        before: What is on screen.
        after: What the run has declared.
        partial: The run goes on: a widget that is not declared yet may still come anywhere.

    Returns:
        Two counts; (0, 0) if the sides do not meet so soon, or if something has only moved.
    """
    for far in range(min(_FAR, max(len(before), len(after)))):
        for near in range(min(_NEAR, far + 1)):
            for old, new in ((near, far), (far, near)):
                if old < len(before) and new < len(after) and _is_meeting(before, old, after, new):
                    skips = _has_moved(before, old, after, new, partial=partial)
                    return (0, 0) if skips else (old, new)
    return 0, 0


def _is_meeting(before: Sequence[Shown], old: int, after: Sequence[Node], new: int) -> bool:
    """Whether two nodes are the same for certain, and those that follow them are, too."""
    a, b = before[old], after[new]
    if type(a.element) is not type(b.element):
        return False
    if a.element.identity is None and (b.children is not None or a.element != b.element):
        return False
    follow = min(2, len(before) - old, len(after) - new)
    return common(before[old : old + 2], after[new : new + 2]) == follow


def _has_moved(
    before: Sequence[Shown], old: int, after: Sequence[Node], new: int, *, partial: bool
) -> bool:
    """Whether what would be left out is to be looked for beyond the meeting, or may be."""
    left: list[Shown | Node] = [*before[:old], *after[:new]]
    if any(node.children is not None and node.element.identity is None for node in left):
        return True
    if partial and any(node.element.identity is not None for node in before[:old]):
        return True
    return _share(before[:old], after[new:]) or _share(after[:new], before[old:])


def _share(few: Sequence[Shown | Node], many: Sequence[Shown | Node]) -> bool:
    wanted = {node.element.identity for node in few} - {None}
    return bool(wanted) and any(node.element.identity in wanted for node in many)
