"""Widgets in st.empty: replaced in the same run, kept over runs, the same key in turn."""
SCRIPT = '''
import streamlit as st
n = st.number_input("n", 0, 2, key="n")
place = st.empty()
if n == 0:
    st.write(place.text_input("T", key="t"))
elif n == 1:
    place.text_input("T", key="t")
    place.write("replaced at once")
    st.write(st.session_state.t)
else:
    place.button("first", key="b1")
    place.button("second", key="b2")
    st.write(sorted(st.session_state))
other = st.container()
slot = other.empty()
slot.checkbox("A", key="ca")
slot.checkbox("B", key="cb")
other.write("after the slot")
st.write(st.session_state.get("ca"), st.session_state.get("cb"))
'''
STEPS = [("set", "text_input", "t", "typed"), ("set", "number_input", "n", 1), ("set", "number_input", "n", 2), ("run",), ("set", "number_input", "n", 0)]
