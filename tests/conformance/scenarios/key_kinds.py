"""Keys that are no texts; the empty key; the reserved prefix."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, fn())
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("int", lambda: st.text_input("A", "a", key=5))
attempt("zero", lambda: st.text_input("B", "b", key=0))
attempt("tuple", lambda: st.text_input("C", "c", key=(1, 2)))
attempt("none", lambda: st.text_input("D", "d", key=None))
attempt("empty", lambda: st.text_input("E", "e", key=""))
attempt("reserved", lambda: st.text_input("F", "f", key="$$ID-x"))
attempt("bool", lambda: st.text_input("G", "g", key=True))
attempt("float", lambda: st.text_input("H", "h", key=1.5))
attempt("read int", lambda: st.session_state[5])
attempt("read tuple", lambda: st.session_state[(1, 2)])
attempt("in", lambda: [5 in st.session_state, "5" in st.session_state, 6 in st.session_state])
attempt("in empty", lambda: "" in st.session_state)
attempt("set reserved", lambda: st.session_state.__setitem__("$$ID-y", 1))
attempt("set int", lambda: st.session_state.__setitem__(9, "nine"))
attempt("del int", lambda: st.session_state.__delitem__(9))
attempt("get reserved", lambda: st.session_state["$$WIDGET_ID-y"])
st.write(sorted(st.session_state))
'''
STEPS = [("set", "text_input", 0, "typed"), ("run",)]
