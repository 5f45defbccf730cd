"""Lambdas, bound methods, partials and classes as callbacks; args of other kinds than tuples."""
SCRIPT = '''
import functools
import streamlit as st
st.session_state.setdefault("log", [])
class Thing:
    def __init__(self, name): self.name = name
    def hit(self, n=0): st.session_state.log.append((self.name, n))
t = Thing("t")
st.button("lambda", on_click=lambda: st.session_state.log.append("lambda"))
st.button("method", on_click=t.hit)
st.button("partial", on_click=functools.partial(t.hit, 5))
st.button("list", on_click=t.hit, args=[6])
st.button("generator", on_click=t.hit, args=(x for x in [7]))
st.button("kwargs", on_click=t.hit, kwargs={"n": 8})
st.button("too many", on_click=t.hit, args=(1, 2))
st.write(st.session_state.log)
'''
STEPS = [("click", "button", i) for i in range(7)] + [("run",)]
