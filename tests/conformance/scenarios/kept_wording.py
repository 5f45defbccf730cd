"""Texts that the library itself writes into the page."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("tuple as a key", lambda: st.json({(1, 2): 3}))
'''
STEPS = [("run",)]
