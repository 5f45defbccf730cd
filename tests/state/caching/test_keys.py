from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import io
import os
import re
import threading
import uuid
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from desklit.state.caching.errors import UnhashableTypeError, UserHashError
from desklit.state.caching.keys import Hasher


def key(value: Any, **functions: Any) -> bytes:
    hasher = Hasher({name.replace("_dot_", "."): each for name, each in functions.items()})
    hasher.add(value)
    return hasher.digest()


class Colour(enum.Enum):
    RED = 1
    BLUE = 2


class Number(enum.IntEnum):
    ONE = 1


@dataclasses.dataclass
class Point:
    x: Any
    y: Any = 0


@dataclasses.dataclass
class Other:
    x: Any
    y: Any = 0


class Plain:
    pass


class Names(list):  # type: ignore[type-arg]
    pass


Pair = namedtuple("Pair", "a b")


def _named() -> int:
    return 1


VALUES = [
    lambda: None, lambda: True, lambda: 1, lambda: 1.0, lambda: 1j, lambda: "1", lambda: b"1",
    lambda: bytearray(b"1"), lambda: [1], lambda: (1,), lambda: {1}, lambda: frozenset({1}), lambda: {1: 1},
    lambda: [[1]], lambda: [1, 1], lambda: ["11"], lambda: ["1", "1"], lambda: ..., lambda: range(3),
    lambda: slice(1, 2), lambda: Decimal(1), lambda: dt.date(2020, 1, 1), lambda: dt.datetime(2020, 1, 1),
    lambda: dt.timedelta(1), lambda: dt.timezone.utc, lambda: uuid.UUID(int=1), lambda: deque([1]),
    lambda: OrderedDict({1: 1}), lambda: Counter({1: 1}), lambda: defaultdict(list, {1: 1}),
    lambda: defaultdict(int, {1: 1}), lambda: PurePosixPath("1"), lambda: re.compile("1"),
    lambda: io.BytesIO(b"1"), lambda: io.StringIO("1"), lambda: partial(int, "1"), lambda: len,
    lambda: int, lambda: os, lambda: memoryview(b"1"), lambda: ValueError("1"), lambda: {1: 1}.items(),
    lambda: Colour.RED, lambda: Colour.BLUE, lambda: Number.ONE, lambda: Point(1), lambda: Point(2),
    lambda: Other(1), lambda: Names([1]), lambda: Pair(1, 1), lambda: "1".upper, lambda: _named,
    lambda: {"a": 1, "b": 2}, lambda: {"b": 2, "a": 1}, lambda: 10**5000, lambda: "\ud800", lambda: -0.0,
    lambda: 0.0, lambda: float("nan"),
]  # fmt: skip


def test_equal_values_have_one_key_and_different_ones_have_different_keys() -> None:
    assert [key(make()) for make in VALUES] == [key(make()) for make in VALUES]
    assert len({key(make()) for make in VALUES}) == len(VALUES)


def test_a_set_has_no_order() -> None:
    assert key({"a", "b", "c", 1, 2}) == key({2, "c", 1, "b", "a"})


def test_a_list_that_holds_itself_has_a_key() -> None:
    one: list[Any] = [1]
    one.append(one)
    two: list[Any] = [1]
    two.append(two)
    assert key(one) == key(two)


@pytest.mark.parametrize(
    "make",
    [Plain, threading.Lock, object, lambda: (each for each in "ab"), lambda: lambda: 1, lambda: [Plain()]],
)
def test_what_its_content_does_not_tell_is_refused(make: Any) -> None:
    with pytest.raises(UnhashableTypeError):
        key(make())


def test_functions_are_told_apart_by_code_defaults_and_closure() -> None:
    def make(held: int, default: int = 1) -> Any:
        def inner(x: int = default) -> int:
            return held + x

        return inner

    assert key(make(1)) == key(make(1))
    assert len({key(make(1)), key(make(2)), key(make(1, 2)), key(_named)}) == 4


def test_methods_are_told_apart_by_their_objects() -> None:
    assert key("a".upper) != key("b".upper)
    assert key(Point(1).__eq__) != key(Point(2).__eq__)


def test_a_path_is_told_apart_by_the_time_of_its_content(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    missing = key(path)
    path.write_text("a")
    first = key(path)
    assert first == key(path) != missing
    path.write_text("ab")
    assert key(path) != first
    os.utime(path, (1, 1))
    old = key(path)
    os.utime(path, (2, 2))
    assert key(path) != old
    assert key(tmp_path) == key(tmp_path)


def test_an_open_file_is_told_apart_by_name_time_and_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("abc")
    with (tmp_path / "a").open() as file:
        start = key(file)
        assert start == key(file)
        file.seek(1)
        assert key(file) != start
    with pytest.raises(UnhashableTypeError):
        key(file)


def test_hash_funcs_count_inside_containers_and_for_their_own_results() -> None:
    functions = {"builtins_dot_int": lambda value: value % 2, "builtins_dot_str": len}
    assert key([1, "ab"], **functions) == key([3, "cd"], **functions) != key([2, "ab"], **functions)


def test_a_failing_hash_function_is_named() -> None:
    with pytest.raises(UserHashError, match=r"builtins\.int"):
        key([1], builtins_dot_int=lambda value: 1 / 0)


def test_arrays_are_told_apart_by_kind_shape_and_every_number() -> None:
    np = pytest.importorskip("numpy")
    big = np.zeros(1_000_000)
    changed = big.copy()
    changed[123_457] = 1
    made = [
        np.arange(4), np.arange(4.0), np.arange(4).reshape(2, 2), np.arange(8)[::2], big, changed,
        np.array(["a", None, 1], dtype=object), np.array(["a", None, "1"], dtype=object), np.array(5),
        np.array(["2020-01-01"], dtype="M8[D]"), np.array([(1, 2.0)], dtype=[("a", int), ("b", float)]),
        np.ma.masked_array([1, 2], [True, False]), np.float64(1), np.float32(1), np.int64(1),
        np.zeros((0, 3)), np.zeros((3, 0)), np.array(["a"]), np.dtype("int8"),
    ]  # fmt: skip
    assert len({key(each) for each in made}) == len(made)
    copies = [each.copy() if hasattr(each, "copy") else each for each in made]
    assert [key(each) for each in made] == [key(each) for each in copies]
    assert key(np.arange(8)[::2]) == key(np.arange(8)[::2].copy())


def test_pandas_objects_are_told_apart_by_content_index_and_names() -> None:
    pd = pytest.importorskip("pandas")

    def made() -> list[Any]:
        frame = pd.DataFrame({"a": [1, 2], "b": ["x", "y"], "c": pd.to_datetime(["2020", "2021"], utc=True)})
        named = frame.copy()
        named.attrs["source"] = "x"
        return [
            frame, named, frame.rename(columns={"a": "z"}), frame.set_index("a"), frame.iloc[::-1],
            frame.astype({"a": float}), frame.astype({"a": "Int64"}), frame.astype({"b": "category"}),
            frame.astype({"b": object}), frame["a"], frame["a"].rename("q"), frame["b"], frame.index,
            pd.Index([1, 2]), pd.Index(["x"]), pd.MultiIndex.from_tuples([(1, 2), (1, 3)]),
            pd.Categorical(["a"]), pd.Categorical(["b"]), pd.Timestamp("2020"), pd.NaT, pd.NA,
            pd.DataFrame({"a": [[1], {"k": 2}]}), pd.DataFrame({"a": [[1], {"k": 3}]}),
            pd.Series([1, "1"], dtype=object), pd.Series(["1", "1"], dtype=object), pd.DataFrame(),
            pd.date_range("2020", periods=3), pd.period_range("2020", periods=3, freq="M"),
            pd.interval_range(0, 3), pd.array([1, None], dtype="Int64"),
        ]  # fmt: skip

    assert [key(each) for each in made()] == [key(each) for each in made()]
    assert len({key(each) for each in made()}) == len(made())


def test_polars_and_arrow_tables_are_told_apart_by_content() -> None:
    pl, pa = pytest.importorskip("polars"), pytest.importorskip("pyarrow")

    def made() -> list[Any]:
        frame = pl.DataFrame({"a": [1, None], "b": [["x"], []]})
        table = pa.table({"a": [1, 2]})
        return [
            frame, frame.rename({"a": "z"}), frame.cast({"a": pl.Float64}), frame["a"], frame["a"].alias("q"),
            table, pa.table({"b": [1, 2]}), table.slice(1), pa.array([1, 2]), pa.array([2]),
            pa.chunked_array([[1], [2]]), table.to_batches()[0],
        ]  # fmt: skip

    assert [key(each) for each in made()] == [key(each) for each in made()]
    assert len({key(each) for each in made()}) == len(made())
    assert key(pl.concat([pl.DataFrame({"a": [1]})] * 2)) == key(pl.DataFrame({"a": [1, 1]}))
    with pytest.raises(UnhashableTypeError):
        key(pl.DataFrame({"a": [1]}).lazy())


def test_pictures_are_told_apart_by_their_dots() -> None:
    image = pytest.importorskip("PIL.Image")
    red, grey = image.new("RGB", (2, 2), "red"), image.new("L", (2, 2))
    assert key(red) == key(red.copy())
    others = (grey, image.new("RGB", (2, 2)), image.new("RGB", (4, 1), "red"))
    assert len({key(each) for each in (red, *others)}) == 4
