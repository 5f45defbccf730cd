"""Found by the fuzzer: None in the state makes a field one that starts empty, whatever its `value` and bounds."""
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
S.setdefault("n", None)
S.setdefault("t", None)
S.setdefault("d", None)
S.setdefault("e", None)
S.setdefault("m", None)
st.write(
    st.number_input("n", min_value=5, value=3, key="n"), st.text_input("t", "x", key="t"),
    st.date_input("d", dt.date(2024, 1, 1), key="d"), st.time_input("e", dt.time(8), key="e"),
    st.number_input("m", value=3, key="m"),
)
'''
STEPS = [("set", "number_input", "n", 7), ("set", "number_input", "n", None), ("increment", "number_input", "m"), ("set", "number_input", "m", 4), ("set", "text_input", "t", None), ("set", "time_input", "e", None), ("run",)]
