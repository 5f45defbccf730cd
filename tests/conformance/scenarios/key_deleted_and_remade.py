"""A live widget's key is deleted in the script, in a callback, after the widget was made."""
SCRIPT = '''
import streamlit as st
def drop():
    del st.session_state.t
def drop_and_set():
    del st.session_state.t
    st.session_state.t = "fresh"
st.button("drop", on_click=drop, key="drop")
st.button("drop and set", on_click=drop_and_set, key="das")
if st.button("drop before", key="before"):
    del st.session_state.t
t = st.text_input("T", "t0", key="t")
st.write(t, st.session_state.get("t", "gone"))
'''
STEPS = [("set", "text_input", "t", "t1"), ("click", "button", "drop"), ("run",), ("set", "text_input", "t", "t2"), ("click", "button", "das"), ("run",), ("click", "button", "before"), ("run",)]
