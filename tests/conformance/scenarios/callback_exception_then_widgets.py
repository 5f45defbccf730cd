"""After an exception in a callback the page shows the error; the next run shows everything again."""
SCRIPT = '''
import streamlit as st
def bad():
    if st.session_state.t == "bad":
        raise KeyError("x")
t = st.text_input("T", "ok", key="t", on_change=bad)
u = st.text_input("U", "u")
st.write(t, u)
'''
STEPS = [[("set", "text_input", "t", "bad"), ("set", "text_input", 1, "u2")], ("run",), ("set", "text_input", "t", "good")]
