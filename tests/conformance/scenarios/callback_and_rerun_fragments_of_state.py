"""A callback deletes and sets keys of hidden and shown widgets, then reruns."""
SCRIPT = '''
import streamlit as st
def cb():
    st.session_state.pop("a", None)
    st.session_state.b = "from callback"
    st.rerun()
shown = st.checkbox("shown", True, key="shown")
if shown:
    a = st.text_input("A", "a0", key="a")
    b = st.text_input("B", "b0", key="b")
    st.write(a, b)
st.button("go", on_click=cb, key="go")
st.write(st.session_state.get("a", "gone"), st.session_state.get("b", "gone"))
'''
STEPS = [[("set", "text_input", "a", "a1"), ("set", "text_input", "b", "b1")], ("click", "button", "go"), ("uncheck", "checkbox", "shown"), ("click", "button", "go"), ("run",), ("run",), ("check", "checkbox", "shown")]
