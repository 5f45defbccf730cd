"""Dataclasses that cost next to nothing until they are used.

Python's own decorator compiles six methods for each class, half a millisecond, and each start defines dozens
of classes of which it uses a few. Here all classes share the methods that need no compiling, and ``__init__``
is compiled when the first object is made. What comes out is a dataclass as `dataclasses` sees it:
``is_dataclass``, ``fields``, ``replace``, ``match`` and pickling work.

Classes say `from ..state.records import dataclass` and are otherwise written as always.
"""

from __future__ import annotations

# _FIELD is the mark by which `dataclasses.fields` knows a field; it has no public name.
from dataclasses import _FIELD, MISSING, Field, FrozenInstanceError, field  # type: ignore[attr-defined]
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(
        cls: type | None = None,
        /,
        *,
        frozen: bool = False,
        slots: bool = False,
        kw_only: bool = False,
        eq: bool = True,
    ) -> Any:
        """As `dataclasses.dataclass`, with those of its options that desklit uses."""

        def decorate(cls: type) -> type:
            return _make(cls, frozen=frozen, slots=slots, kw_only=kw_only, eq=eq)

        return decorate if cls is None else decorate(cls)


__all__ = ["dataclass"]

Fields = dict[str, Field[Any]]


def _make(cls: type, *, frozen: bool, slots: bool, kw_only: bool, eq: bool) -> type:
    own = _own_fields(cls, kw_only)
    fields: Fields = {}
    for base in cls.__mro__[-1:0:-1]:
        fields.update(base.__dict__.get("__dataclass_fields__", {}))
    fields.update(own)
    # What the class has written itself stays; Python gives a __hash__ of None to all that define __eq__.
    written = {name for name, value in cls.__dict__.items() if name != "__hash__" or value is not None}
    given = {**_shared(frozen, eq), "__dataclass_fields__": fields}
    given["__dataclass_params__"] = _Params(frozen, eq)
    given["__match_args__"] = tuple(each.name for each in fields.values() if each.init and not each.kw_only)
    given = {name: value for name, value in given.items() if name not in written}
    for name, each in own.items():
        # With slots the defaults may not stay in the class; a `field(…)` never does.
        if name in written and (slots or each.default is MISSING):
            delattr(cls, name)
        elif name in written:
            setattr(cls, name, each.default)
    made = _with_slots(cls, fields, given, frozen) if slots else _with(cls, given)
    compiled = {"__init__": _frozen_init if frozen else _plain_init}
    if eq:
        compiled["__eq__"] = _compile_eq
    if eq and frozen:
        compiled["__hash__"] = _compile_hash
    later = {name: _compiled_at_first_call(made, name, source) for name, source in compiled.items()}
    return _with(made, {name: method for name, method in later.items() if name not in written})


def _shared(frozen: bool, eq: bool) -> dict[str, Any]:
    methods: dict[str, Any] = {"__repr__": _repr}
    if frozen:
        methods |= {"__setattr__": _refuse_set, "__delattr__": _refuse_delete}
    elif eq:
        methods["__hash__"] = None
    return methods


def _with(cls: type, given: dict[str, Any]) -> type:
    for name, value in given.items():
        setattr(cls, name, value)
    return cls


def _with_slots(cls: type, fields: Fields, given: dict[str, Any], frozen: bool) -> type:
    """The class made anew, since slots have to be known when a class is made."""
    held = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    space = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    if frozen:
        space = {"__getstate__": _getstate, "__setstate__": _setstate} | space
    space |= {**given, "__slots__": tuple(name for name in fields if name not in held)}
    made = type(cls)(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    return made


class _Params:
    """What `dataclasses` and those who look at its classes want to know of one."""

    __slots__ = ("eq", "frozen")
    init = repr = True
    order = unsafe_hash = False

    def __init__(self, frozen: bool, eq: bool) -> None:
        self.frozen = frozen
        self.eq = eq


def _own_fields(cls: type, kw_only: bool) -> Fields:
    found: Fields = {}
    for name, annotation in cls.__annotations__.items():
        # Annotations are text, since every module says `from __future__ import annotations`.
        if annotation.startswith(("ClassVar", "typing.ClassVar")):
            continue
        default = cls.__dict__.get(name, MISSING)
        # Slots of a base stand in its namespace, not in the class's own.
        made: Any = default if isinstance(default, Field) else field(default=default)
        made.name, made.type, made._field_type = name, annotation, _FIELD
        if made.kw_only is MISSING:
            made.kw_only = kw_only
        found[name] = made
    return found


# The methods that all share


@recursive_repr()
def _repr(self: Any) -> str:
    shown = ", ".join(
        f"{name}={getattr(self, name)!r}" for name, each in self.__dataclass_fields__.items() if each.repr
    )
    return f"{type(self).__qualname__}({shown})"


def _tuple_of(owner: Any, who: str) -> str:
    """The code that makes a tuple of what is compared; a tuple takes what is identical for equal."""
    fields: Fields = owner.__dataclass_fields__
    return "(" + "".join(f"{who}.{name}," for name, each in fields.items() if each.compare) + ")"


def _compile_eq(owner: Any) -> str:
    both = f"{_tuple_of(owner, 'self')} == {_tuple_of(owner, 'other')}"
    return (
        f"def __eq__(self, other):\n return {both} if other.__class__ is self.__class__ else NotImplemented"
    )


def _compile_hash(owner: Any) -> str:
    return f"def __hash__(self):\n return hash({_tuple_of(owner, 'self')})"


def _is_held(self: Any, name: str) -> bool:
    """Whether a frozen class holds this attribute; a plain class derived from one may add others."""
    return name in self.__dataclass_fields__ or "__dataclass_fields__" in type(self).__dict__


def _refuse_set(self: Any, name: str, value: object) -> None:
    if _is_held(self, name):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    object.__setattr__(self, name, value)


def _refuse_delete(self: Any, name: str) -> None:
    if _is_held(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")
    object.__delattr__(self, name)


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _setstate(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


# The methods that each class has compiled for it


def _compiled_at_first_call(owner: Any, name: str, source: Callable[[Any], str]) -> Callable[..., Any]:
    """A method that puts the real one into its place when it is first called."""

    def first(self: Any, *args: Any, **kwargs: Any) -> Any:
        if owner.__dict__[name] is first:
            scope: dict[str, Any] = {"_fields": owner.__dataclass_fields__, "_set": object.__setattr__}
            exec(source(owner), scope)
            made = scope[name]
            made.__qualname__ = f"{owner.__qualname__}.{name}"
            setattr(owner, name, made)
        return owner.__dict__[name](self, *args, **kwargs)

    first.__name__ = name
    return first


def _frozen_init(owner: Any) -> str:
    return _init(owner, "_set(self, {name!r}, {value})")


def _plain_init(owner: Any) -> str:
    return _init(owner, "self.{name} = {value}")


def _init(owner: Any, assignment: str) -> str:
    """The source of an ``__init__``. A default that each object gets anew is marked by the field itself."""
    taken: list[str] = []
    named: list[str] = []
    body: list[str] = []
    for name, each in owner.__dataclass_fields__.items():
        field_, factory = f"_fields[{name!r}]", each.default_factory is not MISSING
        value = name
        if factory:
            made = f"{field_}.default_factory()"
            value = f"{made} if {name} is {field_} else {name}" if each.init else made
        if each.init:
            default = field_ if factory else f"{field_}.default"
            has_default = factory or each.default is not MISSING
            (named if each.kw_only else taken).append(f"{name}={default}" if has_default else name)
        elif not factory:
            if each.default is MISSING:
                continue
            value = f"{field_}.default"
        body.append(assignment.format(name=name, value=value))
    head = ", ".join(["self", *taken, *(["*", *named] if named else [])])
    return f"def __init__({head}):\n " + "\n ".join(body or ["pass"])
