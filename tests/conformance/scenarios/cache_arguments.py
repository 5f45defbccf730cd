"""What counts as the same call: names, defaults, kinds of values, underscores, enums, dataclasses, frames."""
SCRIPT = '''
import collections, dataclasses, datetime, decimal, enum, functools, pathlib, uuid
import numpy as np, pandas as pd
import streamlit as st
st.session_state.setdefault("log", [])
log = st.session_state.log
@st.cache_data
def f(x, y=2, *args, z=3, **more):
    log.append(type(x).__name__)
    return 1
class Colour(enum.Enum):
    RED = 1
    BLUE = 2
@dataclasses.dataclass
class Point:
    x: int
Pair = collections.namedtuple("Pair", "a")
f(1); f(x=1); f(1, 2); f(1, y=2); f(1, z=3); f(1, _a=1); f(1, _a=2); f(1, 2, 3); f(1, 2, 4)
for x in (1.0, True, "1", b"1", None, [1], (1,), {1}, frozenset({1}), {1: 1}, {1, 2}, {2, 1}, range(3), slice(1, 2),
          decimal.Decimal(1), datetime.date(2020, 1, 1), datetime.timedelta(1), uuid.UUID(int=1),
          collections.deque([1]), functools.partial(int, "1"), len, int, Colour.RED, Colour.BLUE, Point(1), Point(2),
          Point(1), Pair(1), np.arange(3), np.arange(3.0), np.arange(3), pd.DataFrame({"a": [1]}),
          pd.DataFrame({"a": [1.0]}), pd.DataFrame({"b": [1]}), pd.DataFrame({"a": [1]}), pd.Timestamp("2020")):
    f(x)
st.write(log)
for wrong in (object(), lambda: 1, (x for x in "a"), [object()]):
    try:
        f(wrong)
    except Exception as error:
        st.write(type(error).__name__)
class Q:
    @st.cache_data
    def read(_self, x):
        log.append("read")
        return x
    @st.cache_data
    def plain(self):
        return 1
st.write(Q().read(1), Q().read(1), len(log))
Q().plain()
'''
STEPS = [("run",), ("run",)]
