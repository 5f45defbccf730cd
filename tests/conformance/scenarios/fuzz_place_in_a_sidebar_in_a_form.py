"""Found by the fuzzer: what stands in the place of an element that `with st.sidebar` within a form made is in no form."""
SCRIPT = '''
import streamlit as st
with st.form("f"):
    with st.sidebar:
        place = st.empty()
        a = place.text_input("A", key="a")
        with st.text("x"):
            b = st.text_input("B", key="b")
        with st.empty().container():
            c = st.text_input("C", key="c")
        d = st.text_input("D", key="d")
    e = st.empty().text_input("E", key="e")
    st.form_submit_button("Send", key="send")
st.write(a, b, c, d, e)
'''
STEPS = [("set", "text_input", key, "1") for key in "abcde"] + [("click", "button", "send")]
