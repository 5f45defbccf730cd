"""Values that are kept as they were."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass
from typing import Any

import pytest

from desklit.state.undo.frozen import LARGEST_COPY, Frozen, alike, freeze, same, size_of, thaw


@dataclass
class Row:
    name: str
    tags: list[str]


@pytest.mark.parametrize("value", [True, 3, 2.5, "a", None, b"x", (1, "a"), range(3)])
def test_plain_values_stand_for_themselves(value: object) -> None:
    assert freeze(value) is value


@pytest.mark.parametrize(
    "make",
    [
        lambda: [1, [2]],
        lambda: {"a": {"b": [1]}},
        lambda: {1, 2},
        lambda: bytearray(b"ab"),
        lambda: deque([1, 2], maxlen=3),
        lambda: OrderedDict(a=1),
        lambda: defaultdict(list, a=[1]),
        lambda: ([1], 2),
        lambda: [Row("a", ["x"])],
    ],
)
def test_what_is_changed_in_place_comes_back_as_it_was(make: Any) -> None:
    value, untouched = make(), make()
    kept = freeze(value)
    inner = value[0] if isinstance(value, tuple) else value
    getattr(inner, "clear")()  # noqa: B009 - each of these has one
    assert thaw(kept) == untouched
    assert type(thaw(kept)) is type(untouched)


def test_each_thawing_gives_a_copy_of_its_own() -> None:
    kept = freeze([[1]])
    thaw(kept)[0].append(2)
    assert thaw(kept) == [[1]]


def test_one_object_in_two_places_is_one_object_again() -> None:
    row = Row("a", [])
    first, second = thaw(freeze([row, {"row": row}]))
    assert first is second["row"]
    assert first is not row


def test_an_object_of_the_scripts_own_class_keeps_its_class_and_what_can_not_be_copied() -> None:
    class Store:
        def __init__(self) -> None:
            self.rows = [1]
            self.lock = threading.Lock()
            self.key = lambda row: row

    store = Store()
    kept = freeze(store)
    store.rows.append(2)
    back = thaw(kept)
    assert type(back) is Store
    assert (back.rows, back.lock, back.key) == ([1], store.lock, store.key)


def test_an_object_that_says_itself_how_it_is_pickled_is_shared() -> None:
    class Model:
        def __getstate__(self) -> object:
            raise AssertionError("is the script's affair")

    model = Model()
    assert thaw(freeze({"model": model}))["model"] is model
    assert thaw(freeze(model)) is model


def test_a_list_that_a_thread_changes_meanwhile_is_kept_as_it_is() -> None:
    class Wild(list[int]):
        def __iter__(self) -> Any:
            raise RuntimeError("changed during iteration")

    wild = Wild([1])
    assert thaw(freeze(wild)) is wild


def test_too_large_a_value_is_not_copied() -> None:
    text = "x" * (LARGEST_COPY + 1)
    rows = [text]
    kept = freeze(rows)
    assert isinstance(kept, Frozen)
    assert not kept.blob
    assert thaw(kept) is rows


def test_arrays_and_frames_are_copied_as_long_as_they_are_small() -> None:
    np = pytest.importorskip("numpy")
    pd = pytest.importorskip("pandas")
    array, frame = np.arange(3), pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
    kept_array, kept_frame = freeze(array), freeze(frame)
    array[0] = 9
    frame.loc[0, "b"] = "z"
    assert thaw(kept_array).tolist() == [0, 1, 2]
    assert thaw(kept_frame)["b"].tolist() == ["x", "y"]
    large = np.zeros(LARGEST_COPY + 1, dtype="uint8")
    assert thaw(freeze(large)) is large
    assert size_of(freeze(large)) > LARGEST_COPY
    assert thaw(freeze({"large": large}))["large"] is large


def test_what_was_not_changed_is_the_same() -> None:
    pd = pytest.importorskip("pandas")
    for value in ([1, "a"], pd.DataFrame({"a": [1.0], "b": ["x"]}), math.nan, {"k": Row("a", [])}):
        kept = freeze(value)
        assert same(kept, freeze(value))
        assert alike(kept, freeze(thaw(kept)))


def test_what_was_changed_is_not_the_same() -> None:
    rows = [1]
    kept = freeze(rows)
    rows.append(2)
    assert not same(kept, freeze(rows))
    assert not alike(kept, freeze(rows))
    assert not same(1, True)
    assert not same(freeze([1]), 1)


def test_equal_values_that_were_made_in_another_way_are_alike() -> None:
    word = "".join(["a", "b"])
    assert alike(freeze([word, word]), freeze(["ab", "".join(["a", "b"])]))
