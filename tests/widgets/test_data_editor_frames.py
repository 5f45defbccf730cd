from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import decimal
import enum
import subprocess
import sys

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from desklit.state.errors import StreamlitAPIException, StreamlitDataframeConversionError
from desklit.widgets.data_editor.edits import DataEditorState
from desklit.widgets.data_editor.frames import apply_edits, normalise
from desklit.widgets.data_editor.table import all_values

Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Item:
    a: int
    b: str


class Color(enum.Enum):
    RED = 1
    BLUE = 2


def edits(changed=None, added=(), deleted=()):
    return {"edited_rows": changed or {}, "added_rows": list(added), "deleted_rows": list(deleted)}


def edited(data, *args, **kwargs):
    return apply_edits(normalise(data, editor=True), edits(*args, **kwargs))


@pytest.mark.parametrize(
    ("data", "names", "back"),
    [
        (["a", "b"], ["value"], ["a", "b"]),
        ([1, 2.5], ["value"], [1.0, 2.5]),
        ([1, None], ["value"], [1.0, None]),
        ([1, "a"], ["value"], ["1", "a"]),
        ([], [], []),
        ([[1, "a"], [2, "b"]], ["0", "1"], [[1, "a"], [2, "b"]]),
        ([[1], [2, 3]], ["0", "1"], [[1, None], [2, 3.0]]),
        ([{"x": 1, "y": "q"}, {"x": 2}], ["x", "y"], [{"x": 1, "y": "q"}, {"x": 2, "y": None}]),
        ({"x": [1, 2], "y": ["a", "b"]}, ["x", "y"], {"x": [1, 2], "y": ["a", "b"]}),
        ({"x": [1, 2], "y": 3}, ["x", "y"], {"x": [1, 2], "y": [3, 3]}),
        ({"x": [1, 2], "y": ["a"]}, ["0", "1"], {"0": ["1", "a"], "1": [2.0, None]}),
        ({1: [1, 2]}, ["1"], {"1": [1, 2]}),
        ({"x": 1, "y": 2}, ["value"], {"x": 1, "y": 2}),
        ({"x": {"a": 1, "b": 2}}, ["x"], {"x": {"a": 1, "b": 2}}),
        ({}, [], {}),
        ((1, 2), ["value"], (1, 2)),
        (((1, 2), (3, 4)), ["0", "1"], [[1, 2], [3, 4]]),
        ({1}, ["value"], {1}),
        (frozenset([1]), ["value"], {1}),
        (range(2), ["value"], [0, 1]),
        (Point(1, 2), ["value"], {"x": 1, "y": 2}),
        ([Point(1, 2), Point(3, 4)], ["x", "y"], [[1, 2], [3, 4]]),
        (Item(1, "x"), ["value"], {"a": "1", "b": "x"}),
        (Color, ["value"], [1, 2]),
        (collections.deque([1, 2]), ["value"], [1, 2]),
        (collections.Counter("aab"), ["value"], {"a": 2, "b": 1}),
        ({"x": 1}.items(), ["0", "1"], [["x", 1]]),
        (map(str, [1, 2]), ["value"], ["1", "2"]),
        ({"x": np.array([1, 2]), "y": np.array([3.0, 4.0])}, ["x", "y"], {0: 1, 1: 2}),
    ],
)
def test_collections_become_columns_and_come_back_as_what_they_were(data, names, back):
    table = normalise(data, editor=True)
    assert [column.name for column in table.columns] == names
    result = apply_edits(table, {})
    assert result == back
    assert type(result) is type(back)


@pytest.mark.parametrize("data", ["abc", 5, b"ab", object(), pa.record_batch({"x": [1]})])
def test_what_is_no_table_is_refused(data):
    with pytest.raises(StreamlitDataframeConversionError, match=type(data).__name__):
        normalise(data, editor=True)


def test_generators_and_dataclasses_can_be_read_but_not_edited():
    table = normalise([Item(1, "x"), Item(2, "y")])
    assert [column.name for column in table.columns] == ["a", "b"]
    assert list(all_values(normalise(n for n in range(2)).columns[0].cells)) == [0, 1]
    with pytest.raises(StreamlitDataframeConversionError):
        normalise([Item(1, "x")], editor=True)
    with pytest.raises(StreamlitDataframeConversionError):
        normalise((n for n in range(2)), editor=True)


def test_plain_data_imports_no_library():
    code = (
        "import sys; from desklit.widgets.data_editor.frames import *;"
        "apply_edits(normalise({'a': [1, None]}, editor=True), {'edited_rows': {0: {'a': 2}}});"
        "print([m for m in ('numpy', 'pandas', 'pyarrow', 'polars') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([True, False], "bool"),
        ([True, None], "bool"),
        ([True, 2], "mixed"),
        ([1, 2], "int"),
        ([1, 2.5], "float"),
        ([1.5, float("nan")], "float"),
        (["a", None], "str"),
        ([dt.date(2020, 1, 1)], "date"),
        ([dt.datetime(2020, 1, 1)], "datetime"),
        ([dt.date(2020, 1, 1), dt.datetime(2020, 1, 1)], "date"),
        ([dt.time(1)], "time"),
        ([dt.timedelta(1)], "timedelta"),
        ([decimal.Decimal("1.5")], "decimal"),
        ([[1], [2]], "list"),
        ([b"x"], "bytes"),
        ([None], "empty"),
        ([{"a": 1}], "mixed"),
        ([Color.RED], "mixed"),
        ([1j], "mixed"),
    ],
)
def test_the_kind_of_a_column_is_that_of_its_values(values, kind):
    assert normalise({"x": values}).columns[0].kind == kind


@pytest.mark.parametrize(
    ("data", "state", "result"),
    [
        ([1, 2], ({0: {"value": 9}}, [{"value": 4}, {}], [1]), [9.0, 4.0, None]),
        ([1, 2], ({0: {"value": None}},), [None, 2.0]),
        ([1, 2], ({0: {"value": 2.5}},), [2, 2]),
        (["a", "b"], ({0: {"value": "zz"}}, [{"value": "n"}, {}], [1]), ["zz", "n", None]),
        ([{"x": 1, "y": "q"}], ({0: {"x": 5}}, [{"y": "n"}]), [{"x": 5.0, "y": "q"}, {"x": None, "y": "n"}]),
        ({"x": 1, "y": 2}, ({0: {"value": 5}}, [{"value": 3}], [1]), {"x": 5}),
        ({"x": 1}, ({0: {"_index": "q"}}, [{"_index": "w", "value": 3}]), {"q": 1, "w": 3}),
        ({"x": {"a": 1}}, ({}, [{"_index": "w", "x": 3}]), {"x": {"a": 1, "w": 3}}),
        ((1, 2), ({0: {"value": 5}}, [{"value": 5}]), (5, 2, 5)),
        ([dt.date(2020, 1, 1)], ({0: {"value": "2021-02-03"}}, [{}]), [dt.date(2021, 2, 3), None]),
        ([True, False], ({0: {"value": None}},), [True, False]),
        ([True, None], ({0: {"value": None}},), [None, None]),
        ([decimal.Decimal("1.5")], ({0: {"value": 2.5}},), [decimal.Decimal("2.5")]),
        ([dt.time(1)], ({0: {"value": "05:06:07.123"}},), [dt.time(5, 6, 7, 123000)]),
        (
            [dt.datetime(2020, 1, 1)],
            ({0: {"value": "2021-01-01T05:06:07.000"}},),
            [dt.datetime(2021, 1, 1, 5, 6, 7)],
        ),
        ([dt.datetime(2020, 1, 1)], ({0: {"value": "2021-01-01T05:06:07Z"}},), [dt.datetime(2020, 1, 1)]),
    ],
)
def test_edits_of_collections(data, state, result):
    assert edited(data, *state) == result


def test_edits_that_fit_nowhere_raise():
    for data in ([1], pd.DataFrame({"value": [1]})):
        with pytest.raises(KeyError):
            edited(data, {0: {"nope": 1}})
        with pytest.raises(KeyError):
            edited(data, added=[{"nope": 1}])
        with pytest.raises(IndexError):
            edited(data, {7: {"value": 1}})
        with pytest.raises(IndexError):
            edited(data, deleted=[7])
    with pytest.raises(AttributeError):
        apply_edits(normalise([1]), 5)


@pytest.fixture
def frame():
    return pd.DataFrame({"a": [1, 2, 3], "b": ["x", "y", "z"], "c": [True, False, True]})


def test_a_frame_keeps_its_dtypes_and_counts_on(frame):
    result = edited(frame, {0: {"a": 9}}, [{"a": 1, "b": "q", "c": False}])
    assert result["a"].tolist() == [9, 2, 3, 1]
    assert result.dtypes.to_dict() == frame.dtypes.to_dict()
    assert repr(result.index) == "RangeIndex(start=0, stop=4, step=1)"
    assert frame["a"].tolist() == [1, 2, 3]


def test_deleted_rows_leave_gaps_in_the_labels(frame):
    result = edited(frame, added=[{"a": 5, "b": "n"}], deleted=[1])
    assert result.to_dict("list") == {"a": [1, 3, 5], "b": ["x", "z", "n"], "c": [True, True, None]}
    assert result.index.tolist() == [0, 2, 3]
    assert result["c"].dtype == object


def test_whole_numbers_beside_nothing_are_floats(frame):
    result = edited(frame, added=[{}])
    assert result["a"].dtype == "float64"
    assert result["a"].isna().tolist() == [False, False, False, True]


@pytest.mark.parametrize(
    ("values", "wire", "new"),
    [
        (pd.to_datetime(["2020-01-01"]), "2021-01-01T05:06:07.000", pd.Timestamp("2021-01-01 05:06:07")),
        (pd.to_datetime(["2020-01-01"]), "x", pd.NaT),
        (pd.to_datetime(["2020-01-01"]), "2021-01-01T00:00:00Z", pd.Timestamp("2020-01-01")),
        (
            pd.to_datetime(["2020-01-01"]).tz_localize("Europe/Berlin"),
            "2021-01-01T05:06:07Z",
            pd.Timestamp("2021-01-01 06:06:07", tz="Europe/Berlin"),
        ),
        (pd.to_timedelta([1], unit="h"), 7200, pd.Timedelta(hours=2)),
        (pd.Categorical(["a"], categories=["a", "z"]), "z", "z"),
        (pd.Categorical(["a"], categories=["a", "z"]), "new", "a"),
        (pd.array([1], dtype="Int64"), 7, 7),
        (pd.array([1], dtype="Int64"), None, pd.NA),
        (pd.array([True], dtype="boolean"), None, pd.NA),
        (np.array([1], dtype="int8"), 300, 1),
        (np.array([1], dtype="int8"), 5, 5),
        (np.array([1], dtype="uint32"), -1, 1),
        (np.array([1.0], dtype="float32"), 1.25, 1.25),
        ([[1, 2]], [9], [9]),
        ([decimal.Decimal("1.5")], "3.1", decimal.Decimal("3.1")),
        ([True], None, True),
    ],
)
def test_a_cell_of_a_frame_takes_what_its_dtype_can_hold(values, wire, new):
    given = pd.DataFrame({"x": pd.Series(values)})
    result = edited(given, {0: {"x": wire}})["x"]
    got = result.iloc[0]
    assert got is new or got == new or (pd.isna(got) is True and pd.isna(new) is True)
    assert result.dtype == given["x"].dtype


def test_row_labels_can_be_edited_and_added():
    given = pd.DataFrame({"z": [1.5, 2.0]}, index=["p", "q"])
    result = edited(
        given, {0: {"_index": "pp"}}, [{"_index": "w", "z": 3}, {"z": 4}, {"_index": "q", "z": 5}]
    )
    assert result.index.tolist() == ["pp", "q", "w"]
    assert result["z"].tolist() == [1.5, 2.0, 3.0]


def test_frames_that_cannot_be_edited_are_refused():
    index = pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])
    with pytest.raises(StreamlitAPIException, match="MultiIndex"):
        normalise(pd.DataFrame({"z": [1, 2]}, index=index), editor=True)
    twice = pd.DataFrame([[1, 2]], columns=["a", "a"])
    with pytest.raises(StreamlitAPIException, match="'a'"):
        normalise(twice, editor=True)
    with pytest.raises(ValueError, match="'a'"):
        normalise(twice)
    assert len(normalise(pd.DataFrame({"z": [1, 2]}, index=index)).index) == 2


def test_series_and_arrays_come_back_as_such():
    series = edited(pd.Series([1, 2], name="s"), {0: {"s": 5}}, [{"s": 1}])
    assert series.tolist() == [5, 2, 1]
    assert series.name == "s"
    assert edited(np.array([1, 2]), {0: {"value": 5}}).tolist() == [5, 2]
    assert np.isnan(edited(np.array([1, 2]), added=[{}])[2])
    two = edited(np.array([[1, 2], [3, 4]]), {1: {"0": 9}})
    assert two.tolist() == [[1, 2], [9, 4]]
    assert two.dtype == int
    fields = edited(np.array([(1, 2.0)], dtype=[("a", int), ("b", float)]), {0: {"a": 5}})
    assert fields.tolist() == [(5, 2.0)]
    with pytest.raises(ValueError, match="3"):
        normalise(np.zeros((2, 2, 2)))


def test_polars_keeps_its_schema():
    given = pl.DataFrame({"x": [1, 2], "d": [dt.date(2020, 1, 1), None], "e": ["a", None]})
    result = edited(given, {0: {"x": 5, "d": "2021-01-01"}}, [{"e": "n"}], [1])
    assert result.schema == given.schema
    assert result.rows() == [(5, dt.date(2021, 1, 1), "a"), (None, None, "n")]
    assert edited(pl.Series("s", [1, 2]), {0: {"s": 5}}).to_list() == [5, 2]
    assert edited(given, deleted=[0]).rows() == [(2, None, None)]


def test_arrow_keeps_its_schema():
    given = pa.table({"x": pa.array([1, 2], pa.int16()), "s": ["a", None]})
    result = edited(given, {0: {"x": 5}}, [{"s": "n"}])
    assert result.schema == given.schema
    assert result.to_pylist() == [{"x": 5, "s": "a"}, {"x": 2, "s": None}, {"x": None, "s": "n"}]
    assert edited(pa.array([1, 2]), {0: {"0": 5}}).to_pylist() == [5, 2]


def test_long_columns_are_read_page_by_page():
    numbers = np.arange(300_000)
    for data in (
        pd.DataFrame({"x": numbers}),
        pl.DataFrame({"x": numbers}),
        pa.table({"x": numbers}),
        numbers,
    ):
        cells = normalise(data).columns[0].cells
        assert cells[299_999] == 299_999
        assert type(cells[5]) is int
        assert len(cells) == 300_000


@pytest.mark.parametrize(
    "make",
    [
        lambda n: [1, n],
        lambda n: {"x": [object, n]},
        lambda n: pd.DataFrame({"x": [1, n], "y": ["a", str(n)]}),
        lambda n: pd.DataFrame({"x": np.r_[np.zeros(100_000), n]}),
        lambda n: pd.DataFrame({"x": [[n]]}),
        lambda n: pl.DataFrame({"x": np.r_[np.zeros(100_000), n]}),
        lambda n: pa.table({"x": [1, n]}),
        lambda n: np.r_[np.zeros(300_000), n],
    ],
)
def test_equal_data_has_equal_fingerprints_and_other_data_another(make):
    assert normalise(make(1)).fingerprint == normalise(make(1)).fingerprint
    assert normalise(make(1)).fingerprint != normalise(make(2)).fingerprint


def test_changing_a_frame_later_does_not_change_the_table(frame):
    table = normalise(frame)
    frame.loc[0, "a"] = 99
    assert table.columns[0].cells[0] == 1
    assert apply_edits(table, {})["a"].tolist() == [1, 2, 3]


def test_the_state_of_the_edits_can_only_be_read():
    state = DataEditorState.empty()
    assert state == edits()
    assert state.edited_rows == {}
    with pytest.raises(TypeError):
        state.edited_rows = {}
    with pytest.raises(TypeError):
        state["edited_rows"] = {}
    with pytest.raises(AttributeError):
        _ = state.nope


@pytest.mark.parametrize(
    "data",
    [
        {"a": [1, 2], "b": ["x", None]},
        pd.DataFrame({"a": [1.5, 2]}, index=pd.Index(["p", "q"], name="n")),
        pd.DataFrame({"a": [1.5, 2]}, index=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)])),
        pl.DataFrame({"a": [1, 2]}),
    ],
)
def test_a_table_can_be_had_as_a_frame(data):
    frame = normalise(data).to_pandas()
    expected = (
        data
        if isinstance(data, pd.DataFrame)
        else pd.DataFrame(data if isinstance(data, dict) else data.to_dict(as_series=False))
    )
    assert frame.to_csv() == expected.to_csv()


@pytest.mark.parametrize("make", [pl.DataFrame, pa.table])
def test_long_frames_are_edited_by_pieces(make):
    given = make({"n": np.arange(100_000), "t": ["x"] * 100_000})
    result = edited(given, {0: {"n": -1}, 50_000: {"n": None, "t": "y"}}, [{"n": 7}], [1, 99_999])
    column = result["n"].to_pylist() if isinstance(result, pa.Table) else result["n"].to_list()
    assert len(column) == 99_999
    assert column[:3] == [-1, 2, 3]
    assert (column[49_999], column[-1], column[-2]) == (None, 7, 99_998)
    with pytest.raises(IndexError):
        edited(given, {100_000: {"n": 1}})


def test_a_long_frame_of_texts_is_shown_where_pandas_does_without_pyarrow():
    script = (
        "import sys\n"
        "sys.modules['pyarrow'] = None\n"
        "import pandas as pd\n"
        "from desklit.widgets.data_editor.frames import normalise\n"
        "frame = pd.DataFrame({'t': pd.array(['a', 'b'] * 30_000, dtype='string')})\n"
        "print(len(normalise(frame).columns[0].cells))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout == "60000\n", done.stderr
