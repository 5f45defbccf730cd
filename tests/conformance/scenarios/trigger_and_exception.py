"""A clicked button's key after st.stop, after an exception in the body, after one in a callback."""
SCRIPT = '''
import streamlit as st
def boom():
    raise ValueError("boom")
st.write("start", st.session_state.get("stop"), st.session_state.get("raise"), st.session_state.get("cb"))
a = st.button("stop", key="stop")
b = st.button("raise", key="raise")
c = st.button("callback", key="cb", on_click=boom)
if a:
    st.stop()
if b:
    raise KeyError("b")
st.write(a, b, c)
'''
STEPS = [("click", "button", "stop"), ("run",), ("click", "button", "raise"), ("run",), ("click", "button", "cb"), ("run",), ("run",), [("click", "button", "stop"), ("click", "button", "raise")]]
