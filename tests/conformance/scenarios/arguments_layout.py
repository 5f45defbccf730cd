"""columns, container, empty, divider and spinner: argument checks."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("float", lambda: st.columns(2.0))
attempt("str", lambda: st.columns("2"))
attempt("bool", lambda: st.columns(True))
attempt("None", lambda: st.columns(None))
attempt("empty", lambda: st.columns([]))
attempt("zero weight", lambda: st.columns([1, 0]))
attempt("str weight", lambda: st.columns(["1", "2"]))
attempt("tuple", lambda: st.columns((1, 2.5)))
attempt("generator", lambda: st.columns(n for n in (1, 2)))
attempt("range", lambda: st.columns(range(1, 3)))
attempt("numpy", lambda: st.columns(__import__("numpy").array([1, 2])))
attempt("alignment", lambda: st.columns(2, vertical_alignment="middle"))
attempt("alignment None", lambda: st.columns(2, vertical_alignment=None))
for gap in ("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", None, "none", 5, ""):
    attempt(f"gap {gap!r}", lambda: st.columns(2, gap=gap))
attempt("border", lambda: st.columns(2, border="yes"))
attempt("width", lambda: st.columns(2, width="content"))
attempt("width 0", lambda: st.columns(2, width=0))
attempt("many", lambda: st.columns(40))
attempt("unpack", lambda: [c.write("c") for c in st.columns(3)])
attempt("wrap", lambda: st.columns(2, wrap=False))
for name, value in [("height", 0), ("height", -5), ("height", "tall"), ("height", 100), ("height", "stretch"), ("height", None), ("height", 50.5), ("width", "wide"), ("width", 10), ("gap", "big"), ("gap", None), ("horizontal_alignment", "middle"), ("horizontal_alignment", "distribute"), ("vertical_alignment", "middle"), ("vertical_alignment", "distribute"), ("vertical_alignment", "baseline"), ("border", None), ("key", ""), ("key", 3), ("key", "$$ID-q"), ("autoscroll", True)]:
    attempt(f"container {name} {value!r}", lambda: st.container(**{name: value}))
attempt("container positional border", lambda: st.container(True))
attempt("empty argument", lambda: st.empty(1))
attempt("divider width", lambda: st.divider(width=0))
attempt("divider stretch", lambda: st.divider(width="stretch"))
attempt("divider content", lambda: st.divider(width="content"))
attempt("spinner width", lambda: st.spinner("s", width="wide").__enter__())
attempt("spinner int", lambda: st.spinner(5).__enter__())
'''
STEPS = [("run",)]
