"""A default together with a value from the session state: the state counts; no exception."""
SCRIPT = '''
import streamlit as st
if "a" not in st.session_state:
    st.session_state.a = "from state"
a = st.text_input("A", "default", key="a")
st.session_state.b = st.session_state.get("b", 4)
b = st.slider("B", 0, 10, 2, key="b")
c = st.checkbox("C", True, key="c")
st.write(a, b, c)
'''
STEPS = [("set", "text_input", "a", "typed"), ("set", "slider", "b", 9), ("run",)]
