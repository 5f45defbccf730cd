"""Values of wrong kinds stored under the keys of widgets."""
SCRIPT = '''
import streamlit as st
which = st.session_state.get("which")
bad = {"o": "gone", "m": "x", "r": "gone", "ta": None}
if which in bad:
    st.session_state[which] = bad[which]
def attempt(key, fn):
    try:
        st.write(key, fn())
    except Exception as e:
        st.write(key, type(e).__name__)
attempt("t", lambda: st.text_input("T", key="t"))
attempt("s", lambda: st.slider("S", 0, 10, key="s"))
attempt("o", lambda: st.selectbox("O", ["x", "y"], key="o"))
attempt("m", lambda: st.multiselect("M", ["x", "y"], key="m"))
attempt("c", lambda: st.checkbox("C", key="c"))
attempt("n", lambda: st.number_input("N", 0, 10, key="n"))
attempt("r", lambda: st.radio("R", ["x", "y"], key="r"))
attempt("ta", lambda: st.text_area("TA", key="ta"))
'''
STEPS = [("state", "which", "o"), ("state", "which", "m"), ("state", "which", "r"), ("state", "which", "ta"), ("state", "which", "")]
