"""Python values as JSON that comes back as it was; what JSON cannot say is pickled aside, and signed there.

A plain text, number, list or dict with text keys stands for itself. All else is an object with the one key
``$``, whose value names the kind, and ``v``.
"""

from __future__ import annotations

import base64
import datetime as dt
import decimal
import math
import pickle  # reads what cloudpickle writes
import uuid
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Any

MARK = "$"
_DEEPEST = 200


class UnreadableValueError(Exception):
    """A value of a document that can't be made here; the text says why."""


class UnsavableValueError(Exception):
    """A value that neither JSON nor pickle can hold; the text says why."""


Keep = Callable[[bytes], int]
"""Puts a pickle aside and gives the number that it is found by."""
Fetch = Callable[[int], bytes]
"""Gives a pickle that is known to be this user's own.

Raises:
    UnreadableValueError: It is not.
"""


def encode(value: Any, keep: Keep) -> Any:
    """A value as JSON.

    Args:
        value: Any value.
        keep: Where pickles go.

    Raises:
        UnsavableValueError: Pickle can't hold it either.
    """
    try:
        return _encode(value, keep, 0)
    except RecursionError:
        return _pickled(value, keep)


def _encode(value: Any, keep: Keep, depth: int) -> Any:
    kind = type(value)
    if value is None or kind in (bool, int, str):
        return _text(value) if kind is str else value
    if kind is float:
        return value if math.isfinite(value) else {MARK: "float", "v": repr(value)}
    if depth > _DEEPEST:
        raise RecursionError
    if kind is list:
        return [_encode(each, keep, depth + 1) for each in value]
    if kind is dict:
        return _encode_dict(value, keep, depth)
    if kind in (tuple, set, frozenset):
        return {MARK: kind.__name__, "v": [_encode(each, keep, depth + 1) for each in value]}
    words = _WORDS.get(kind)
    if words is not None:
        text = words(value)
        if text is not None:
            return {MARK: kind.__name__, "v": text}
    if isinstance(value, PurePath) and kind is type(Path()):
        return {MARK: "Path", "v": str(value)}
    return _pickled(value, keep)


def _text(value: str) -> Any:
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no Unicode
        return {MARK: "text", "v": base64.b64encode(value.encode("utf-8", "surrogatepass")).decode()}
    return value


def _encode_dict(value: dict[Any, Any], keep: Keep, depth: int) -> Any:
    if all(type(key) is str for key in value) and MARK not in value:
        return {key: _encode(each, keep, depth + 1) for key, each in value.items()}
    pairs = [[_encode(key, keep, depth + 1), _encode(each, keep, depth + 1)] for key, each in value.items()]
    return {MARK: "dict", "v": pairs}


def _moment(value: dt.datetime | dt.time) -> str | None:
    """A time zone has more to it than its offset: with one, the value is pickled."""
    return value.isoformat() if value.tzinfo in (None, dt.timezone.utc) and not value.fold else None


_WORDS: dict[type, Callable[[Any], str | None]] = {
    bytes: lambda value: base64.b64encode(value).decode(),
    bytearray: lambda value: base64.b64encode(value).decode(),
    complex: repr,
    dt.date: dt.date.isoformat,
    dt.time: _moment,
    dt.datetime: _moment,
    dt.timedelta: lambda value: f"{value.days} {value.seconds} {value.microseconds}",
    decimal.Decimal: str,
    uuid.UUID: str,
    range: lambda value: f"{value.start} {value.stop} {value.step}",
}


def _pickled(value: Any, keep: Keep) -> Any:
    import cloudpickle

    try:
        # Classes that the script itself defines go along: pickle alone looks for them in `__main__`.
        data = cloudpickle.dumps(value, protocol=4)
    except Exception as error:
        raise UnsavableValueError(f"a {type(value).__name__} can't be saved ({error})") from error
    return {MARK: "pickle", "v": keep(data), "type": type(value).__name__}


def decode(value: Any, fetch: Fetch) -> Any:
    """The value that :func:`encode` made this of.

    Args:
        value: The JSON.
        fetch: Where pickles come from.

    Raises:
        UnreadableValueError: It is no such JSON, or needs a pickle that may not be read.
    """
    try:
        return _decode(value, fetch)
    except UnreadableValueError:
        raise
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise UnreadableValueError(f"it is damaged ({type(error).__name__})") from None


def _decode(value: Any, fetch: Fetch) -> Any:
    if isinstance(value, list):
        return [_decode(each, fetch) for each in value]
    if not isinstance(value, dict):
        return value
    if MARK not in value:
        return {key: _decode(each, fetch) for key, each in value.items()}
    kind, content = value[MARK], value["v"]
    if kind == "pickle":
        data = fetch(int(content))
        try:
            return pickle.loads(data)
        except Exception as error:
            # A class may have gone from the app since.
            raise UnreadableValueError(f"a {value.get('type')} can't be made: {error}") from None
    if kind == "dict":
        return {_decode(key, fetch): _decode(each, fetch) for key, each in content}
    maker = _MAKERS[kind]
    return maker([_decode(each, fetch) for each in content] if isinstance(content, list) else content)


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split()]


_MAKERS: dict[str, Callable[[Any], Any]] = {
    "float": float,
    "text": lambda text: _bytes(text).decode("utf-8", "surrogatepass"),
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "bytes": _bytes,
    "bytearray": lambda text: bytearray(_bytes(text)),
    "complex": complex,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
    "timedelta": lambda text: dt.timedelta(*_numbers(text)),
    "Decimal": decimal.Decimal,
    "UUID": uuid.UUID,
    "range": lambda text: range(*_numbers(text)),
    "Path": Path,
}
