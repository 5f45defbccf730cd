"""A button's key is set while the button is not there; then it comes."""
SCRIPT = '''
import streamlit as st
st.session_state.setdefault("n", 0)
st.session_state.n += 1
if st.session_state.n == 1:
    st.session_state.b = True
else:
    st.write("button says", st.button("B", key="b"))
st.write(st.session_state.n, st.session_state.get("b"))
'''
STEPS = [("run",), ("run",), ("click", "button", "b"), ("run",)]
