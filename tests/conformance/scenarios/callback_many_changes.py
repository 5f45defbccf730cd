"""Several changed widgets at once: order of callbacks by the page, not by the change; one fails."""
SCRIPT = '''
import streamlit as st
log = st.session_state.setdefault("log", [])
def note(name):
    log.append(f"{name}={st.session_state[name]} a={st.session_state.a} b={st.session_state.b}")
def fail():
    log.append("fail")
    raise LookupError("no")
st.number_input("a", 0, 9, key="a", on_change=note, args=("a",))
st.number_input("fail", 0, 9, key="fail", on_change=fail)
st.number_input("b", 0, 9, key="b", on_change=note, args=("b",))
st.button("go", key="go", on_click=log.append, args=("go",))
st.number_input("c", 0, 9, key="c", on_change=note, args=("c",))
st.write(list(log))
'''
STEPS = [[("set", "number_input", "c", 1), ("set", "number_input", "b", 1), ("set", "number_input", "a", 1)], [("set", "number_input", "b", 2), ("set", "number_input", "fail", 1), ("set", "number_input", "a", 2)], ("run",), [("set", "number_input", "a", 3), ("click", "button", "go")]]
