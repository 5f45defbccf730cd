"""What the last run's commands declared, so that a command called in the same way need not ask again.

A run makes nearly the same calls as the one before it. To check their arguments, to make specs and
elements of them and to compare those with what is on screen is what a rerun of many elements costs; an
element that is the very same object costs the difference nothing.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Hashable
from typing import Any

from .element import Element
from .widget import WidgetSpec

CallName = tuple[Hashable, ...]

_SCALARS = frozenset({str, int, float, bool, type(None), dt.date, dt.timedelta})
_LONGEST = 1_000
"""The items of a list that are kept, at most, to compare the next run's with."""


class NotKept(Exception):
    """An argument is nothing whose change could be told."""


class Kept:
    """An argument in a form that tells whether another one is like it."""

    __slots__ = ()

    def is_like(self, other: Any) -> bool:
        """Whether the other one means the same."""
        return False


class Function(Kept):
    """A callback: each run has its own, but one there must be."""

    __slots__ = ()

    def is_like(self, other: Any) -> bool:
        return callable(other)


class Anything(Kept):
    """What a callback is called with."""

    __slots__ = ()

    def is_like(self, other: Any) -> bool:
        return True


class Zero(Kept):
    """0.0 or -0.0: they are equal and look different."""

    __slots__ = ("_text",)

    def __init__(self, value: float) -> None:
        self._text = repr(value)

    def is_like(self, other: Any) -> bool:
        return type(other) is float and repr(other) == self._text


class Listed(Kept):
    """A list or tuple of plain values as it was; it may be changed in place."""

    __slots__ = ("_items", "_kinds")

    def __init__(self, items: list[Any] | tuple[Any, ...]) -> None:
        if len(items) > _LONGEST or any(isinstance(kept_of(item), Kept) for item in items):
            raise NotKept
        self._items = items[:]
        self._kinds = [type(item) for item in items]

    def is_like(self, other: Any) -> bool:
        items = self._items
        if type(other) is not type(items) or len(other) != len(items):
            return False
        # What a script writes out is the same objects in each run.
        return all(map(operator.is_, other, items)) or (other == items and [*map(type, other)] == self._kinds)


NEVER, FUNCTION, ANYTHING = Kept(), Function(), Anything()


def kept_of(value: Any) -> Any:
    """What to compare the next run's argument with: the value itself, if it can't change, or a `Kept`.

    Raises:
        NotKept: The argument is not plain, so that a change within it could not be told.
    """
    kind = type(value)
    if kind is float and value == 0:
        return Zero(value)
    if kind in _SCALARS:
        return value
    if kind is list or kind is tuple:
        return Listed(value)
    if kind in (dt.time, dt.datetime) and value.tzinfo is None and not value.fold:
        return value
    raise NotKept


def is_like(value: Any, kept: Any) -> bool:
    """Whether a value is what `kept_of` got; 1, 1.0 and True are not alike."""
    if type(value) is type(kept):
        return bool(value == kept)
    return isinstance(kept, Kept) and kept.is_like(value)


class Call:
    """One call of a command and what it left behind.

    Args:
        kept: The positional arguments, each as `kept_of` gives it.
        kept_named: The others.
        in_block: What the command could see of the block it was in.
        element: What it declared.

    Attributes:
        gives_handle: Whether it gave a handle on the element.
        spec: How it registered its widget; None if it is none.
        scope: What else tells that widget.
        value: The widget's value in the session state.
        kept_value: What to compare that with if it can be changed in place.
    """

    __slots__ = (
        "element",
        "gives_handle",
        "in_block",
        "kept",
        "kept_named",
        "kept_value",
        "scope",
        "spec",
        "value",
    )

    def __init__(
        self, kept: tuple[Any, ...], kept_named: dict[str, Any], in_block: object, element: Element
    ) -> None:
        self.kept = kept
        self.kept_named = kept_named
        self.in_block = in_block
        self.element = element
        self.gives_handle = False
        self.spec: WidgetSpec | None = None
        self.scope: tuple[Hashable, ...] = ()
        self.value: Any = None
        self.kept_value: Kept | None = None

    def is_like(self, args: tuple[Any, ...], named: dict[str, Any]) -> bool:
        """Whether a call has arguments like this one's."""
        kept_named = self.kept_named
        if len(args) != len(self.kept) or len(named) != len(kept_named):
            return False
        for value, kept in zip(args, self.kept, strict=True):
            if value is not kept and not is_like(value, kept):
                return False
        for name, value in named.items():
            kept = kept_named.get(name, NEVER)
            if value is not kept and not is_like(value, kept):
                return False
        return True


class CallMemory:
    """The calls of the last run, and those of the present one; by command, label and key."""

    def __init__(self) -> None:
        self.last: dict[CallName, Call] = {}
        self.now: dict[CallName, Call] = {}

    def on_run_finished(self, *, whole: bool) -> None:
        """Forget what was not called again, if the script ran from its top to its end."""
        if whole:
            self.last, self.now = self.now, {}
        else:
            self.last = {**self.last, **self.now}
            self.now = {}
