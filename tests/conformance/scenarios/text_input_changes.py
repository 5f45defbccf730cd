"""Text fields whose limits, defaults, kinds and placeholders change under a kept value."""
SCRIPT = '''
import streamlit as st
case = st.number_input("case", 0, 3, key="case")
default = ["one", "two", None, ""][case]
limit = [None, 5, None, 100][case]
def attempt(name, fn):
    try:
        st.write(name, repr(fn()))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("a", lambda: st.text_input("A", default, key="a"))
attempt("limited", lambda: st.text_input("L", "abc", max_chars=limit, key="l"))
attempt("b", lambda: st.text_area("B", default, key="b", height=["content", 100, 200, None][case]))
attempt("kind", lambda: st.text_input("K", default, type=["default", "password", "email", "url"][case], key="k"))
attempt("free", lambda: st.text_input("F", default))
attempt("placeholder", lambda: st.text_input("P", placeholder=str(case), key="p"))
attempt("required", lambda: st.text_input("R", required=case == 1, key="r"))
'''
STEPS = [("set", "text_input", "a", "typed text"), ("set", "text_area", "b", "typed\\ntext"), ("set", "number_input", "case", 1), ("set", "number_input", "case", 2), ("set", "number_input", "case", 3), ("set", "text_input", "a", None), ("set", "number_input", "case", 0)]
