"""dataframe and table of everything that is like a table, and of what is not."""
SCRIPT = '''
import collections, dataclasses, datetime as dt, decimal, enum
import numpy as np, pandas as pd
import streamlit as st
@dataclasses.dataclass
class P:
    x: int
    y: str
class E(enum.Enum):
    A = 1
    B = 2
Pair = collections.namedtuple("Pair", "a b")
DATA = {
    "None": None, "empty list": [], "empty dict": {}, "list": [1, 2], "list of lists": [[1, 2], [3, 4]], "ragged": [[1], [2, 3]], "list of dicts": [{"a": 1}, {"a": 2, "b": 3}], "list of tuples": [(1, "x"), (2, "y")],
    "dict of lists": {"a": [1, 2], "b": [3, 4]}, "dict of scalars": {"a": 1, "b": 2}, "dict of dicts": {"r": {"a": 1}, "s": {"a": 2}}, "uneven": {"a": [1, 2], "b": [3]}, "dict of series": {"a": pd.Series([1, 2])},
    "int": 5, "float": 1.5, "str": "text", "bytes": b"x", "bool": True, "set": {1}, "tuple": (1, 2), "range": range(3), "generator": (n for n in range(2)), "map": map(str, [1, 2]), "zip": zip([1, 2], "ab"), "keys": {"a": 1}.keys(), "items": {"a": 1}.items(),
    "array 1d": np.array([1, 2]), "array 2d": np.arange(4).reshape(2, 2), "array 3d": np.zeros((1, 1, 1)), "array 0d": np.array(5), "array str": np.array(["a"]), "structured": np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
    "series": pd.Series([1, 2], name="s"), "series unnamed": pd.Series([1.5]), "index": pd.Index(["i"]), "frame": pd.DataFrame({"a": [1, 2], "b": ["x", None]}), "empty frame": pd.DataFrame(), "frame index": pd.DataFrame({"a": [1]}, index=["r"]), "int columns": pd.DataFrame([[1, 2]]), "duplicate columns": pd.DataFrame([[1, 2]], columns=["a", "a"]), "duplicate index": pd.DataFrame({"a": [1, 2]}, index=[0, 0]), "dates": pd.DataFrame({"d": pd.to_datetime(["2024-01-01"])}), "mixed": pd.DataFrame({"m": [1, "a", None]}), "objects": pd.DataFrame({"o": [{"k": 1}, [1, 2]]}), "decimals": pd.DataFrame({"d": [decimal.Decimal("1.10")]}), "category": pd.DataFrame({"c": pd.Categorical(["x"])}), "nullable": pd.DataFrame({"n": pd.array([1, None], dtype="Int64")}), "styler": pd.DataFrame({"a": [1.234]}).style.format("{:.1f}"),
    "dataclass": P(1, "x"), "dataclasses": [P(1, "x"), P(2, "y")], "namedtuple": Pair(1, 2), "namedtuples": [Pair(1, 2)], "enum": E, "counter": collections.Counter("aab"), "deque": collections.deque([1]), "object": object(), "function": len, "date": dt.date(2024, 1, 1), "state": st.session_state,
}
for command in (st.dataframe, st.table):
    for name, data in DATA.items():
        if command is st.table and name in ("generator", "map", "zip"):
            continue
        if name in ("generator", "map", "zip"):
            data = {"generator": lambda: (n for n in range(2)), "map": lambda: map(str, [1, 2]), "zip": lambda: zip([1, 2], "ab")}[name]()
        st.text(name)
        try:
            command(data)
        except Exception as e:
            st.text(type(e).__name__)
'''
STEPS = [("run",)]
