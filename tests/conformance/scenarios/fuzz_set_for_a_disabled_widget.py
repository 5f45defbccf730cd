"""Found by the fuzzer: a value set between two runs for a widget that can't be changed is checked, and not mended."""
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
st.write(turn, repr(S.get("box")), repr(S.get("one")), repr(S.get("two")))
if turn == 5:
    st.stop()
def told(command, *args, **named):
    try:
        st.write(repr(command(*args, **named, disabled=True)))
    except Exception as error:
        st.write(type(error).__name__)
told(st.checkbox, "B", key="box")
told(st.slider, "S", max_value=3, key="one")
told(st.slider, "T", max_value=8, key="two")
told(st.number_input, "N", max_value=8, key="number")
told(st.date_input, "D", dt.date(2024, 1, 5), max_value=dt.date(2024, 1, 8), key="date")
told(st.selectbox, "X", ["a", "b"], key="box2")
told(st.text_input, "I", max_chars=2, key="text")
'''
STEPS = [
    ("state", "box", 1),
    [("state", "one", (1, 4)), ("state", "two", (1, 4))],
    [("state", "number", 99), ("state", "text", "long")],
    [("state", "one", 9), ("state", "box", 0), ("state", "two", 2)],
    ("run",),
    ("run",),
    ("run",),
    ("state", "one", 2),
    ("run",),
]
