"""Widgets in loops, comprehensions, functions and recursion; rows that are deleted in the middle."""
SCRIPT = '''
import streamlit as st
s = st.session_state
s.setdefault("ids", [0, 1, 2])
def remove(id):
    s.ids.remove(id)
def add():
    s.ids.append(max(s.ids, default=-1) + 1)
names = {}
for id in s.ids:
    a, b = st.columns([3, 1])
    names[id] = a.text_input(f"Name {id}", f"n{id}", key=f"name {id}")
    b.button("x", key=f"del {id}", on_click=remove, args=(id,))
st.button("add", key="add", on_click=add)
values = [st.checkbox(f"c{n}", n % 2 == 0) for n in range(4)]
def tree(depth, path=""):
    if depth:
        with st.expander(f"node {path}"):
            st.number_input("v", key=f"tree {path}")
            for n in range(2):
                tree(depth - 1, path + str(n))
tree(3)
def attempt(fn):
    try:
        fn()
    except Exception as e:
        st.write(type(e).__name__)
for _ in range(2):
    attempt(lambda: st.button("same"))
st.write(names, values)
'''
STEPS = [("click", "button", "del 1"), ("set", "text_input", "name 2", "typed"), ("click", "button", "del 0"), ("click", "button", "add"), ("run",)]
