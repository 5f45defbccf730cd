"""Sliders and numbers whose bounds, steps, defaults and kinds change under their keys and without.

In the run that resets a slider, `to_dict()` gives now the old value and now the new one: Streamlit's goes by the
order of a set. Each value on its own is certain.
"""
SCRIPT = '''
import streamlit as st
case = st.selectbox("case", range(5), key="case")
low, high, step, default = [(0, 10, 1, 5), (0, 5, 1, 2), (6, 20, 2, 10), (0.0, 10.0, 0.5, 5.0), (-5, 5, 5, 0)][case]
def attempt(name, fn):
    try:
        st.write(name, repr(fn()))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("slider", lambda: st.slider("S", low, high, default, step, key="s"))
attempt("slider free", lambda: st.slider("SF", low, high, default, step))
attempt("range", lambda: st.slider("R", low, high, (low, default), step, key="r"))
attempt("number", lambda: st.number_input("N", low, high, default, step, key="n"))
attempt("number free", lambda: st.number_input("NF", low, high, default, step))
attempt("number no bounds", lambda: st.number_input("NB", value=default, step=step, key="nb"))
st.write({key: st.session_state[key] for key in ("case", "s", "r", "n", "nb")})
'''
STEPS = [("set", "slider", "s", 8), ("set", "number_input", "n", 8), ("set", "selectbox", "case", 1), ("set", "selectbox", "case", 2), ("set", "selectbox", "case", 3), ("set", "selectbox", "case", 4), ("set", "selectbox", "case", 0)]
