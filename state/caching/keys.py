"""Keys of caches: a digest of what a function is called with, by content.

A value is written as bytes from which it could be told apart from every other one, and these are
hashed. Nothing is sampled: two large frames that differ in one cell have different keys.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from struct import pack
from typing import Any

from .errors import UnhashableTypeError, UserHashError

HashFuncs = Mapping[str, Callable[[Any], Any]]
_DIGEST = 16  # bytes


class Hasher:
    """Collects the bytes that tell a value apart.

    Args:
        functions: The script's ``hash_funcs``, by the full names of types.
        owner: How messages call the cached function.
    """

    __slots__ = ("_functions", "_open", "_owner", "_suspended", "parts")

    def __init__(self, functions: HashFuncs | None = None, owner: str = "") -> None:
        self.parts: list[bytes] = []
        self._functions = functions
        self._owner = owner
        self._open: dict[int, int] = {}
        self._suspended: set[str] = set()

    def digest(self) -> bytes:
        """The digest of all that was added."""
        return blake2b(b"".join(self.parts), digest_size=_DIGEST).digest()

    def add(self, value: Any) -> None:
        """Add a value.

        Raises:
            UnhashableTypeError: It can't be told apart by its content.
            UserHashError: A function of ``hash_funcs`` failed.
        """
        kind = type(value)
        if self._functions:
            name = full_name(kind)
            function = self._functions.get(name)
            if function is not None and name not in self._suspended:
                self._add_by(function, name, value)
                return
        write = _EXACT.get(kind)
        if write is None:
            write = _writer(kind)
        write(self, value)

    def text(self, text: str) -> None:
        """Add a text with its length, so that neighbours can't be mistaken for each other."""
        content = text.encode("utf-8", "surrogatepass")
        self.parts.append(b"s%d:%b" % (len(content), content))

    def buffer(self, content: Any) -> None:
        """Add anything that has the buffer protocol; large ones are not copied."""
        self.parts.append(b"b" + blake2b(content, digest_size=_DIGEST).digest())

    def items(self, owner: object, tag: bytes, values: Iterable[Any]) -> None:
        """Add what a container holds; one that holds itself is no endless loop."""
        depth = self._open.get(id(owner))
        if depth is not None:
            self.parts.append(b"@%d;" % depth)
            return
        self._open[id(owner)] = len(self._open)
        self.parts.append(tag + b"(")
        for value in values:
            self.add(value)
        self.parts.append(b")")
        del self._open[id(owner)]

    def unordered(self, owner: object, values: Iterable[Any]) -> None:
        """Add what a set holds."""
        start = len(self.parts)
        digests = []
        for value in values:
            self.add(value)
            digests.append(self.digest_from(start))
        self.parts.append(b"{%d;" % len(digests) + b"".join(sorted(digests)))

    def digest_from(self, start: int) -> bytes:
        """Take back what was added since ``start`` and give its digest."""
        found = blake2b(b"".join(self.parts[start:]), digest_size=_DIGEST).digest()
        del self.parts[start:]
        return found

    def _add_by(self, function: Callable[[Any], Any], name: str, value: Any) -> None:
        try:
            result = function(value)
        except Exception as error:
            raise UserHashError(
                f"{type(error).__name__}: {error}\n\nThe function for `{name}` in `hash_funcs` of "
                f"{self._owner} failed with this for a value of that type."
            ) from error
        # Its result may be of the same type (str for str); then it is taken as it is.
        self._suspended.add(name)
        try:
            self.parts.append(b"u")
            self.text(name)
            self.add(result)
        finally:
            self._suspended.discard(name)


def full_name(kind: type) -> str:
    """A type's full name, as ``hash_funcs`` takes it."""
    return f"{kind.__module__}.{kind.__qualname__}"


def _writer(kind: type) -> Callable[[Hasher, Any], None]:
    """How a value is written whose type is none of the plain ones."""
    from .kinds import LIBRARY

    for base in kind.__mro__:
        found = LIBRARY.get(full_name(base))
        if found is not None:
            return found
    if issubclass(kind, type):
        return _class
    if is_dataclass(kind):
        return _dataclass
    if kind.__reduce__ is not object.__reduce__ or kind.__reduce_ex__ is not object.__reduce_ex__:
        return _reduced
    for base in kind.__mro__:
        plain = _EXACT.get(base)
        if plain is not None:
            return _subclass_of(plain)
    raise UnhashableTypeError(full_name(kind))


def _subclass_of(plain: Callable[[Hasher, Any], None]) -> Callable[[Hasher, Any], None]:
    def write(hasher: Hasher, value: Any) -> None:
        hasher.parts.append(b"<")
        hasher.text(full_name(type(value)))
        plain(hasher, value)
        own = getattr(value, "__dict__", None)
        if own:
            _dict(hasher, own)

    return write


def _none(hasher: Hasher, value: None) -> None:
    hasher.parts.append(b"N")


def _bool(hasher: Hasher, value: bool) -> None:
    hasher.parts.append(b"T" if value else b"F")


def _int(hasher: Hasher, value: int) -> None:
    hasher.parts.append(b"i%x;" % value)


def _float(hasher: Hasher, value: float) -> None:
    hasher.parts.append(b"f" + pack("<d", value))


def _complex(hasher: Hasher, value: complex) -> None:
    hasher.parts.append(b"c" + pack("<dd", value.real, value.imag))


def _bytes(hasher: Hasher, value: Any) -> None:
    hasher.parts.append(type(value).__name__.encode())
    hasher.buffer(value)


def _list(hasher: Hasher, value: list[Any]) -> None:
    hasher.items(value, b"l", value)


def _tuple(hasher: Hasher, value: tuple[Any, ...]) -> None:
    hasher.items(value, b"t", value)


def _set(hasher: Hasher, value: Any) -> None:
    hasher.parts.append(b"S" if isinstance(value, set) else b"Z")
    hasher.unordered(value, value)


def _dict(hasher: Hasher, value: Mapping[Any, Any]) -> None:
    # In its order, which a function may well see.
    hasher.items(value, b"d", (part for item in value.items() for part in item))


def _class(hasher: Hasher, value: type) -> None:
    hasher.parts.append(b"C")
    hasher.text(full_name(value))


def _module(hasher: Hasher, value: types.ModuleType) -> None:
    hasher.parts.append(b"M")
    hasher.text(value.__name__)


def _dataclass(hasher: Hasher, value: Any) -> None:
    hasher.text(full_name(type(value)))
    hasher.items(value, b"D", (getattr(value, field.name, None) for field in fields(value)))


def _reduced(hasher: Hasher, value: Any) -> None:
    """A value whose class says how it is to be pickled is told apart by that."""
    try:
        reduced = value.__reduce_ex__(4)
    except Exception as error:
        raise UnhashableTypeError(full_name(type(value))) from error
    hasher.text(full_name(type(value)))
    if isinstance(reduced, str):
        hasher.text(getattr(value, "__module__", None) or "")
        hasher.text(reduced)
        return
    maker, *rest = reduced
    hasher.text(f"{getattr(maker, '__module__', '')}.{getattr(maker, '__qualname__', '')}")
    hasher.items(value, b"R", (list(part) if number > 1 and part is not None else part
                               for number, part in enumerate(rest[:4])))  # fmt: skip


def add_code(hasher: Hasher, code: types.CodeType) -> None:
    """Add what code does; where it stands, its comments and the names of its variables do not count."""
    hasher.parts.append(b"%d,%d,%d,%d;" % (
        code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags,
    ))  # fmt: skip
    hasher.buffer(code.co_code)
    for name in (*code.co_names, *code.co_freevars):
        hasher.text(name)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            add_code(hasher, constant)
        else:
            hasher.add(constant)


def _function(hasher: Hasher, value: types.FunctionType) -> None:
    if value.__name__ == "<lambda>":
        raise UnhashableTypeError("lambda")
    cells = [_content(cell) for cell in value.__closure__ or ()]
    hasher.parts.append(b"X")
    hasher.text(f"{value.__module__}.{value.__qualname__}")
    add_code(hasher, value.__code__)
    held = (value.__defaults__, value.__kwdefaults__, *cells)
    hasher.items(value, b"x", held)


def _content(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # not filled yet
        return ...


def _method(hasher: Hasher, value: types.MethodType) -> None:
    hasher.parts.append(b"m")
    hasher.add(value.__self__)
    hasher.add(value.__func__)


_EXACT: dict[type, Callable[[Hasher, Any], None]] = {
    type(None): _none,
    bool: _bool,
    int: _int,
    float: _float,
    complex: _complex,
    str: Hasher.text,
    bytes: _bytes,
    bytearray: _bytes,
    memoryview: _bytes,
    list: _list,
    tuple: _tuple,
    set: _set,
    frozenset: _set,
    dict: _dict,
    type: _class,
    types.MappingProxyType: _dict,
    types.ModuleType: _module,
    types.FunctionType: _function,
    types.MethodType: _method,
}
