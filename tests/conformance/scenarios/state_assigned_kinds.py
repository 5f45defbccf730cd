"""Values of the wrong kind assigned before each widget is made, one kind after the other."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
import numpy as np, decimal, datetime as dt, pandas as pd
case = st.session_state.get("case", 0)
VALUES = [0, None, "text", True, 3.0, np.int64(4), np.float64(2.5), decimal.Decimal("2"), frozenset(), [], (), {"a": 1}, "7", ..., dt.date(2024, 1, 1), pd.Timestamp("2024-05-06"), " ", object, 2**31, -1, [1, 2], (2, 3)]
v = VALUES[case]
for name, fn in {
    "checkbox": lambda k: st.checkbox("A", key=k),
    "toggle": lambda k: st.toggle("B", key=k),
    "text_input": lambda k: st.text_input("C", key=k),
    "text_area": lambda k: st.text_area("D", key=k),
    "number int": lambda k: st.number_input("E", 0, 9, key=k),
    "number float": lambda k: st.number_input("F", 0.0, 9.0, key=k),
    "slider": lambda k: st.slider("G", 0, 9, key=k),
    "slider float": lambda k: st.slider("H", 0.0, 9.0, key=k),
    "slider range": lambda k: st.slider("I", 0, 9, (1, 2), key=k),
    "selectbox": lambda k: st.selectbox("J", [0, "text", 3], key=k),
    "radio": lambda k: st.radio("K", [0, "text", 3], key=k),
    "multiselect": lambda k: st.multiselect("L", [1, 2, "text"], key=k),
    "pills": lambda k: st.pills("M", [0, "text", 3], key=k),
    "segmented multi": lambda k: st.segmented_control("N", [1, 2, "text"], selection_mode="multi", key=k),
    "select_slider": lambda k: st.select_slider("O", [0, "text", 3], key=k),
    "color": lambda k: st.color_picker("P", key=k),
    "date": lambda k: st.date_input("Q", dt.date(2024, 2, 2), key=k),
    "date range": lambda k: st.date_input("R", (dt.date(2024, 2, 2), dt.date(2024, 2, 3)), key=k),
    "time": lambda k: st.time_input("S", dt.time(8), key=k),
    "datetime": lambda k: st.datetime_input("T", dt.datetime(2024, 2, 2), key=k),
    "feedback": lambda k: st.feedback("stars", key=k),
}.items():
    key = f"{name} {case}"
    if (name in ("multiselect", "segmented multi", "slider range", "date range")) == isinstance(v, (list, tuple)):
        st.session_state[key] = v
        attempt(name, lambda: fn(key))
'''
STEPS = [("state", "case", number) for number in range(22)]
