"""st.rerun in containers, loops, functions, tries and callbacks."""
SCRIPT = '''
import streamlit as st
runs = st.session_state.setdefault("runs", [])
where = st.selectbox("where", ["none", "container", "sidebar", "loop", "try", "bare except", "finally", "function", "form"], key="where")
once = st.session_state.get("done") != where
st.session_state.done = where
runs.append((where, once))
def go(place):
    if once and where == place:
        st.rerun()
def callback():
    runs.append("callback")
    st.rerun()
st.button("cb", key="cb", on_click=callback)
with st.container():
    st.write("before")
    go("container")
with st.sidebar:
    st.write("side")
    go("sidebar")
for n in range(3):
    st.write(n)
    if n == 1:
        go("loop")
try:
    go("try")
except Exception as e:
    st.write("caught", type(e).__name__)
try:
    go("bare except")
except BaseException as e:
    st.write("caught", isinstance(e, Exception))
try:
    st.write("in try")
finally:
    go("finally")
def inner():
    with st.expander("E"):
        go("function")
        st.write("inside")
inner()
with st.form("f"):
    st.text_input("t", key="t")
    go("form")
    st.form_submit_button("S")
st.write("end", len(runs))
st.write(runs)
'''
STEPS = [("set", "selectbox", "where", w) for w in ("container", "sidebar", "loop", "try", "bare except", "finally", "function", "form")] + [("click", "button", "cb"), ("run",)]
