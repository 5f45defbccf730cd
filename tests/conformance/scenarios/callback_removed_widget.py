"""A callback of a widget that the next run no longer shows, and one that adds a widget."""
SCRIPT = '''
import streamlit as st
st.session_state.setdefault("rows", [0])
def drop(i):
    st.session_state.rows.remove(i)
def add():
    st.session_state.rows.append(max(st.session_state.rows, default=-1) + 1)
for i in list(st.session_state.rows):
    c1, c2 = st.columns(2)
    c1.text_input("name", key=f"name{i}")
    c2.button("x", key=f"x{i}", on_click=drop, args=(i,))
st.button("add", on_click=add)
st.write(st.session_state.rows, sorted(k for k in st.session_state if k != "rows"))
'''
STEPS = [("click", "button", 1), ("click", "button", 2), ("set", "text_input", "name1", "one"), ("click", "button", "x1"), ("click", "button", "x0"), ("click", "button", "x2"), ("click", "button", 0)]
