"""checkbox and toggle: odd defaults and argument checks."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
for kind in (st.checkbox, st.toggle):
    n = kind.__name__
    attempt("default " + n, lambda: kind("A", key=n + "a"))
    attempt("int", lambda: kind("B", 1, key=n + "b"))
    attempt("str", lambda: kind("C", "no", key=n + "c"))
    attempt("empty str", lambda: kind("D", "", key=n + "d"))
    attempt("None", lambda: kind("E", None, key=n + "e"))
    attempt("list", lambda: kind("F", [0], key=n + "f"))
    attempt("nan", lambda: kind("G", float("nan"), key=n + "g"))
    attempt("no label", lambda: kind())
    attempt("label None", lambda: kind(None, key=n + "l"))
    attempt("label int", lambda: kind(3, key=n + "l2"))
    attempt("visibility", lambda: kind("H", label_visibility="gone"))
    attempt("visibility None", lambda: kind("H1", label_visibility=None))
    attempt("hidden", lambda: kind("H2", label_visibility="hidden", key=n + "h2"))
    attempt("collapsed", lambda: kind("H3", label_visibility="collapsed", key=n + "h3"))
    attempt("width", lambda: kind("I", width="medium"))
    attempt("width int", lambda: kind("J", width=100, key=n + "j"))
    attempt("bind", lambda: kind("K", bind="cookies", key=n + "k"))
    attempt("bind no key", lambda: kind("L", bind="query-params"))
    attempt("persist", lambda: kind("M", persist_state="forever", key=n + "m"))
    attempt("persist no key", lambda: kind("N", persist_state="session"))
    attempt("persist both", lambda: kind("N2", persist_state="page", bind="query-params", key=n + "n2"))
    attempt("args no callback", lambda: kind("O", args=(1,), key=n + "o"))
    attempt("positional disabled", lambda: kind("P", False, n + "p", None, None, None, None, True))
import numpy as np
class Hostile:
    def __bool__(self):
        raise ZeroDivisionError
attempt("numpy", lambda: st.checkbox("Q", np.bool_(True), key="q"))
attempt("numpy array", lambda: st.checkbox("R", np.array([1, 2]), key="r"))
attempt("hostile", lambda: st.checkbox("S", Hostile(), key="s"))
'''
STEPS = [("check", "checkbox", "checkboxa"), ("uncheck", "checkbox", "checkboxc"), ("run",)]
