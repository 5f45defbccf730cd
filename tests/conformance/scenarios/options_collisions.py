"""Duplicate and equal options, labels that collide, None among the options."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
class Num:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        return isinstance(other, Num) and self.n == other.n
    def __hash__(self):
        return hash(self.n)
    def __repr__(self):
        return f"Num({self.n})"
attempt("selectbox same", lambda: st.selectbox("A", ["x", "x", "y"], key="a"))
attempt("selectbox index of a copy", lambda: st.selectbox("B", ["x", "x", "y"], 1, key="b"))
attempt("radio same", lambda: st.radio("C", ["x", "x", "y"], 1, key="c"))
attempt("multiselect same", lambda: st.multiselect("D", ["x", "x", "y"], ["x"], key="d"))
attempt("pills same", lambda: st.pills("E", ["x", "x", "y"], default="x", key="e"))
attempt("1 and True", lambda: st.selectbox("F", [1, True, 1.0], 1, key="f"))
attempt("1 and '1'", lambda: st.selectbox("G", [1, "1"], 1, key="g"))
attempt("0 and False", lambda: st.radio("I", [0, False], 1, key="i"))
attempt("equal objects", lambda: st.selectbox("J", [Num(1), Num(1), Num(2)], 1, key="j"))
attempt("None and 'None'", lambda: st.selectbox("N", [None, "None"], 1, key="n"))
attempt("format of None", lambda: st.selectbox("O", [None, 1], format_func=lambda v: "-" if v is None else str(v), key="o"))
attempt("None chosen", lambda: st.selectbox("P", [1, None], 1, key="p"))
attempt("None in multi", lambda: st.multiselect("Q", [None, 1], [None, 1], key="q"))
attempt("case", lambda: st.selectbox("R", ["a", "A"], 1, key="r"))
attempt("spaces", lambda: st.selectbox("S", ["a", "a "], 1, key="s"))
'''
STEPS = [("select_index", "selectbox", "a", 1), ("select_index", "selectbox", "a", 2), ("select_index", "selectbox", "f", 2), ("select_index", "selectbox", "j", 2), ("select_index", "selectbox", "g", 0), ("set", "radio", "c", "y"), ("select_index", "selectbox", "p", 0), ("run",)]
