"""What callbacks write: into containers, the sidebar, with alerts, and several at once."""
SCRIPT = '''
import streamlit as st
def a():
    with st.container(border=True):
        st.write("in a container")
    left, right = st.columns(2)
    right.write("right")
    st.sidebar.success("side")
    st.error("error")
def changed(name):
    st.info(f"{name} {st.session_state[name]!r}")
    st.progress(50)
def b():
    st.text_input("made in a callback", key="odd")
    st.json({"a": 1})
st.title("App")
st.button("a", key="a", on_click=a)
st.button("b", key="b", on_click=b)
st.text_input("t", key="t", on_change=changed, args=("t",))
st.number_input("n", 0, 5, key="n", on_change=changed, args=("n",))
st.write("end")
'''
STEPS = [("click", "button", "a"), [("set", "text_input", "t", "x"), ("set", "number_input", "n", 2)], ("click", "button", "b"), ("run",)]
