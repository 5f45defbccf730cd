"""Callbacks called with too few or too many arguments, or of odd kinds."""
SCRIPT = '''
import functools
import streamlit as st
class Box:
    def __init__(self, *args):
        st.session_state.made = len(args)
    def put(self, value):
        st.session_state.put = value
    def __call__(self):
        st.session_state.called = True
def needs(a, b):
    st.session_state.got = (a, b)
st.button("few", key="few", on_click=needs, args=(1,))
st.button("many", key="many", on_click=needs, args=(1, 2, 3))
st.button("class", key="class", on_click=Box, args=[1, 2])
st.button("method", key="method", on_click=Box().put, kwargs={"value": "v"})
st.button("partial", key="partial", on_click=functools.partial(needs, 1), args=(2,))
st.button("text", key="text", on_click=needs, args="ab")
st.checkbox("c", key="c", on_change=Box())
st.write({k: v for k, v in sorted(st.session_state.to_dict().items()) if k not in ("few", "many", "class", "method", "partial", "text")})
'''
STEPS = [("click", "button", "class"), ("click", "button", "method"), ("click", "button", "partial"), ("check", "checkbox", "c"), ("click", "button", "few"), ("run",)]
