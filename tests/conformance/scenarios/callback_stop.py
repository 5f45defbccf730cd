"""st.stop in a callback: what becomes of the body, of other callbacks, of the button."""
SCRIPT = '''
import streamlit as st
log = st.session_state.setdefault("log", [])
def stop():
    st.session_state.log.append("stop")
    st.write("before the stop")
    st.stop()
def other():
    st.session_state.log.append("other")
st.button("B", key="b", on_click=stop)
st.checkbox("C", key="c", on_change=other)
st.write("body", st.session_state.log)
'''
STEPS = [("click", "button", "b"), ("run",), [("click", "button", "b"), ("check", "checkbox", "c")], ("run",)]
