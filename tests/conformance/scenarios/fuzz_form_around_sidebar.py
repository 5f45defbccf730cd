"""Found by the fuzzer: what `st.` makes in a `with st.sidebar` within a form is a field of the form."""
SCRIPT = '''
import streamlit as st
outside = st.container()
with st.form("f"):
    with st.sidebar:
        a = st.text_input("A", key="a")
    with outside:
        b = st.text_input("B", key="b")
    st.form_submit_button("Send", key="send")
st.write(a, b)
'''
STEPS = [("set", "text_input", "a", "1"), [("set", "text_input", "b", "2"), ("click", "button", "send")], ("run",)]
