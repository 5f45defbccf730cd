"""Found by the fuzzer: what is stored under a key that two widgets have, since a run failed, is for both of them."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def empty():
    S["p"] = None
mode = "multi" if turn % 2 else "single"
st.pills("P", ["a", "b"], selection_mode=mode, key="p")
st.checkbox("C", key="c", on_change=empty)
st.write(S["p"])
raise ValueError
'''
STEPS = [("set", "checkbox", "c", True), ("run",)]
