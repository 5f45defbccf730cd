from __future__ import annotations

import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from desklit.state.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    kind: ClassVar[str] = "base"

    width: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Base):
    """A field."""

    kind: ClassVar[str] = "field"

    id: tuple[Any, ...]
    label: str = ""
    rows: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)

    def doubled(self) -> int:
        return self.width * 2


@dataclass(slots=True)
class Counted:
    name: str
    count: int = 0
    seen: set[int] = dataclasses.field(default_factory=set)
    total: int = dataclasses.field(default=7, init=False)


@dataclass(frozen=True, slots=True, eq=False)
class ByIdentity:
    name: str


@dataclass(frozen=True)
class WithoutSlots:
    name: str = "a"

    def __hash__(self) -> int:
        return 42

    def __repr__(self) -> str:
        return "mine"


def test_a_class_is_made_by_its_fields_and_defaults() -> None:
    field = Field(id=(1,), label="a")
    assert (field.width, field.id, field.label, field.rows, field.doubled()) == (3, (1,), "a", [], 6)
    counted = Counted("x", 2)
    assert (counted.name, counted.count, counted.seen, counted.total) == ("x", 2, set(), 7)
    assert Counted("x").seen is not Counted("x").seen


def test_wrong_arguments_are_refused_by_name_from_the_first_object_on() -> None:
    @dataclass(frozen=True, slots=True)
    class Fresh:
        name: str

    with pytest.raises(TypeError, match="missing 1 required positional argument: 'name'"):
        Fresh()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'nam'"):
        Fresh(nam="a")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        Base(4)  # type: ignore[misc]


def test_a_frozen_object_stays_as_it_is() -> None:
    field = Field(id=(1,))
    with pytest.raises(dataclasses.FrozenInstanceError, match="label"):
        field.label = "b"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="label"):
        del field.label  # type: ignore[misc]
    counted = Counted("x")
    counted.count = 5
    assert counted.count == 5


def test_equal_objects_of_one_class_are_equal_and_hash_alike() -> None:
    assert Field(id=(1,), rows=[1]) == Field(id=(1,), rows=[2])
    assert Field(id=(1,)) != Field(id=(2,))
    assert Base() != Field(id=(1,))
    assert hash(Field(id=(1,))) == hash(Field(id=(1,)))
    assert Counted("x") == Counted("x")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counted("x"))
    nan = float("nan")
    assert Field(id=(nan,)) == Field(id=(nan,))


def test_without_eq_each_object_is_itself_alone() -> None:
    assert ByIdentity("a") != ByIdentity("a")
    assert len({ByIdentity("a"), ByIdentity("a")}) == 2


def test_what_a_class_writes_itself_stays() -> None:
    assert (hash(WithoutSlots()), repr(WithoutSlots())) == (42, "mine")
    assert vars(WithoutSlots("b")) == {"name": "b"}
    assert WithoutSlots("b") == WithoutSlots("b")


def test_slots_leave_no_room_for_more() -> None:
    assert not hasattr(Field(id=(1,)), "__dict__")
    with pytest.raises(AttributeError):
        Counted("x").other = 1  # type: ignore[attr-defined]


def test_it_is_a_dataclass_to_the_library() -> None:
    field = Field(id=(1,), label="a")
    assert dataclasses.is_dataclass(field)
    assert [each.name for each in dataclasses.fields(field)] == ["width", "id", "label", "rows"]
    assert dataclasses.replace(field, label="b") == Field(id=(1,), label="b")
    assert dataclasses.asdict(Counted("x"))["name"] == "x"
    assert repr(field) == "Field(width=3, id=(1,), label='a')"
    match Counted("x", 3):
        case Counted(name, count):
            assert (name, count) == ("x", 3)
        case _:
            pytest.fail("no match by position")


def test_a_class_of_the_library_may_derive_from_one() -> None:
    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Derived(Base):
        more: int = 1

    assert Derived(width=4, more=2) == Derived(width=4, more=2)
    assert repr(Derived()).endswith("Derived(width=3, more=1)")


def test_objects_are_pickled() -> None:
    for each in (Field(id=(1,), rows=[3]), Counted("x", 2), WithoutSlots("b")):
        again = pickle.loads(pickle.dumps(each))
        assert again == each
    assert pickle.loads(pickle.dumps(Field(id=(1,), rows=[3]))).rows == [3]
