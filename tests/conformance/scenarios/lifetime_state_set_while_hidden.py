"""A hidden widget's key is set, deleted, copied, popped while the widget is not there."""
SCRIPT = '''
import streamlit as st
act = st.selectbox("act", ["show", "hide", "set", "delete", "pop", "keep"], key="act")
if act == "set":
    st.session_state.t = "set while hidden"
if act == "delete" and "t" in st.session_state:
    del st.session_state.t
if act == "pop":
    st.write("popped", st.session_state.pop("t", None))
if act == "keep" and "t" in st.session_state:
    st.session_state.t = st.session_state.t
if act in ("show", "delete", "pop"):
    st.write("T is", st.text_input("T", "t0", key="t"))
st.write(sorted(st.session_state.items()))
'''
STEPS = [("set", "text_input", "t", "t1")] + [("select", "selectbox", "act", a) for a in ("hide", "set", "show", "delete", "show", "keep", "keep", "hide", "keep", "show", "pop", "set", "set", "hide", "show")]
