"""Lists and dicts as defaults and results: what a script changes in them stays out of the state."""
SCRIPT = '''
import streamlit as st
default = ["a"]
m = st.multiselect("M", ["a", "b", "c"], default, key="m")
m.append("from the script")
default.append("b")
st.write(m, st.session_state.m)
st.session_state.setdefault("free", []).append(len(m))
st.write(st.session_state.free)
got = st.session_state.m
got.append("through the state")
st.write(st.session_state.m)
'''
STEPS = [("select", "multiselect", "m", "b"), ("run",), ("unselect", "multiselect", "m", "a")]
