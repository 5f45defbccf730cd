"""Found by the fuzzer: a value of the wrong type is refused once, or as long as it can't be compared."""
SCRIPT = '''
import streamlit as st
S = st.session_state
bad = {"n": "a", "b": "a", "t": 0, "x": 3, "c": "a", "k": 1.5, "m": 1.5, "p": 1.5, "f": "a"}
turn = S["turn"] = S.get("turn", 0) + 1
if turn == 1:
    for key, value in bad.items():
        S[key] = value
def attempt(key, make):
    try:
        st.write(key, make())
    except Exception as error:
        st.write(key, type(error).__name__)
attempt("n", lambda: st.number_input("N", key="n"))
attempt("b", lambda: st.number_input("B", 0, 9, key="b"))
attempt("t", lambda: st.time_input("T", key="t", value=None))
attempt("x", lambda: st.text_input("X", key="x"))
attempt("c", lambda: st.checkbox("C", key="c"))
attempt("k", lambda: st.color_picker("K", key="k"))
attempt("m", lambda: st.multiselect("M", ["a"], key="m"))
attempt("p", lambda: st.pills("P", ["a"], selection_mode="multi", key="p"))
attempt("f", lambda: st.feedback(key="f"))
'''
STEPS = [("run",)]
