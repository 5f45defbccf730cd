"""Found by the fuzzer: the slider under a key gets a second handle, or another kind of value under its key."""
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
odd = turn % 2
st.write(st.slider("A", **({"value": (2, 8)} if odd else {}), key="a"))
st.write(st.slider("B", **({} if odd else {"value": (2, 8)}), key="b"))
st.write(st.slider("C", **({"min_value": 0, "max_value": 10, "value": (8, 2)} if turn < 2 else {}), key="c"))
if odd:
    st.text_input("D", key="d")
else:
    st.write(st.slider("D", max_value=50, key="d"))
'''
STEPS = [("run",), ("run",), ("set", "slider", "a", (3, 4)), ("run",), ("run",)]
