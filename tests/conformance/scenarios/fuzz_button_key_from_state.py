"""Found by the fuzzer: a free value under a button's key is what the button gives once, then it is False."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def cb(): S.k = 0
st.number_input("n", key="n", on_change=cb)
if S.n != 4:
    st.write(st.button("B", key="k"), S.k)
'''
STEPS = [("set", "number_input", "n", 4.0), ("set", "number_input", "n", 8.0), ("run",), ("run",), ("click", "button", "k"), ("run",)]
