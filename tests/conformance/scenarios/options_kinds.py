"""Options of every kind: enums, views of dicts, generators, arrays, frames, nested and odd values."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
import collections, dataclasses, datetime as dt, decimal, enum
import numpy as np, pandas as pd
class Color(enum.Enum):
    RED = 1
    BLUE = "b"
class Num(enum.IntEnum):
    ONE = 1
    TWO = 2
class Flag(enum.Flag):
    X = 1
    Y = 2
D = {"k1": "v1", "k2": "v2"}
for kind in (st.selectbox, st.radio, st.multiselect, st.pills, st.select_slider):
    n = kind.__name__
    def go(name, options):
        if n == "select_slider" and name in ("dict items", "map of tuples", "nested tuples"):
            return
        attempt(name, lambda: kind(name, options, key=n + name))
    st.write(n)
    go("enum", Color)
    go("int enum", Num)
    go("flag", Flag)
    go("enum members", [Color.RED, Color.BLUE])
    go("dict keys", D.keys())
    go("dict values", D.values())
    go("dict items", D.items())
    go("dict", D)
    go("set", {7})
    go("frozenset", frozenset(["f"]))
    go("generator", (c for c in "gh"))
    go("map", map(str, range(2)))
    go("zip", zip("ab", "cd"))
    go("map of tuples", map(lambda *pair: pair, "ab", "cd"))
    go("generator of tuples", (pair for pair in [("a", 1), ("b", 2)]))
    go("iterator of lists", iter([["a", 1], ["b", 2]]))
    go("enumerate", enumerate("ab") if n != "select_slider" else "ab")
    go("iterator", iter(["i", "j"]))
    go("deque", collections.deque(["d", "e"]))
    go("tuple", ("t", "u"))
    go("range", range(2, 8, 3))
    go("numpy", np.array(["n", "m"]))
    go("numpy 2d", np.array([[1, 2], [3, 4]]))
    go("numpy floats", np.linspace(0, 1, 3))
    go("series", pd.Series([1.5, 2.5], index=["x", "y"]))
    go("index", pd.Index(["p", "q"]))
    go("frame", pd.DataFrame({"first": [1, 2], "second": [3, 4]}))
    go("empty frame", pd.DataFrame())
    go("categorical", pd.Categorical(["c2", "c1", "c2"]))
    go("dates", pd.date_range("2024-01-01", periods=2))
    go("nested", [["a", "b"], ["c"]])
    go("dicts", [{"a": 1}, {"b": 2}])
    go("decimals", [decimal.Decimal("1.10"), decimal.Decimal(2)])
    go("dates plain", [dt.date(2024, 1, 1), dt.datetime(2024, 1, 2), dt.time(3), dt.timedelta(1)])
    go("classes", [int, str])
    go("functions", [len, print])
    go("bytes", [b"x", b"y"])
    go("empty strings", ["", " "])
    go("unicode", ["ünï", "🎈", "日本"])
    go("None", [None, "x"])
    go("bools", [True, False])
    go("nan", [float("nan"), 1.0])
    go("nested tuples", [(1, ("a", "b")), (2, ())])
'''
STEPS = [("select_index", "selectbox", "selectboxenum", 1), ("select_index", "selectbox", "selectboxdates plain", 2), ("run",)]
