"""A form's key and a container's key in the session state."""
SCRIPT = '''
import streamlit as st
which = st.session_state.get("which", "")
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
def put(k, v):
    st.session_state[k] = v
if which == "before":
    put("c", 1)
    put("f", 2)
    put("x", True)
attempt("container", lambda: st.container(key="c"))
attempt("form", lambda: st.form("f").form_submit_button("go"))
attempt("expander", lambda: st.expander("x", key="x"))
if which == "after":
    attempt("put c", lambda: put("c", 3))
    attempt("put f", lambda: put("f", 4))
    attempt("put x", lambda: put("x", False))
st.write(sorted((k, v) for k, v in st.session_state.items() if k != "which"))
'''
STEPS = [("state", "which", "before"), ("run",), ("state", "which", "after"), ("run",), ("state", "which", ""), ("run",)]
