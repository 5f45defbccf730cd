"""A widget that a rerun did not reach keeps its value."""
SCRIPT = '''
import streamlit as st
n = st.session_state.setdefault("n", 0)
if st.button("go", key="go"):
    st.session_state.n += 1
    st.rerun()
x = st.text_input("X", "x0", key="x")
y = st.text_input("Y", "y0")
st.write(n, x, y)
'''
STEPS = [[("set", "text_input", "x", "x1"), ("set", "text_input", 1, "y1")], ("click", "button", "go"), ("run",), [("click", "button", "go"), ("set", "text_input", "x", "x2")], ("run",)]
