"""Tabs and expanders with on_change: their state, callbacks, session state, and defaults that change."""
SCRIPT = '''
import streamlit as st
log = st.session_state.setdefault("log", [])
def go():
    st.session_state.t = "C"
    st.session_state.e = not st.session_state.e
st.button("go", key="go", on_click=go)
def attempt(name, fn):
    try:
        st.write(name, repr(fn()))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("tabs", lambda: [t.open for t in st.tabs(["A", "B", "C"], key="t", on_change="rerun", default="A")])
attempt("tabs callback", lambda: [t.open for t in st.tabs(["A", "B"], key="t2", on_change=log.append, args=("t2",))])
attempt("tabs ignore", lambda: [t.open for t in st.tabs(["A", "B"], key="t3", on_change="ignore")])
attempt("expander", lambda: st.expander("E", key="e", on_change="rerun").open)
attempt("expander open", lambda: st.expander("E", True, key="e2", on_change="rerun").open)
attempt("expander plain", lambda: st.expander("E", True, key="e3").open)
st.write({k: repr(v) for k, v in sorted(st.session_state.to_dict().items())})
st.write(log)
'''
STEPS = [("state", "t", "B"), ("state", "e", True), ("click", "button", "go"), ("state", "t", "nope"), ("run",)]
