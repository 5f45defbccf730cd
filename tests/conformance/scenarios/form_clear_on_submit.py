"""clear_on_submit: the run after the submit shows what was typed; the next submit has the defaults."""
SCRIPT = '''
import streamlit as st
with st.form("f", clear_on_submit=True):
    a = st.text_input("A", "a0", key="a")
    b = st.checkbox("B")
    n = st.number_input("N", 0, 10, 3)
    sent = st.form_submit_button("send")
out = st.button("out")
st.write(a, b, n, sent, out)
'''
FILL = [("set", "text_input", "a", "typed"), ("check", "checkbox", 0), ("set", "number_input", 0, 8)]
STEPS = [FILL, ("run",), [*FILL, ("click", "button", 0)], ("run",), ("click", "button", 1), ("click", "button", 0), [("set", "text_input", "a", "again"), ("click", "button", 1)], [("set", "text_input", "a", "third"), ("click", "button", 0)], ("click", "button", 0)]
