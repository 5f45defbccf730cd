"""A submit callback sees all fields committed; its arguments; then the body sees the button True."""
SCRIPT = '''
import streamlit as st
log = st.session_state.setdefault("log", [])
def sent(who, times=1):
    st.session_state.log.append([who, times, st.session_state.a, st.session_state.c])
    st.session_state.a = ""
with st.form("f"):
    st.text_input("A", key="a")
    st.checkbox("C", key="c")
    b = st.form_submit_button("go", on_click=sent, args=("me",), kwargs={"times": 2})
st.write(b, st.session_state.log, st.session_state.a)
'''
STEPS = [[("set", "text_input", "a", "x"), ("check", "checkbox", "c"), ("click", "button", 0)], ("click", "button", 0), ("run",)]
