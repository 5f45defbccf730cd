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
from collections.abc import Callable, Collection, Sequence
from pathlib import Path, PurePath
from typing import Any

from ..records import dataclass

MARK = "$"
_DEEPEST = 200


class UnreadableValueError(Exception):
    """A value of a document that can't be made here; the text says why."""


class UnsavableValueError(Exception):
    """A value that neither JSON nor pickle can hold; the text says why."""


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes that a codec puts aside, since they are too many for a text."""

    data: bytes


Keep = Callable[[bytes], int]
"""Puts bytes aside and gives the number that they are found by."""
Fetch = Callable[[int], bytes]
"""Gives a pickle that is known to be this user's own.

Raises:
    UnreadableValueError: It is not.
"""


@dataclass(frozen=True, slots=True)
class Codec:
    """How the values of a class are written that JSON does not know, so that they need no pickle.

    Args:
        name: What stands for the class in a document.
        kind: The class's full name, so that it need not be imported; those derived from it are not meant.
        parts: Its value in parts that are encoded in their turn.
        make: The value of these parts.

    Raises:
        UnsavableValueError: ``parts`` can't give them.
        UnreadableValueError: ``make`` can't make the value here.
    """

    name: str
    kind: str
    parts: Callable[[Any], Any]
    make: Callable[[Any], Any]


def encode(
    value: Any,
    keep: Keep,
    codecs: Sequence[Codec] = (),
    secrets: Collection[str] = (),
    keep_blob: Keep | None = None,
) -> Any:
    """A value as JSON.

    Args:
        value: Any value.
        keep: Where pickles go.
        keep_blob: Where blobs go.
        codecs: How other classes are written.
        secrets: Texts that must not be written.

    Raises:
        UnsavableValueError: Pickle can't hold it either, or there is a secret in it.
    """
    writer = _Writer(keep, keep_blob or keep, codecs, secrets)
    try:
        return writer.encode(value, 0)
    except RecursionError:
        return writer.pickled(value)


class _Writer:
    def __init__(
        self, keep: Keep, keep_blob: Keep, codecs: Sequence[Codec], secrets: Collection[str]
    ) -> None:
        self._keep = keep
        self._keep_blob = keep_blob
        self._codecs = {codec.kind: codec for codec in codecs}
        self._secrets = frozenset(secrets)
        self._secret_bytes = [secret.encode("utf-8", "surrogatepass") for secret in secrets]

    def encode(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if kind is str:
            if value in self._secrets:
                raise UnsavableValueError("it is one of the app's secrets")
            return _text(value)
        if value is None or kind in (bool, int):
            return value
        if kind is float:
            return value if math.isfinite(value) else {MARK: "float", "v": repr(value)}
        if depth > _DEEPEST:
            raise RecursionError
        if kind is list:
            return [self.encode(each, depth + 1) for each in value]
        if kind is dict:
            return self._dict(value, depth)
        if kind in (tuple, set, frozenset):
            return {MARK: kind.__name__, "v": [self.encode(each, depth + 1) for each in value]}
        words = _WORDS.get(kind)
        text = words(value) if words is not None else None
        if text is not None:
            return {MARK: kind.__name__, "v": text}
        codec = self._codecs.get(f"{kind.__module__}.{kind.__qualname__}")
        if codec is not None:
            return {MARK: codec.name, "v": self.encode(codec.parts(value), depth + 1)}
        if isinstance(value, PurePath) and kind is type(Path()):
            return {MARK: "Path", "v": str(value)}
        if kind is Blob:
            return {MARK: "blob", "v": self._keep_blob(value.data)}
        return self.pickled(value)

    def _dict(self, value: dict[Any, Any], depth: int) -> Any:
        deeper = depth + 1
        if all(type(key) is str for key in value) and MARK not in value:
            return {key: self.encode(each, deeper) for key, each in value.items()}
        pairs = [[self.encode(key, deeper), self.encode(each, deeper)] for key, each in value.items()]
        return {MARK: "dict", "v": pairs}

    def pickled(self, value: Any) -> Any:
        import cloudpickle

        try:
            # Classes that the script itself defines go along: pickle alone looks for them in `__main__`.
            data = cloudpickle.dumps(value, protocol=4)
        except Exception as error:
            raise UnsavableValueError(f"a {type(value).__name__} can't be saved ({error})") from error
        if any(secret in data for secret in self._secret_bytes):
            raise UnsavableValueError("there is one of the app's secrets in it")
        return {MARK: "pickle", "v": self._keep(data), "type": type(value).__name__}


def _text(value: str) -> Any:
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no Unicode
        return {MARK: "text", "v": base64.b64encode(value.encode("utf-8", "surrogatepass")).decode()}
    return value


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


def decode(
    value: Any, fetch: Fetch, codecs: Sequence[Codec] = (), fetch_blob: Fetch | None = None
) -> Any:
    """The value that :func:`encode` made this of.

    Args:
        value: The JSON.
        fetch: Where pickles come from.
        codecs: How other classes are read.
        fetch_blob: Where bytes come from that run nothing, whoever wrote them.

    Raises:
        UnreadableValueError: It is no such JSON, or needs a pickle that may not be read.
    """
    try:
        return _Reader(fetch, codecs, fetch_blob).decode(value)
    except UnreadableValueError:
        raise
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError) as error:
        raise UnreadableValueError(f"it is damaged ({type(error).__name__})") from None


class _Reader:
    def __init__(self, fetch: Fetch, codecs: Sequence[Codec], fetch_blob: Fetch | None) -> None:
        self._fetch = fetch
        self._fetch_blob = fetch_blob or fetch
        self._codecs = {codec.name: codec for codec in codecs}

    def decode(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self.decode(each) for each in value]
        if not isinstance(value, dict):
            return value
        if MARK not in value:
            return {key: self.decode(each) for key, each in value.items()}
        kind, content = value[MARK], value["v"]
        if kind == "pickle":
            return self._unpickled(int(content), value.get("type"))
        if kind == "blob":
            return self._fetch_blob(int(content))
        if kind == "dict":
            return {self.decode(key): self.decode(each) for key, each in content}
        codec = self._codecs.get(kind)
        if codec is not None:
            return codec.make(self.decode(content))
        maker = _MAKERS[kind]
        return maker([self.decode(each) for each in content] if isinstance(content, list) else content)

    def _unpickled(self, number: int, name: Any) -> Any:
        data = self._fetch(number)
        try:
            return pickle.loads(data)
        except Exception as error:
            # A class may have gone from the app since.
            raise UnreadableValueError(f"a {name} can't be made: {error}") from None


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
