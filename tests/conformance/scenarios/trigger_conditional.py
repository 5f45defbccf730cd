"""Clicked buttons that are reached late, not at all, or under another condition."""
SCRIPT = '''
import streamlit as st
show = st.checkbox("show", key="show")
a = st.button("A", key="a")
if show:
    b = st.button("B", key="b")
    st.write("B", b)
c = st.button("C") if not a else None
st.write("A", a, "C", c, st.session_state.get("b"))
'''
STEPS = [("check", "checkbox", "show"), ("click", "button", "b"), [("uncheck", "checkbox", "show"), ("click", "button", "b")], ("check", "checkbox", "show"), ("run",), ("click", "button", "a"), ("click", "button", 1), [("click", "button", "a"), ("click", "button", "b")], ("run",)]
