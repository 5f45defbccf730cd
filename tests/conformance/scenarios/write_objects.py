"""st.write of more kinds of object: dataclasses, namedtuples, generators, modules, functions, exceptions, numpy, pandas, custom reprs."""
SCRIPT = '''
import array, collections, dataclasses, datetime as dt, decimal, enum, fractions, io, math, pathlib, re, types, uuid
import numpy as np, pandas as pd
import streamlit as st
@dataclasses.dataclass
class Point:
    """A point."""
    x: int = 1
    y: int = 2
Pair = collections.namedtuple("Pair", "a b")
class Html:
    def _repr_html_(self):
        return "<b>html</b>"
class Markdown:
    def _repr_markdown_(self):
        return "**md**"
class Str:
    def __str__(self):
        return "str of it"
class Both:
    def __repr__(self):
        return "<both>"
    def __str__(self):
        return "both"
class Hostile:
    def __str__(self):
        raise ValueError("no")
    __repr__ = __str__
class Mine(dict):
    pass
class MyList(list):
    pass
class MyStr(str):
    pass
class MyInt(int):
    pass
class Number(enum.IntEnum):
    ONE = 1
class Word(str, enum.Enum):
    A = "a"
def function(a, b=1):
    """A function."""
def generator():
    yield "part one "
    yield 2
VALUES = {
    "point": Point(), "pair": Pair(1, 2), "html": Html(), "markdown": Markdown(), "str": Str(), "both": Both(),
    "mine": Mine(a=1), "mylist": MyList([1]), "mystr": MyStr("mine"), "myint": MyInt(3), "int enum": Number.ONE, "str enum": Word.A,
    "function": function, "lambda": lambda: 1, "generator": generator(), "generator function": generator, "class": Point,
    "module": math, "builtin": len, "method": "x".upper, "path": pathlib.PurePosixPath("/a/b"), "uuid": uuid.UUID(int=5),
    "complex": 1 + 2j, "fraction": fractions.Fraction(1, 3), "decimal": decimal.Decimal("1.10"), "inf": float("inf"), "nan": float("nan"),
    "big": 10**30, "neg": -5, "time": dt.time(1, 2), "datetime": dt.datetime(2024, 1, 2, 3, 4), "timedelta": dt.timedelta(hours=2), "tz": dt.timezone.utc,
    "bytes": b"bytes", "bytearray": bytearray(b"x"), "memoryview": memoryview(b"x"), "set": {3}, "frozenset": frozenset([3]),
    "deque": collections.deque([1]), "counter": collections.Counter("aab"), "ordered": collections.OrderedDict(a=1), "defaultdict": collections.defaultdict(int, a=1),
    "chainmap": collections.ChainMap({"a": 1}), "proxy": types.MappingProxyType({"a": 1}), "namespace": types.SimpleNamespace(a=1),
    "range": range(3), "map": map(str, [1]), "zip": zip([1], [2]), "iter": iter([1]), "keys": {"a": 1}.keys(), "items": {"a": 1}.items(), "values": {"a": 1}.values(), "reversed": reversed([1]), "enumerate": enumerate("a"),
    "array": array.array("i", [1, 2]), "pattern": re.compile("a+"), "match": re.match("a", "ab"), "stringio": io.StringIO("text"), "ellipsis": ..., "notimpl": NotImplemented, "type": type, "object": object(),
    "np int": np.int64(3), "np bool": np.bool_(True), "np str": np.str_("s"), "np 1d": np.arange(3), "np 2d": np.eye(2), "np 0d": np.array(5), "np date": np.datetime64("2024-01-01"), "np empty": np.array([]),
    "frame": pd.DataFrame({"a": [1, 2]}), "empty frame": pd.DataFrame(), "series": pd.Series([1], name="s"), "index": pd.Index([1, 2]), "timestamp": pd.Timestamp("2024-01-01"), "nat": pd.NaT, "na": pd.NA, "styler": pd.DataFrame({"a": [1]}).style, "interval": pd.Interval(0, 1), "period": pd.Period("2024-01"), "categorical": pd.Categorical(["a"]),
    "error": KeyError("k"), "error class": KeyError, "warning": UserWarning("w"), "group": ExceptionGroup("g", [ValueError("v")]),
    "list of points": [Point(), Point()], "nested": {"a": [{"b": (1, {2})}]}, "mixed keys": {1: "a", "b": None, None: 1.5}, "list of lists": [[1, 2], [3]], "empty list": [], "empty dict": {}, "empty tuple": (), "json text": '{"a": 1}', "empty text": "", "blank": "  ", "newlines": "a\\n\\nb",
    "state": st.session_state, "hostile": Hostile(),
}
for name, value in VALUES.items():
    st.text(name)
    try:
        st.write(value)
    except Exception as e:
        st.text(type(e).__name__)
'''
STEPS = [("run",)]
