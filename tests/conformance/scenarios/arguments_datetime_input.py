"""datetime_input: kinds of values, bounds, formats and steps."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
import datetime as dt
import pandas as pd
D, T, M = dt.date, dt.time, dt.datetime
attempt("plain", lambda: st.datetime_input("A", M(2024, 1, 2, 3, 4), key="a"))
attempt("seconds", lambda: st.datetime_input("B", M(2024, 1, 2, 3, 4, 5, 6), key="b"))
attempt("None", lambda: st.datetime_input("C", None, key="c"))
attempt("date", lambda: st.datetime_input("D", D(2024, 1, 2), key="d"))
attempt("time", lambda: st.datetime_input("E", T(3, 4), key="e"))
attempt("text", lambda: st.datetime_input("F", "2024-01-02 03:04", key="f"))
attempt("text T", lambda: st.datetime_input("G", "2024-01-02T03:04:05", key="g"))
attempt("text date", lambda: st.datetime_input("H", "2024-01-02", key="h"))
attempt("bad text", lambda: st.datetime_input("I", "soon"))
attempt("int", lambda: st.datetime_input("J", 5))
attempt("pair", lambda: st.datetime_input("K", (M(2024, 1, 1), M(2024, 1, 2))))
attempt("aware", lambda: st.datetime_input("L", M(2024, 1, 2, 3, tzinfo=dt.timezone.utc), key="l"))
attempt("timestamp", lambda: st.datetime_input("N", pd.Timestamp("2024-01-02 03:04"), key="n"))
attempt("below", lambda: st.datetime_input("O", M(2024, 1, 1), min_value=M(2024, 1, 2)))
attempt("above", lambda: st.datetime_input("P", M(2024, 1, 3), max_value=M(2024, 1, 2)))
attempt("reversed", lambda: st.datetime_input("Q", M(2024, 1, 3), M(2025, 1, 1), M(2023, 1, 1)))
attempt("bounds dates", lambda: st.datetime_input("R", M(2024, 1, 3), D(2024, 1, 1), D(2024, 2, 1), key="r"))
attempt("bounds text", lambda: st.datetime_input("S", M(2024, 1, 3), "2024-01-01", "2024-02-01", key="s"))
attempt("step", lambda: st.datetime_input("T", M(2024, 1, 3), step=30))
attempt("step ok", lambda: st.datetime_input("U", M(2024, 1, 3), step=3600, key="u"))
attempt("step delta", lambda: st.datetime_input("V", M(2024, 1, 3), step=dt.timedelta(days=2)))
attempt("step float", lambda: st.datetime_input("V2", M(2024, 1, 3), step=60.0))
attempt("format", lambda: st.datetime_input("W", M(2024, 1, 3), format="DD.MM.YYYY", key="w"))
attempt("format bad", lambda: st.datetime_input("X", M(2024, 1, 3), format="nonsense"))
attempt("positional key", lambda: st.datetime_input("Y", M(2024, 1, 3), None, None, "key"))
attempt("required", lambda: st.datetime_input("Z", None, required=True, key="z"))
attempt("far", lambda: st.datetime_input("ZA", M(9999, 12, 31, 23, 59), key="za"))
attempt("width", lambda: st.datetime_input("ZB", M(2024, 1, 3), width="content"))
'''
import datetime as dt
STEPS = [("set", "datetime_input", "a", dt.datetime(2024, 5, 6, 7, 8)), ("set", "datetime_input", "c", dt.datetime(2024, 5, 6, 7, 8)), ("set", "datetime_input", "a", None), ("run",)]
