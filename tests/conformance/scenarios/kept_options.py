"""Options with equal labels, and an Enum of texts given as a class."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
import enum
class Word(str, enum.Enum):
    A = "a"
    B = "b"
attempt("labels that collide", lambda: st.selectbox("A", [1, 2, 3], 1, format_func=lambda v: "same", key="a"))
attempt("labels that collide, radio", lambda: st.radio("B", [1, 2, 3], 1, format_func=lambda v: "same", key="b"))
attempt("labels that collide, multi", lambda: st.multiselect("C", [1, "1"], ["1"], key="c"))
attempt("an enum of texts", lambda: st.selectbox("D", Word, key="d"))
'''
STEPS = [("run",)]
