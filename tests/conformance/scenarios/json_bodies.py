"""json: bodies of all kinds, and its arguments."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
import dataclasses, datetime as dt, decimal, enum, collections
import numpy as np, pandas as pd
class E(enum.Enum):
    A = 1
@dataclasses.dataclass
class P:
    x: int = 1
P2 = collections.namedtuple("P2", "a b")
class Plain:
    pass
class Hostile:
    def __repr__(self):
        raise ValueError
for n, body in enumerate([{}, [], "", "{}", "[1, 2]", "not json", '"text"', "5", 5, 1.5, None, True, float("nan"), float("inf"), {"a": float("nan")}, {1: 2, None: 3}, {True: 1, 1.5: 2}, {1, 2}, (1, 2), b"x", dt.date(2024, 1, 1), {"d": dt.datetime(2024, 1, 1)}, decimal.Decimal("1.5"), E.A, {"e": E.A}, P(), P2(1, 2), range(3), np.array([1, 2]), np.int64(5), {"n": np.float64(1.5)}, pd.DataFrame({"a": [1]}), pd.Series([1, 2]), collections.OrderedDict(a=1), collections.Counter("aab"), collections.defaultdict(list, x=[1]), collections.deque([1]), "ünï", {"ünï": "é🎈"}, [[[[1]]]], {"nested": {"deep": [{"x": None}]}}, '{"b": 1, "a": 2}', "  {}  ", 2**70, frozenset([1])]):
    attempt(f"body {n}", lambda: st.json(body))
attempt("generator", lambda: st.json(n for n in range(2)))
attempt("hostile", lambda: st.json(Hostile()))
for name, value in [("expanded", False), ("expanded", 0), ("expanded", 2), ("expanded", -1), ("expanded", "yes"), ("expanded", None), ("expanded", 1.5), ("width", "content"), ("width", 0), ("width", 50)]:
    attempt(f"{name} {value!r}", lambda: st.json({"a": 1}, **{name: value}))
attempt("session state", lambda: st.json(st.session_state))
'''
STEPS = [("state", "x", [1]), ("run",)]
