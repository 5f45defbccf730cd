"""Found by the fuzzer: None in the session state empties a choice, whatever its index says."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
if turn == 1:
    S.s = S.r = S.p = None
st.write(st.selectbox("S", ["a", "b"], key="s"))
st.write(st.radio("R", ["a", "b"], index=1, key="r"))
st.write(st.pills("P", ["a", "b"], default="a", key="p"))
if turn < 3:
    st.pills("Q", ["a", "b"], key="q")
else:
    st.write(st.selectbox("Q", ["a", "b"], key="q"))
st.write(st.selectbox("T", ["a", "b"], **({"index": None, "accept_new_options": True} if turn < 4 else {}), key="t"))
'''
STEPS = [("run",), ("run",), ("run",), ("set", "selectbox", "s", "b"), ("set", "button_group", "p", "b"), ("state", "p", "gone"), ("run",)]
