"""An exception in a callback: no body, no further callback; the new values stay."""
SCRIPT = '''
import streamlit as st
st.session_state.setdefault("log", [])
def bad():
    st.session_state.log.append("bad")
    st.write("written before")
    raise ValueError("in the callback")
def good():
    st.session_state.log.append("good")
st.write("body")
st.checkbox("A", key="a", on_change=good)
st.checkbox("B", key="b", on_change=bad)
st.checkbox("C", key="c", on_change=good)
st.button("D", key="d", on_click=good)
st.write(st.session_state.log)
'''
STEPS = [[("check", "checkbox", "a"), ("check", "checkbox", "b"), ("check", "checkbox", "c"), ("click", "button", "d")], ("run",), ("run",)]
