"""Found by the fuzzer: a tuple in the state for a slider over options that has one handle, or two."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
odd = [("b", "zz"), ("c", "a"), ("a",), (), ("a", "b", "zz"), ["a", "b"], "a", None]
for i, value in enumerate(odd):
    for name, default in (("one", "b"), ("two", ("b", "c"))):
        if turn == 1:
            S[f"{name}{i}"] = value
        try:
            st.write(i, st.select_slider("A", ["a", "b", "c"], default, key=f"{name}{i}"))
        except Exception as error:
            st.write(type(error).__name__)
'''
STEPS = [("run",), ("run",)]
