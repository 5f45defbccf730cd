"""Found by the fuzzer: a mistaken value is told although the session state holds None, and None does not empty a date."""
import datetime as dt

SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
for key in "abcdefg":
    S.setdefault(key, None)
def told(name, *args, **named):
    try:
        return getattr(st, name)("L", *args, **named)
    except Exception as error:
        return type(error).__name__
st.write(told("date_input", dt.date(2024, 1, 5), max_value=dt.date(2024, 1, 1), key="a"))
st.write(told("datetime_input", "nope", key="b"), told("time_input", "nope", key="c"))
st.write(told("selectbox", ["a"], 5, key="d"), told("radio", ["a"], 5, key="e"), told("selectbox", ["a"], key="f"))
st.write(told("date_input", dt.date(2024, 1, 5), max_value=dt.date(2024, 1, 31), key="g"))
'''
STEPS = [("set", "date_input", "g", dt.date(2024, 2, 1)), ("set", "date_input", "g", None), ("run",)]
