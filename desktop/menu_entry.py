"""The entries of a window's menu, before there is a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..state.records import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu; ``name`` "" stands for a line.

    Args:
        name: What it says.
        act: What it does.
        keys: Keys bound to it, such as ``"Ctrl+W; Ctrl+F4"``; the first are shown beside it.
        checked: True or False for an entry with a tick.
        enabled: Whether it can be chosen.
        entries: What opens beside it; it does nothing itself then.
        flat: Its entries stand among the others of the menu, between lines. A bar of menus, which
            has room for names, shows it like any other group.
        usual: What lists of keys call it where ``name`` tells what it would do now; "" for ``name``.
    """

    name: str
    act: Callable[[], object] | None = None
    keys: str = ""
    checked: bool | None = None
    enabled: bool = True
    entries: tuple[Entry, ...] = ()
    flat: bool = False
    usual: str = ""


LINE = Entry("")


def walk(entries: Iterable[Entry], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Entry]]:
    """All entries that do something, in groups or not, each behind the names of the groups it is in."""
    for entry in entries:
        if entry.entries:
            yield from walk(entry.entries, (*path, entry.name))
        elif entry.act is not None:
            yield path, entry


def between_lines(*groups: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries of these groups with a line between any two that have some."""
    joined: list[Entry] = []
    for group in groups:
        entries = list(group)
        if entries and joined:
            joined.append(LINE)
        joined += entries
    return tuple(joined)
