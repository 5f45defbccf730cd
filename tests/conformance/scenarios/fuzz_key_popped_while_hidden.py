"""Found by the fuzzer: a key that a callback deleted is the script's own from then on."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def cb(): S.pop("k", None)
turn = S["turn"] = S.get("turn", 0) + 1
if turn < 3:
    st.text_input("T", "t", key="k")
st.checkbox("x", on_change=cb)
st.write(S.get("k", "none"))
'''
STEPS = [("run",), ("check", "checkbox", 0), ("state", "k", "mine"), ("run",), ("run",)]
