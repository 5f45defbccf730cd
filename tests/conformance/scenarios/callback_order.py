"""Callbacks run in the order of the page, with the arguments of the previous run, before the body."""
SCRIPT = '''
import streamlit as st
log = st.session_state.setdefault("log", [])
runs = st.session_state["runs"] = st.session_state.get("runs", 0) + 1
def note(*args, **kwargs):
    st.session_state.log.append([runs, list(args), kwargs, st.session_state.get("a"), st.session_state.get("b")])
st.text_input("A", key="a", on_change=note, args=("a", runs))
left, right = st.columns(2)
right.checkbox("B", key="b", on_change=note, kwargs={"which": "b", "run": runs})
left.slider("C", 0, 10, key="c", on_change=note, args=["c"])
with st.sidebar:
    st.button("D", key="d", on_click=note, args=("d",))
st.write(st.session_state.log)
'''
STEPS = [[("click", "button", "d"), ("set", "slider", "c", 3), ("check", "checkbox", "b"), ("set", "text_input", "a", "x")], ("set", "text_input", "a", "x"), ("set", "text_input", "a", "y"), [("uncheck", "checkbox", "b"), ("check", "checkbox", "b")], ("run",)]
