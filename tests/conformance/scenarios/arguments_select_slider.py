"""select_slider: kinds of options and values, and its argument checks."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
O = ["x", "y", "z"]
attempt("none", lambda: st.select_slider("A"))
attempt("empty", lambda: st.select_slider("B", []))
attempt("one", lambda: st.select_slider("C", ["x"], key="c"))
attempt("value", lambda: st.select_slider("D", O, "y", key="d"))
attempt("value unknown", lambda: st.select_slider("E", O, "q"))
attempt("pair", lambda: st.select_slider("F", O, ("x", "z"), key="f"))
attempt("pair list", lambda: st.select_slider("G", O, ["x", "y"], key="g"))
attempt("pair reversed", lambda: st.select_slider("H", O, ("z", "x"), key="h"))
attempt("pair same", lambda: st.select_slider("H2", O, ("y", "y"), key="h2"))
attempt("pair one", lambda: st.select_slider("I", O, ("x",)))
attempt("pair three", lambda: st.select_slider("J", O, ("x", "y", "z")))
attempt("pair unknown", lambda: st.select_slider("K", O, ("x", "q")))
attempt("tuple value", lambda: st.select_slider("M", [(1, 2), (3, 4)], (3, 4)))
attempt("None option", lambda: st.select_slider("N", [None, 1], key="n"))
attempt("None value", lambda: st.select_slider("O", O, None, key="o"))
attempt("range", lambda: st.select_slider("P", range(5), 3, key="p"))
attempt("str", lambda: st.select_slider("Q", "abc", key="q"))
attempt("set", lambda: st.select_slider("R", {1}, key="r"))
attempt("dict", lambda: st.select_slider("S", {"a": 1, "b": 2}, "b", key="s"))
attempt("generator", lambda: st.select_slider("T", (c for c in "abc"), "b", key="t"))
attempt("duplicates", lambda: st.select_slider("U", ["x", "x", "y"], "y", key="u"))
attempt("format", lambda: st.select_slider("V", O, "y", str.upper, key="v"))
attempt("int value for float", lambda: st.select_slider("X", [1.0, 2.0], 2, key="x"))
attempt("nan", lambda: st.select_slider("Y", [float("nan"), 1.0], 1.0, key="y"))
attempt("numpy", lambda: st.select_slider("Z", __import__("numpy").arange(3), 2, key="z"))
attempt("visibility", lambda: st.select_slider("ZA", O, label_visibility="no"))
attempt("width", lambda: st.select_slider("ZB", O, width=0))
'''
STEPS = [("set", "select_slider", "d", "z"), ("set_range", "select_slider", "f", "y", "z"), ("set", "select_slider", "p", 4), ("run",)]
