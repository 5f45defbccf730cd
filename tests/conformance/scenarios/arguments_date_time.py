"""date_input and time_input: kinds of values, bounds, formats and steps."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
import datetime as dt
import numpy as np, pandas as pd
D, T, M = dt.date, dt.time, dt.datetime
attempt("date int", lambda: st.date_input("A", 5))
attempt("date iso", lambda: st.date_input("B", "2024-02-30"))
attempt("date today", lambda: st.date_input("C", "today", key="c"))
attempt("date word", lambda: st.date_input("D", "tomorrow"))
attempt("date timestamp", lambda: st.date_input("E", pd.Timestamp("2024-01-02 03:04"), key="e"))
attempt("date numpy", lambda: st.date_input("F", np.datetime64("2024-01-02"), key="f"))
attempt("date time", lambda: st.date_input("G", T(1, 2)))
attempt("date aware", lambda: st.date_input("H", M(2024, 1, 1, 23, tzinfo=dt.timezone.utc), key="h"))
attempt("date iso datetime", lambda: st.date_input("H2", "2024-01-02T03:04", key="h2"))
attempt("date set", lambda: st.date_input("I", {D(2024, 1, 1)}))
attempt("date None pair", lambda: st.date_input("J", (None, None)))
attempt("date mixed pair", lambda: st.date_input("K", (D(2024, 1, 1), M(2024, 1, 5, 6)), key="k"))
attempt("date str pair", lambda: st.date_input("L", ("2024-01-01", "2024-02-01"), key="l"))
attempt("date today pair", lambda: st.date_input("L2", (D(2024, 1, 1), "today"), key="l2"))
attempt("date far", lambda: st.date_input("M", D(9999, 12, 31), key="m"))
attempt("date first", lambda: st.date_input("N", D(1, 1, 1), key="n"))
attempt("date reversed bounds", lambda: st.date_input("O", D(2024, 1, 5), D(2024, 2, 1), D(2024, 1, 1)))
attempt("date bounds words", lambda: st.date_input("P", D(2024, 1, 5), "2024-01-01", "today", key="p"))
attempt("date format", lambda: st.date_input("Q", D(2024, 1, 5), format="YYYY"))
attempt("date format time", lambda: st.date_input("Q2", D(2024, 1, 5), format="YYYY-MM-DD HH"))
attempt("date format mixed", lambda: st.date_input("Q3", D(2024, 1, 5), format="DD/MM-YYYY"))
attempt("date required", lambda: st.date_input("R", None, required=True, key="r"))
attempt("time now", lambda: st.time_input("TA", "now", key="ta"))
attempt("time None", lambda: st.time_input("TB", None, key="tb"))
attempt("time", lambda: st.time_input("TC", T(8, 45, 30), key="tc"))
attempt("time datetime", lambda: st.time_input("TD", M(2024, 1, 1, 9, 15), key="td"))
attempt("time text", lambda: st.time_input("TE", "08:45", key="te"))
attempt("time seconds", lambda: st.time_input("TF", "08:45:10.5", key="tf"))
attempt("time bad text", lambda: st.time_input("TG", "noon"))
attempt("time int", lambda: st.time_input("TH", 8))
attempt("time date", lambda: st.time_input("TI", D(2024, 1, 1)))
attempt("time timestamp", lambda: st.time_input("TI2", pd.Timestamp("2024-01-02 03:04:05"), key="ti2"))
attempt("time step 0", lambda: st.time_input("TJ", T(8), step=0))
attempt("time step 59", lambda: st.time_input("TK", T(8), step=59))
attempt("time step 60", lambda: st.time_input("TL", T(8), step=60, key="tl"))
attempt("time step delta", lambda: st.time_input("TM", T(8), step=dt.timedelta(hours=1), key="tm"))
attempt("time step day", lambda: st.time_input("TN", T(8), step=dt.timedelta(days=1)))
attempt("time step 23h", lambda: st.time_input("TN2", T(8), step=dt.timedelta(hours=23), key="tn2"))
attempt("time step float", lambda: st.time_input("TO", T(8), step=60.0))
attempt("time step None", lambda: st.time_input("TO2", T(8), step=None))
attempt("time step str", lambda: st.time_input("TP", T(8), step="1h"))
attempt("time step bool", lambda: st.time_input("TP2", T(8), step=True))
attempt("time format", lambda: st.time_input("TQ", T(8), format="12h", key="tq"))
attempt("time format bad", lambda: st.time_input("TR", T(8), format="HH:mm"))
attempt("time aware", lambda: st.time_input("TS", T(8, tzinfo=dt.timezone.utc), key="ts"))
'''
import datetime as dt
STEPS = [("set", "date_input", "e", dt.date(2024, 5, 6)), ("set", "time_input", "tb", dt.time(7, 5)), ("set", "time_input", "tc", None), ("set", "date_input", "k", (dt.date(2024, 2, 1), dt.date(2024, 2, 3))), ("run",)]
