"""The key of a widget that vanished: readable during that run, gone afterwards; free keys stay."""
SCRIPT = '''
import streamlit as st
st.write("at the top", st.session_state.get("t", "gone"), st.session_state.get("free", "gone"))
if st.checkbox("show", True, key="show"):
    st.text_input("T", "t0", key="t")
    st.session_state.free = "stays"
st.write("at the end", st.session_state.get("t", "gone"), sorted(st.session_state))
'''
STEPS = [("set", "text_input", "t", "t1"), ("uncheck", "checkbox", "show"), ("run",), ("check", "checkbox", "show"), ("set", "text_input", "t", "t2"), ("uncheck", "checkbox", "show"), ("check", "checkbox", "show")]
