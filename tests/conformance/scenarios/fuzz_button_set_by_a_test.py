"""Found by the fuzzer: what is set under a button's key from outside, and by a callback."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def cb(): S["k"] = "u"
st.checkbox("x", on_change=cb)
st.write(S.get("k"), st.button("W", key="k"), S.get("k"))
st.write(S.get("d"), st.button("D", key="d", disabled=True), S.get("d"))
'''
STEPS = [("state", "k", "b"), ("run",), ("click", "button", "k"), ("set", "checkbox", 0, True), ("run",), ("run",), ("state", "d", 1.5), ("run",)]
