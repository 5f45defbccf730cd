"""What the last run's commands declared, so that a command called in the same way need not ask again.

A run makes nearly the same calls as the one before it. To check their arguments, to make specs and
elements of them and to compare those with what is on screen is what a rerun of many elements costs; an
element that is the very same object costs the difference nothing.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from .element import Element
from .widget import WidgetSpec

if TYPE_CHECKING:
    from .container import Container
    from .fragments import FragmentId

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


FUNCTION, ANYTHING = Function(), Anything()


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
        args: The positional arguments, each as `kept_of` gives it.
        names: The names of the others, in order.
        named: Those, likewise.
        told_by: What else tells the call; see `Here`.
        element: What it declared.

    Attributes:
        gives_handle: Whether it gave a handle on the element.
        spec: How it registered its widget; None if it is none.
        value: The widget's value in the session state.
        kept_value: What to compare that with if it can be changed in place.
        seen: In which run it was made last.
    """

    __slots__ = (
        "args",
        "element",
        "gives_handle",
        "kept_value",
        "kinds",
        "named",
        "named_kinds",
        "names",
        "seen",
        "spec",
        "told_by",
        "value",
    )

    def __init__(
        self,
        args: tuple[Any, ...],
        names: tuple[str, ...],
        named: tuple[Any, ...],
        told_by: tuple[Hashable, ...],
        element: Element,
    ) -> None:
        self.args = args
        self.names = names
        self.named = named
        self.kinds = tuple(map(type, args))
        self.named_kinds = tuple(map(type, named))
        self.told_by = told_by
        self.element = element
        self.gives_handle = False
        self.spec: WidgetSpec | None = None
        self.value: Any = None
        self.kept_value: Kept | None = None
        self.seen = 0

    def is_like(self, args: tuple[Any, ...], named: dict[str, Any]) -> bool:
        """Whether a call has arguments like this one's, in the same order."""
        if len(args) != len(self.args) or tuple(named) != self.names:
            return False
        values = tuple(named.values())
        # Nearly all are plain values of the same kinds, which two comparisons settle.
        if tuple(map(type, args)) != self.kinds or args != self.args:
            for value, kept in zip(args, self.args, strict=True):
                if value is not kept and not is_like(value, kept):
                    return False
        if values and (tuple(map(type, values)) != self.named_kinds or values != self.named):
            for value, kept in zip(values, self.named, strict=True):
                if value is not kept and not is_like(value, kept):
                    return False
        return True


class Here:
    """Where commands are called: the container, and what of it and around it tells their calls.

    Most calls come from where the one before came from. Then this is compared by identity.
    """

    __slots__ = ("fragments", "page", "place", "told_by")

    def __init__(
        self,
        place: Container | None,
        page: str,
        fragments: tuple[FragmentId, ...],
        told_by: tuple[Hashable, ...] = (),
    ) -> None:
        self.place = place
        self.page = page
        self.fragments = fragments
        self.told_by = told_by


_NOWHERE = Here(None, "", ())


class CallMemory:
    """The calls of the last run, and those that the present one has made anew; by command, label and key."""

    def __init__(self) -> None:
        self.last: dict[CallName, Call] = {}
        self.now: dict[CallName, Call] = {}
        self.run = 1
        self.again = 0  # how many of the last run's calls the present one has made again
        self.here = _NOWHERE
        self._told_by: dict[tuple[Hashable, ...], tuple[Hashable, ...]] = {}

    def enter(self, place: Container, page: str, fragments: tuple[FragmentId, ...]) -> Here:
        """Commands are called elsewhere from now on."""
        told_by: tuple[Hashable, ...] = (
            *place.sort_of_block(),
            place.form_id,
            place.region,
            page,
            fragments,
        )
        # One tuple for all that are equal: a look at ten thousand of them costs more than the comparison.
        told_by = self._told_by.setdefault(told_by, told_by)
        self.here = Here(place, page, fragments, told_by)
        return self.here

    def on_run_finished(self, *, whole: bool) -> None:
        """Forget what was not called again, if the script ran from its top to its end."""
        last = self.last
        anew = sum(name in last and last[name].seen != self.run for name in self.now)
        if whole and self.again + anew < len(last):
            last = {name: call for name, call in last.items() if call.seen == self.run}
        last.update(self.now)
        self.last, self.now = last, {}
        self.run += 1
        self.again = 0
        self.here = _NOWHERE
        self._told_by.clear()
