"""Found by the fuzzer: what the session state holds for a slider of moments, and is none."""
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
held = [3, 1.5, "a", (1, 2), [], dt.date(2024, 1, 5), dt.time(9), dt.datetime(2024, 1, 5)]
for start in (dt.datetime(2024, 1, 2), dt.date(2024, 1, 2), dt.time(9)):
    for number, value in enumerate(held):
        key = f"{type(start).__name__}{number}"
        S.setdefault(key, value)
        try:
            st.write(key, st.slider(key, value=start, key=key))
        except Exception as error:
            st.write(key, type(error).__name__)
'''
STEPS = []
