"""Values as they were at one moment, whatever is done to them later.

Plain values stand for themselves. Lists, dicts, frames, arrays and objects of the script's own classes may be
changed in place: of these a pickle is kept, within which all that is no mere data (classes, functions, locks,
connections, models) is the very object. What is too large for a copy, or can't be copied, is kept as it is.
"""

from __future__ import annotations

import datetime as dt
import io
import pickle
import sys
import types
from collections import Counter, OrderedDict, defaultdict, deque
from typing import Any

from ..state_values import NOTHING

LARGEST_COPY = 1 << 20
"""Bytes: of a larger value no copy is made, so what is changed within it is not brought back."""

Kept = Any
"""A plain value, or a ``Frozen`` one."""

_PLAIN = frozenset({
    bool, int, float, complex, str, bytes, type(None), type(NOTHING), type(Ellipsis), range, slice,
    dt.date, dt.time, dt.datetime, dt.timedelta, dt.timezone,
})  # fmt: skip
_COPIED: frozenset[type] = frozenset({
    list, dict, tuple, set, frozenset, bytearray, OrderedDict, defaultdict, deque, Counter,
    types.SimpleNamespace,
})  # fmt: skip
_FRAMES = ("numpy", "pandas")
_OWN_WAYS = ("__reduce__", "__reduce_ex__", "__getstate__", "__setstate__", "__getattr__")


class Frozen:
    """A value that may be changed in place, as it was.

    Args:
        blob: Its pickle; empty where no copy was made.
        shared: The objects that the pickle refers to; without a pickle, the value alone.
    """

    __slots__ = ("blob", "shared")

    def __init__(self, blob: bytes, shared: tuple[Any, ...]) -> None:
        self.blob = blob
        self.shared = shared

    def size(self) -> int:
        """Roughly how many bytes are kept for it."""
        return len(self.blob) + sum(map(size_of_object, self.shared))


def freeze(value: Any) -> Kept:
    """Keep a value as it is now."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple and all(type(part) in _PLAIN for part in value):
        return value
    if size_of_object(value) > LARGEST_COPY:
        return Frozen(b"", (value,))
    sink = _Sink()
    freezer = _Freezer(sink)
    try:
        freezer.dump(value)
    except Exception:  # whatever the objects of a script raise, or one of its threads changes meanwhile
        return Frozen(b"", (value,))
    return Frozen(b"".join(sink.parts), tuple(freezer.shared))


def thaw(kept: Kept) -> Any:
    """The value that was kept: of what was copied a copy, which may be changed."""
    if type(kept) is not Frozen:
        return kept
    if not kept.blob:
        return kept.shared[0]
    return _Thawer(io.BytesIO(kept.blob), kept.shared).load()


def same(one: Kept, other: Kept) -> bool:
    """Whether nothing was changed between two moments. Cheap; may say no where nothing was."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if type(one) is Frozen:
        shared = len(one.shared) == len(other.shared) and all(map(_is, one.shared, other.shared))
        return shared and bool(one.blob == other.blob)
    return bool(one == other) or (one != one and other != other)  # nan


def alike(one: Kept, other: Kept) -> bool:
    """Whether two values are equal, however they came to be so."""
    if same(one, other):
        return True
    if type(one) is not Frozen or type(other) is not Frozen or not one.blob or not other.blob:
        return False
    try:
        # The pickle of what came from a pickle does not tell any more which of its parts were one object.
        one, other = freeze(thaw(one)), freeze(thaw(other))
        return same(one, other) or bool(thaw(one) == thaw(other))
    except Exception:  # frames and arrays have no plain answer
        return False


def size_of(kept: Kept) -> int:
    """Roughly how many bytes a kept value takes."""
    return kept.size() if type(kept) is Frozen else sys.getsizeof(kept)


def size_of_object(value: Any) -> int:
    """Roughly how many bytes an object takes, what is in a container left out."""
    try:
        for name in ("memory_usage", "estimated_size"):
            measure = getattr(type(value), name, None)
            if measure is not None:
                found = measure(value)
                return int(found.sum() if hasattr(found, "sum") else found)
        taken = getattr(value, "nbytes", None)
        return int(taken) if isinstance(taken, int) else sys.getsizeof(value)
    except Exception:
        return 0


def _is(one: Any, other: Any) -> bool:
    if one is other:
        return True
    # Columns of text are made of Arrow's arrays, which never change, but are wrapped anew each time.
    return type(one) is type(other) and type(one).__module__.startswith("pyarrow") and one.equals(other)


class _TooLarge(Exception):
    """A copy would take more than it may."""


class _Sink:
    """Takes a pickle, as long as it is not too large."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._room = LARGEST_COPY

    def write(self, data: Any) -> int:
        part = bytes(data)
        self._room -= len(part)
        if self._room < 0:
            raise _TooLarge
        self.parts.append(part)
        return len(part)


class _Freezer(pickle.Pickler):
    def __init__(self, sink: _Sink) -> None:
        super().__init__(sink, protocol=4)  # 5 would share the buffers of arrays
        self.shared: list[Any] = []
        self._numbers: dict[int, int] = {}

    def persistent_id(self, obj: Any) -> int | None:
        kind = type(obj)
        if kind in _PLAIN or kind in _COPIED:
            return None
        if _is_data(kind):
            if size_of_object(obj) > LARGEST_COPY:
                raise _TooLarge
            return None
        number = self._numbers.get(id(obj))
        if number is None:
            number = self._numbers[id(obj)] = len(self.shared)
            self.shared.append(obj)
        return number


class _Thawer(pickle.Unpickler):
    def __init__(self, source: io.BytesIO, shared: tuple[Any, ...]) -> None:
        super().__init__(source)
        self._shared = shared

    def persistent_load(self, pid: Any) -> Any:
        return self._shared[pid]


def _is_data(kind: type) -> bool:
    """Whether objects of a class are mere data: of a script's own class, or frames and arrays."""
    home = kind.__module__.partition(".")[0]
    if home in _FRAMES:
        return isinstance(kind, type) and not issubclass(kind, (type, types.ModuleType))
    if home in sys.stdlib_module_names and home != "__main__":
        return False
    if not kind.__flags__ & _HEAP or issubclass(kind, (type, *_LIVE)):
        return False
    return not any(_has_own(kind, name) for name in _OWN_WAYS)


_HEAP = 1 << 9  # a class that was written in Python
_LIVE = (BaseException, io.IOBase, types.ModuleType)


def _has_own(kind: type, name: str) -> bool:
    """Whether a class, and not one of Python's own, says how its objects are copied."""
    owner = next((base for base in kind.__mro__ if name in base.__dict__), None)
    return owner is not None and owner is not object and owner not in _COPIED
