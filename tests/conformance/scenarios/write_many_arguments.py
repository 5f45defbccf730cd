"""st.write of several values: what joins into one text, what stands alone, and HTML."""
SCRIPT = '''
import numpy as np, pandas as pd
import streamlit as st
class Html:
    def _repr_html_(self):
        return "<i>h</i>"
def attempt(*args, **kwargs):
    try:
        st.write(*args, **kwargs)
    except Exception as e:
        st.text(type(e).__name__)
attempt("a", "b", "c")
attempt("a", 1, None, True, 1.5, "b")
attempt("", "a", "")
attempt(" a ", " b ")
attempt("a\\n", "b")
attempt("a", [1], "b", {"c": 1}, "d")
attempt("a", pd.DataFrame({"x": [1]}), "b", np.array([1]), "c")
attempt("a", ValueError("v"), "b")
attempt("a", len, "b")
attempt("a", (1, 2), {3}, "b")
attempt(1, 2, 3)
attempt([1], [2])
attempt("<b>bold</b>")
attempt("<b>bold</b>", unsafe_allow_html=True)
attempt(Html())
attempt("# heading", "text")
attempt("- list", "- more")
attempt("a", (part for part in ["x", "y"]), "b")
attempt("`code`", 5, "`more`")
attempt("$x$", 1)
attempt("a", unknown=1)
attempt(*range(12))
print("printed")
"a bare text"
5
[1, 2]
None
st.write("docstring next")
"more bare text"
x = 3
x
x + 1
{"a": x}
'''
STEPS = [("run",)]
