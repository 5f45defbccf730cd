"""Found by the fuzzer: pills for several options show what they can of None, then refuse it."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
if turn == 2:
    S["p"] = None
st.segmented_control("P", ["a", "b"], selection_mode="multi", key="p")
st.write(S["p"])
'''
STEPS = [("run",), ("run",), ("set", "button_group", "p", ["a"]), ("state", "p", None), ("run",)]
