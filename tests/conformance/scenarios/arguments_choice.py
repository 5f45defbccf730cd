"""selectbox and radio: index, options, format_func and the other arguments checked."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
for kind in (st.selectbox, st.radio):
    n = kind.__name__
    attempt(n, lambda: kind("A"))
    attempt("index high", lambda: kind("B", ["x", "y"], 2))
    attempt("index low", lambda: kind("C", ["x", "y"], -1))
    attempt("index float", lambda: kind("D", ["x", "y"], 1.0))
    attempt("index str", lambda: kind("E", ["x", "y"], "y"))
    attempt("index bool", lambda: kind("F", ["x", "y"], True, key=n + "f"))
    attempt("index None", lambda: kind("G", ["x", "y"], None, key=n + "g"))
    attempt("index of nothing", lambda: kind("H", [], 0, key=n + "h"))
    attempt("index of nothing 1", lambda: kind("H2", [], 1, key=n + "h2"))
    attempt("options None", lambda: kind("I", None, key=n + "i"))
    attempt("options int", lambda: kind("J", 5, key=n + "j"))
    attempt("options str", lambda: kind("K", "abc", key=n + "k"))
    attempt("options empty str", lambda: kind("K2", "", key=n + "k2"))
    attempt("options bytes", lambda: kind("L", b"ab", key=n + "l"))
    attempt("format None", lambda: kind("M", ["x"], format_func=None, key=n + "m"))
    attempt("format raises", lambda: kind("N", ["x"], format_func=lambda v: 1 / 0, key=n + "n"))
    attempt("format int", lambda: kind("O", ["x", "yy"], format_func=len, key=n + "o"))
    attempt("format None result", lambda: kind("O2", ["x", "yy"], format_func=lambda v: None, key=n + "o2"))
    attempt("label None", lambda: kind(None, ["x"], key=n + "p"))
    attempt("visibility", lambda: kind("Q", ["x"], label_visibility="no"))
    attempt("width 0", lambda: kind("R", ["x"], width=0))
    attempt("width content", lambda: kind("S", ["x"], width="content", key=n + "s") if n == "radio" else kind("S", ["x"], width="content"))
    attempt("disabled", lambda: kind("T", ["x"], disabled=True, key=n + "t"))
attempt("captions few", lambda: st.radio("U", ["x", "y"], captions=["c"], key="u"))
attempt("captions many", lambda: st.radio("V", ["x"], captions=["c", "d"], key="v"))
attempt("captions None", lambda: st.radio("W", ["x", "y"], captions=[None, "d"], key="w"))
attempt("captions str", lambda: st.radio("W2", ["x", "y"], captions="ab", key="w2"))
attempt("captions int", lambda: st.radio("W3", ["x", "y"], captions=[1, 2], key="w3"))
attempt("horizontal", lambda: st.radio("X", ["x", "y"], horizontal="yes", key="x"))
attempt("required None", lambda: st.selectbox("Y", ["x", "y"], None, required=True, key="y"))
attempt("required", lambda: st.selectbox("Y2", ["x", "y"], required=True, key="y2"))
attempt("filter", lambda: st.selectbox("Z", ["x", "y"], filter_mode="magic"))
attempt("filter None", lambda: st.selectbox("Z2", ["x", "y"], filter_mode=None, key="z2"))
attempt("accept new", lambda: st.selectbox("Z3", [], accept_new_options=True, key="z3"))
attempt("icon", lambda: st.selectbox("Z4", ["x"], icon="word"))
attempt("placeholder int", lambda: st.selectbox("Z5", ["x"], placeholder=5, key="z5"))
'''
STEPS = [("run",)]
