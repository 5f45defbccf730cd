"""Fields of a form wait for the submit; fields outside do not; two forms do not mix."""
SCRIPT = '''
import streamlit as st
x = st.text_input("X", key="x")
with st.form("f"):
    a = st.text_input("A", key="a")
    s = st.slider("S", 0, 10, key="s")
    sent = st.form_submit_button("send")
with st.form("g"):
    b = st.text_input("B", key="b")
    sent2 = st.form_submit_button("send g")
st.write(x, a, s, sent, b, sent2, st.session_state.a)
'''
STEPS = [[("set", "text_input", "a", "1"), ("set", "text_input", "x", "outside")], ("run",), [("set", "text_input", "a", "2"), ("set", "slider", "s", 5), ("set", "text_input", "b", "b1"), ("click", "button", 0)], ("click", "button", 1), [("set", "text_input", "b", "b2"), ("click", "button", 1)], [("set", "text_input", "a", "3"), ("click", "button", 0), ("set", "text_input", "b", "b3"), ("click", "button", 1)]]
