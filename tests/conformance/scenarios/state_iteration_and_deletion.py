"""Deleting all keys in a loop, clear, update, setdefault, copies."""
SCRIPT = '''
import streamlit as st
st.session_state.t = "free"
st.session_state.setdefault("list", [1])
act = st.session_state.get("act", "")
if act == "loop":
    for key in st.session_state.keys():
        del st.session_state[key]
if act == "clear":
    try:
        st.session_state.clear()
    except Exception as e:
        st.write(type(e).__name__)
if act == "update":
    try:
        st.session_state.update(a=1, b=2)
    except Exception as e:
        st.write(type(e).__name__)
if act == "copy":
    copy = st.session_state.to_dict()
    copy["list"].append(2)
    copy["new"] = 1
st.write(sorted(st.session_state), len(st.session_state), "t" in st.session_state)
'''
STEPS = [("state", "act", a) for a in ("copy", "update", "loop")] + [("run",), ("state", "act", "clear"), ("run",)]
