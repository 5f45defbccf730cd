"""A test sets a key before its widget was ever there; then the widget comes and goes."""
SCRIPT = '''
import streamlit as st
act = st.selectbox("act", ["none", "show"], key="act")
if act == "show":
    st.write(st.text_input("X", "dflt", key="x"))
st.write(st.session_state.get("x", "gone"))
'''
SETUP = [("state", "x", "preset")]
STEPS = [("select", "selectbox", "act", "show"), ("run",), ("select", "selectbox", "act", "none"), ("run",), ("state", "x", "again"), ("run",), ("select", "selectbox", "act", "show"), ("state", "x", "third"), ("run",)]
