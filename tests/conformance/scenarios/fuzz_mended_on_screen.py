"""Found by the fuzzer: what code set and the widget on screen mends counts as a change, with its callback."""
import datetime as dt
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
def cb(): S.log = S.get("log", 0) + 1
st.number_input("n", max_value=5, value=2, key="n", on_change=cb)
st.slider("s", 0, 10, key="s", on_change=cb)
st.date_input("d", dt.date(2024, 1, 1), max_value=dt.date(2024, 2, 1), key="d", on_change=cb)
st.feedback(key="f", on_change=cb)
st.write(S.get("log"), S.n, S.s, S.d, S.f)
'''
STEPS = [("set", "number_input", "n", 30), ("state", "n", 40), ("run",), ("set", "slider", "s", 30), ("set", "date_input", "d", dt.date(2025, 1, 1)), ("set", "feedback", "f", 4), ("set", "date_input", "d", None), ("run",)]
