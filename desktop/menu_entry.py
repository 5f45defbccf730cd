"""The entries of a window's menu, before there is a menu."""

from __future__ import annotations

from collections.abc import Callable

from ..state.records import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu; ``name`` "" stands for a line.

    Args:
        name: What it says.
        act: What it does.
        keys: Keys shown beside it and, but for single letters, bound to it.
        checked: True or False for an entry with a tick.
        enabled: Whether it can be chosen.
    """

    name: str
    act: Callable[[], object] | None = None
    keys: str = ""
    checked: bool | None = None
    enabled: bool = True


LINE = Entry("")
