"""A key is set before its widget was ever there; the widget comes, changes, goes; is the key still there?"""
SCRIPT = '''
import streamlit as st
act = st.selectbox("act", ["none", "set", "show"], key="act")
if act == "set":
    st.session_state.x = "set"
if act == "show":
    st.write(st.text_input("X", "dflt", key="x"))
st.write(st.session_state.get("x", "gone"))
'''
STEPS = [("select", "selectbox", "act", "set"), ("select", "selectbox", "act", "none"), ("run",), ("select", "selectbox", "act", "show"), ("run",), ("set", "text_input", "x", "typed"), ("select", "selectbox", "act", "none"), ("run",), ("run",), ("select", "selectbox", "act", "show"), ("select", "selectbox", "act", "none"), ("run",), ("select", "selectbox", "act", "set"), ("run",), ("select", "selectbox", "act", "none"), ("run",)]
