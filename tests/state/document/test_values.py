from __future__ import annotations

import datetime as dt
import decimal
import json
import math
import pickle
import uuid
import zoneinfo
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desklit.state.document.values import UnreadableValueError, UnsavableValueError, decode, encode


class Colour(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: int


def round_trip(value):
    pickles = []

    def keep(data):
        pickles.append(data)
        return len(pickles) - 1

    text = json.dumps(encode(value, keep))
    return decode(json.loads(text), pickles.__getitem__), pickles


PLAIN = [
    *(None, True, 0, -1, 10**30, 0.1, -0.0, "", "é 🎈", "\ud83d", "\0"),
    *([], [1, [2, []]], {}, {"a": {"b": [None]}}, (), (1, (2,)), {1, 2}, frozenset({"a"})),
    *({1: "a", None: 2, (1, 2): 3}, {"$": 1}, {"$": "pickle", "v": 0}, b"\0\xff", bytearray(b"x"), 1 + 2j),
    *(dt.date(2026, 3, 14), dt.time(1, 2, 3, 4), dt.datetime(2026, 3, 14, 1, 2), dt.timedelta(-1, 2, 3)),
    dt.datetime(2026, 3, 14, tzinfo=dt.timezone.utc),
    *(decimal.Decimal("1.10"), uuid.UUID(int=5), range(1, 9, 2), Path("/a b/c"), math.inf, -math.inf),
]
OTHER = [
    *(Colour.RED, Point(1, 2), dt.timezone.utc, {"when": [Point(1, 2)]}),
    dt.datetime(2026, 3, 14, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")),
    dt.datetime(2026, 10, 25, 2, 30, fold=1),
]


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_come_back_without_a_pickle(value):
    found, pickles = round_trip(value)
    assert found == value
    assert type(found) is type(value)
    assert pickles == []


@pytest.mark.parametrize("value", OTHER, ids=repr)
def test_other_values_come_back_through_a_pickle(value):
    found, pickles = round_trip(value)
    assert found == value
    assert len(pickles) == 1


def test_no_number_comes_back_as_none():
    found, pickles = round_trip([math.nan])
    assert math.isnan(found[0])
    assert pickles == []


def test_minus_zero_keeps_its_sign():
    assert math.copysign(1, round_trip(-0.0)[0]) == -1


def test_a_text_of_another_class_keeps_its_class():
    class Name(str):
        __slots__ = ()

    found, _ = round_trip(Name("ada"))
    assert type(found).__name__ == "Name"
    assert found == "ada"


def test_frames_come_back():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"a": [1, 2], "b": ["x", None]})
    found, _ = round_trip({"frame": frame})
    pandas.testing.assert_frame_equal(found["frame"], frame)


def test_a_list_that_holds_itself_comes_back():
    value = [1]
    value.append(value)
    found, pickles = round_trip(value)
    assert found[1] is found
    assert len(pickles) == 1


def test_a_class_of_the_script_itself_comes_back_without_the_script():
    space = {"__name__": "__main__"}
    exec("class Here:\n    def __init__(self): self.x = 5", space)
    found, _ = round_trip(space["Here"]())
    assert found.x == 5


def test_what_pickle_can_not_hold_is_said():
    import threading

    with pytest.raises(UnsavableValueError, match="lock can't be saved"):
        encode({"a": threading.Lock()}, lambda data: 0)


@pytest.mark.parametrize(
    "damaged",
    [{"$": "date", "v": "no date"}, {"$": "nonsense", "v": 1}, {"$": "float"}, {"$": "bytes", "v": "!"}],
)
def test_damaged_values_are_refused(damaged):
    with pytest.raises(UnreadableValueError, match="damaged"):
        decode(damaged, lambda number: b"")


def test_a_class_that_has_gone_is_said():
    data = pickle.dumps(Point(1, 2)).replace(b"Point", b"Poimt")
    with pytest.raises(UnreadableValueError, match="a Point can't be made"):
        decode({"$": "pickle", "v": 0, "type": "Point"}, lambda number: data)


VALUES = st.recursive(
    st.one_of(
        *(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False)),
        *(st.text(), st.binary(), st.dates()),
    ),
    lambda inner: st.one_of(
        st.lists(inner), st.dictionaries(st.text() | st.integers(), inner), st.tuples(inner, inner)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_whatever_is_made_of_plain_parts_comes_back_equal(value):
    found, pickles = round_trip(value)
    assert found == value
    assert pickles == []
