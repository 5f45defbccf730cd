"""multiselect: kinds of default, limits and the other arguments checked."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
O = ["x", "y", "z"]
attempt("none", lambda: st.multiselect("A"))
attempt("default str", lambda: st.multiselect("B", O, "y", key="b"))
attempt("default tuple", lambda: st.multiselect("C", O, ("z", "x"), key="c"))
attempt("default set", lambda: st.multiselect("D", O, {"z"}, key="d"))
attempt("default unknown", lambda: st.multiselect("E", O, ["q"]))
attempt("default twice", lambda: st.multiselect("F", O, ["x", "x"], key="f"))
attempt("default range", lambda: st.multiselect("G", range(5), range(2), key="g"))
attempt("default int", lambda: st.multiselect("H", [1, 2], 1, key="h"))
attempt("default zero", lambda: st.multiselect("H0", [0, 1], 0, key="h0"))
attempt("default empty str", lambda: st.multiselect("H1", ["", "a"], "", key="h1"))
attempt("default bool for int", lambda: st.multiselect("I", [0, 1], [True], key="i"))
attempt("default float for int", lambda: st.multiselect("J", [0, 1], [1.0], key="j"))
attempt("default None in list", lambda: st.multiselect("K", [None, 1], [None], key="k"))
attempt("default empty", lambda: st.multiselect("L", O, [], key="l"))
attempt("default array", lambda: st.multiselect("M", O, __import__("numpy").array(["y"]), key="m"))
attempt("default series", lambda: st.multiselect("N", O, __import__("pandas").Series(["y", "z"]), key="n"))
attempt("default generator", lambda: st.multiselect("N2", O, (v for v in "xy"), key="n2"))
attempt("default dict", lambda: st.multiselect("N3", O, {"x": 1}, key="n3"))
attempt("max 0", lambda: st.multiselect("P", O, max_selections=0, key="p"))
attempt("max -1", lambda: st.multiselect("Q", O, max_selections=-1, key="q"))
attempt("max few", lambda: st.multiselect("R", O, ["x", "y"], max_selections=1, key="r"))
attempt("max float", lambda: st.multiselect("S", O, max_selections=1.5, key="s"))
attempt("max str", lambda: st.multiselect("S2", O, max_selections="2", key="s2"))
attempt("new default", lambda: st.multiselect("T", O, ["q"], accept_new_options=True, key="t"))
attempt("new on ints", lambda: st.multiselect("U", [1, 2], ["q"], accept_new_options=True, key="u"))
attempt("filter", lambda: st.multiselect("V", O, filter_mode="none"))
attempt("select_all", lambda: st.multiselect("W", O, select_all=-1, key="w"))
attempt("select_all str", lambda: st.multiselect("X", O, select_all="yes", key="x"))
attempt("select_all float", lambda: st.multiselect("X2", O, select_all=1.5, key="x2"))
attempt("format collision", lambda: st.multiselect("Y", O, ["x"], format_func=lambda v: "same", key="y"))
attempt("placeholder", lambda: st.multiselect("Z", O, placeholder="", key="z"))
attempt("width", lambda: st.multiselect("ZZ", O, width="content"))
st.write(st.session_state.to_dict())
'''
STEPS = [("set", "multiselect", "b", ["x", "z"]), ("set", "multiselect", "h", [2]), ("unselect", "multiselect", "c", "z"), ("run",)]
