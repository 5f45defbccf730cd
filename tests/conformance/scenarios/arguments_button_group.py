"""pills, segmented_control and feedback: modes, defaults and the other arguments checked."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
O = ["x", "y", "z"]
for kind in (st.pills, st.segmented_control):
    n = kind.__name__
    attempt(n, lambda: kind("A"))
    attempt("mode", lambda: kind("B", O, selection_mode="some"))
    attempt("mode None", lambda: kind("B2", O, selection_mode=None))
    attempt("default", lambda: kind("C", O, default="y", key=n + "c"))
    attempt("default unknown", lambda: kind("D", O, default="q"))
    attempt("default list in single", lambda: kind("E", O, default=["x"], key=n + "e"))
    attempt("default two in single", lambda: kind("F", O, default=["x", "y"]))
    attempt("default str in multi", lambda: kind("G", O, default="y", selection_mode="multi", key=n + "g"))
    attempt("default list in multi", lambda: kind("H", O, default=["z", "x"], selection_mode="multi", key=n + "h"))
    attempt("default empty in multi", lambda: kind("I", O, default=[], selection_mode="multi", key=n + "i"))
    attempt("default empty in single", lambda: kind("I2", O, default=[], key=n + "i2"))
    attempt("options none", lambda: kind("J", [], key=n + "j"))
    attempt("options str", lambda: kind("K", "abc", key=n + "k"))
    attempt("options ints", lambda: kind("L", range(3), default=1, key=n + "l"))
    attempt("required", lambda: kind("M", O, required=True, key=n + "m"))
    attempt("required default", lambda: kind("M2", O, required=True, default="y", key=n + "m2"))
    attempt("required multi", lambda: kind("M3", O, required=True, selection_mode="multi", key=n + "m3"))
    attempt("required no options", lambda: kind("M4", [], required=True, key=n + "m4"))
    attempt("format", lambda: kind("N", O, format_func=str.upper, default="x", key=n + "n"))
    attempt("positional mode", lambda: kind("O", O, "multi"))
    attempt("visibility", lambda: kind("P", O, label_visibility="x"))
    attempt("width", lambda: kind("Q", O, width="full"))
    attempt("width stretch", lambda: kind("R", O, width="stretch", key=n + "r"))
    attempt("material", lambda: kind("S", [":material/home: a", "b"], key=n + "s"))
attempt("feedback", lambda: st.feedback("hearts"))
attempt("feedback None", lambda: st.feedback(None))
attempt("feedback default", lambda: st.feedback("stars", default=4, key="f1"))
attempt("feedback default high", lambda: st.feedback("stars", default=5))
attempt("feedback default low", lambda: st.feedback("faces", default=-1))
attempt("feedback default thumbs", lambda: st.feedback("thumbs", default=2))
attempt("feedback default float", lambda: st.feedback("thumbs", default=1.0, key="f2"))
attempt("feedback default str", lambda: st.feedback("thumbs", default="1", key="f3"))
attempt("feedback default bool", lambda: st.feedback("thumbs", default=True, key="f4"))
attempt("feedback width", lambda: st.feedback("thumbs", width=0))
'''
STEPS = [("set", "button_group", "pillsc", "z"), ("set", "button_group", "pillsh", ["y"]), ("set", "button_group", "pillsl", 2), ("run",)]
