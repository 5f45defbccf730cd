"""Found by the fuzzer: what the session state holds for a date field with bounds, and for one of today."""
import datetime as dt
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
low, day = dt.date(2024, 1, 1), dt.date(2024, 1, 9)
def attempt(key, make):
    if "set" in S:
        S[key] = S.set
    try:
        st.write(key, make())
    except Exception as error:
        st.write(key, type(error).__name__)
attempt("one", lambda: st.date_input("1", day, min_value=low, key="one"))
attempt("none", lambda: st.date_input("2", None, min_value=low, key="none"))
attempt("two", lambda: st.date_input("3", (low, day), min_value=low, key="two"))
attempt("open", lambda: st.date_input("4", (low, day), key="open"))
attempt("today", lambda: st.date_input("5", key="today"))
attempt("time", lambda: st.datetime_input("6", dt.datetime(2024, 1, 9), min_value=low, key="time"))
'''
STEPS = [
    ("state", "set", dt.date(2024, 1, 5)),
    ("state", "set", dt.date(2000, 1, 5)),
    ("state", "set", (dt.date(2024, 1, 3), dt.date(2024, 1, 5))),
    ("state", "set", ()),
    ("state", "set", None),
    ("del_state", "set"),
    ("state", "set", (1, 2)),
    ("state", "set", "2024-01-07"),
]
