from __future__ import annotations

import collections
import dataclasses
import datetime
import decimal
import enum
import fractions
import io
import json
import pathlib
import sqlite3
import types
import uuid

import pytest

import desklit as st
from desklit.state import errors
from desklit.widgets.catalog import Missing
from desklit.widgets.write_kinds import code_span, command_for


class Colour(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int = 1


class Plain:
    pass


class Said:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


class Html:
    def _repr_html_(self):
        return "<b>x</b>"


Pair = collections.namedtuple("Pair", "x y")


def test_texts_that_follow_each_other_are_joined(run, elements):
    st.write("a", "b", 1, 2.5, None, True, (1, 2), [1], "c", 2)
    shown = elements()
    assert [e.kind for e in shown] == ["markdown", "json", "markdown"]
    assert shown[0].body == "a b `1` `2.5` `None` `True` `(1, 2)`"
    assert shown[2].body == "c `2`"


def test_what_becomes_code_is_joined_with_its_neighbours(run, elements):
    st.write("a", {1}, datetime.date(2020, 1, 1), "b", b"c")
    assert [e.body for e in elements()] == ["a `{1}` `2020-01-01` b `b'c'`"]


def test_something_that_desklit_lacks_says_so(run):
    with pytest.raises(errors.UnsupportedCommandError, match="secrets"):
        st.write(Missing("secrets"))


def test_nothing_writes_nothing_and_blank_text_is_text(run, elements):
    st.write()
    st.write("")
    st.write("", "a", "")
    assert [e.body for e in elements()] == ["", "a"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime.date(2020, 1, 1), "`2020-01-01`"),
        (datetime.timedelta(1), "`1 day, 0:00:00`"),
        (decimal.Decimal("1.5"), "`1.5`"),
        (fractions.Fraction(1, 2), "`1/2`"),
        (1j, "`1j`"),
        ({1}, "`{1}`"),
        (range(3), "`range(0, 3)`"),
        (b"ab", "`b'ab'`"),
        (collections.deque([1]), "`deque([1])`"),
        (types.SimpleNamespace(a=1), "`namespace(a=1)`"),
        (Colour.RED, "`Colour.RED`"),
        (pathlib.PurePosixPath("/a"), "`/a`"),
        (uuid.UUID(int=5), "`00000000-0000-0000-0000-000000000005`"),
        (slice(1), "`slice(None, 1, None)`"),
        (Said("hello\nx"), "```\nhello\nx\n```"),
        (Said("```a\nb```"), "````\n```a\nb```\n````"),
        (Said("``a`` `"), "`````a`` ````"),
        (Said(""), "``"),
        (KeyboardInterrupt(), "``"),
        (io.StringIO("abc"), "abc"),
    ],
)
def test_what_nothing_else_is_known_for_is_code(run, elements, value, shown):
    st.write(value)
    assert [(e.kind, e.body) for e in elements()] == [("markdown", shown)]


@pytest.mark.parametrize(
    "value",
    [
        {"a": 1},
        [1],
        collections.OrderedDict(a=1),
        collections.Counter("a"),
        collections.ChainMap({"a": 1}),
        collections.UserDict(a=1),
        collections.UserList([1]),
        types.MappingProxyType({"a": 1}),
        {"a": 1}.keys(),
        {"a": 1}.items(),
        map(str, [1]),
        enumerate([1]),
        Pair(1, 2),
    ],
)
def test_lists_and_mappings_are_trees(run, elements, value):
    st.write(value)
    assert [e.kind for e in elements()] == ["json"]


@pytest.mark.parametrize(
    "value",
    [len, lambda x: x, Plain, Plain(), json, zip([1]), filter(None, [1]), iter([1]), Point(), Colour,
     object(), Html(), memoryview(b"a"), property(), str, "".upper, Said("a").__repr__],
)  # fmt: skip
def test_what_tells_nothing_by_its_text_is_explained(value):
    assert command_for(value, False) == "help"


def test_a_handle_and_the_module_itself_are_explained(run):
    assert command_for(st.empty(), False) == "help"
    assert command_for(st, False) == "help"


def test_html_counts_only_when_allowed():
    assert command_for(Html(), True) == "html"


def test_exceptions_between_texts_stand_alone(run, elements):
    st.write("a", ValueError("x"), "b")
    assert [e.kind for e in elements()] == ["markdown", "exception", "markdown"]


def test_frames_pictures_and_figures_go_to_their_commands():
    np = pytest.importorskip("numpy")
    pd = pytest.importorskip("pandas")
    pa = pytest.importorskip("pyarrow")
    pl = pytest.importorskip("polars")
    image = pytest.importorskip("PIL.Image")
    figure = pytest.importorskip("matplotlib.figure")
    frame = pd.DataFrame({"a": [1]})
    for value in (
        frame, frame["a"], frame.index, np.array([1]), np.array(3), pa.table({"a": [1]}),
        pl.DataFrame({"a": [1]}), pl.Series([1]), pd.Categorical([1]),
    ):  # fmt: skip
        assert command_for(value, False) == "dataframe", type(value)
    assert command_for(image.new("RGB", (2, 2)), False) == "image"
    assert command_for(figure.Figure(), False) == "pyplot"
    assert command_for(np.float64(2.5), False) is None
    assert command_for(pd.NaT, False) is None
    assert command_for(pd.Timestamp("2020-01-01"), False) is None


def test_a_figure_names_the_command_that_is_missing(run):
    figure = pytest.importorskip("matplotlib.figure")
    with pytest.raises(errors.UnsupportedCommandError, match="pyplot"):
        st.write(figure.Figure())


def test_a_database_cursor_is_a_table():
    cursor = sqlite3.connect(":memory:").execute("select 1 as a")
    assert command_for(cursor, False) == "fetchall"


def test_generators_are_streamed(run, elements):
    def words():
        yield "a"
        yield "b"

    st.write(words)
    st.write(words())
    st.write(x for x in [1, 2])
    assert [e.body for e in elements()] == ["ab", "ab", "`1`", "`2`"]


def test_html_in_text_is_told_on(run, elements):
    st.write("<b>a</b>", 1, unsafe_allow_html=True)
    assert elements()[0].allow_html


def test_unknown_arguments_are_refused(run):
    with pytest.raises(TypeError):
        st.write(1, foo=2)


def test_a_fence_is_longer_than_what_it_holds():
    assert code_span("a`b") == "``a`b``"
    assert code_span("a") == "`a`"
