"""persist_state on widgets that are hidden for a while, and without it; changes while hidden."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn()))
    except Exception as e:
        st.write(name, type(e).__name__)
if st.checkbox("show", True, key="show"):
    attempt("persisted", lambda: st.text_input("P", "dflt", key="p", persist_state="session"))
    attempt("not persisted", lambda: st.text_input("Q", "dflt", key="q"))
    attempt("slider", lambda: st.slider("S", 0, 9, 3, key="ps", persist_state="session"))
    attempt("page", lambda: st.selectbox("B", ["x", "y"], key="pb", persist_state="page"))
    attempt("no key", lambda: st.text_input("R", persist_state="session"))
    attempt("bad", lambda: st.text_input("R", key="r", persist_state="always"))
    attempt("True", lambda: st.text_input("R", key="r2", persist_state=True))
st.write({k: v for k, v in sorted(st.session_state.to_dict().items())})
'''
STEPS = [("set", "text_input", "p", "one"), ("set", "text_input", "q", "two"), ("set", "slider", "ps", 7), ("uncheck", "checkbox", "show"), ("run",), ("check", "checkbox", "show"), ("uncheck", "checkbox", "show"), ("state", "p", "set while hidden"), ("check", "checkbox", "show"), ("run",)]
