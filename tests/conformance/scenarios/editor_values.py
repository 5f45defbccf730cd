"""data_editor: kinds of cells, empties, column configs, what it returns, its state."""
SCRIPT = '''
import datetime as dt, decimal
import numpy as np, pandas as pd
import streamlit as st
def attempt(name, fn):
    try:
        v = fn()
        st.write(name, type(v).__name__, str(v)[:200], str(getattr(v, "dtypes", ""))[:200])
    except Exception as e:
        st.write(name, type(e).__name__)
df = pd.DataFrame({"i": [1, 2], "f": [1.5, None], "s": ["x", None], "b": [True, False], "d": pd.to_datetime(["2024-01-01", "2024-01-02"]), "c": pd.Categorical(["p", "q"])})
attempt("kinds", lambda: st.data_editor(df, key="kinds"))
attempt("dynamic", lambda: st.data_editor(df, num_rows="dynamic", key="dynamic"))
attempt("empty frame", lambda: st.data_editor(pd.DataFrame(), key="empty"))
attempt("columns only", lambda: st.data_editor(pd.DataFrame({"a": []}), num_rows="dynamic", key="columns"))
attempt("objects", lambda: st.data_editor(pd.DataFrame({"o": [dt.date(2024, 1, 1), dt.date(2024, 1, 2)]}), key="objects"))
attempt("decimals", lambda: st.data_editor(pd.DataFrame({"o": [decimal.Decimal("1.5")]}), key="decimals"))
attempt("mixed", lambda: st.data_editor(pd.DataFrame({"o": [1, "a"]}), key="mixed"))
attempt("index", lambda: st.data_editor(pd.DataFrame({"a": [1]}, index=["r"]), key="index"))
attempt("duplicate columns", lambda: st.data_editor(pd.DataFrame([[1, 2]], columns=["a", "a"]), key="dup"))
attempt("int columns", lambda: st.data_editor(pd.DataFrame([[1, 2]]), key="ints"))
attempt("range", lambda: st.data_editor(range(3), key="range"))
attempt("str", lambda: st.data_editor("text", key="str"))
attempt("int", lambda: st.data_editor(5, key="int"))
attempt("empty list", lambda: st.data_editor([], key="el"))
attempt("empty dict", lambda: st.data_editor({}, key="ed"))
attempt("list of tuples", lambda: st.data_editor([(1, "a"), (2, "b")], key="lt"))
attempt("array of texts", lambda: st.data_editor(np.array(["a", "b"]), key="at"))
attempt("index object", lambda: st.data_editor(pd.Index([1, 2]), key="io"))
attempt("wrong config", lambda: st.data_editor(df, column_config={"s": st.column_config.NumberColumn()}, key="wc"))
attempt("date config", lambda: st.data_editor(df, column_config={"d": st.column_config.DateColumn()}, key="dc"))
attempt("key twice", lambda: st.data_editor(df, key="kinds"))
attempt("same twice", lambda: (st.data_editor([1, 2]), st.data_editor([1, 2])))
st.write(sorted(st.session_state), st.session_state.kinds)
'''
STEPS = [("run",)]
