"""Counting by reruns, reruns that change widgets' values, a rerun after each of several buttons."""
SCRIPT = '''
import streamlit as st
s = st.session_state
s.setdefault("count", 0)
s.setdefault("page", 0)
if "jump" in s:
    s.level = s.pop("jump")
target = st.number_input("target", 0, 5, key="target")
if s.count < target:
    s.count += 1
    st.write("counting", s.count)
    st.rerun()
elif s.count > target:
    s.count -= 1
    s.jump = s.count
    st.rerun()
level = st.slider("level", 0, 5, key="level")
a, b = st.columns(2)
if a.button("next", key="next"):
    s.page += 1
    st.rerun()
if b.button("back", key="back"):
    s.page -= 1
    st.rerun()
st.write("page", s.page, "count", s.count, "level", level)
'''
STEPS = [("set", "number_input", "target", 3), ("click", "button", "next"), ("click", "button", "next"), ("click", "button", "back"), ("set", "number_input", "target", 0)]
