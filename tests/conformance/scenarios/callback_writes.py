"""A callback writes to the page and to the state of widgets above and below; and of its own widget."""
SCRIPT = '''
import streamlit as st
def reset():
    st.session_state.a = "reset"
    st.session_state.s = 7
    st.session_state.own = "changed by its own callback"
    st.write("hello from the callback")
    st.sidebar.write("and in the sidebar")
a = st.text_input("A", key="a")
own = st.text_input("own", key="own", on_change=reset)
s = st.slider("S", 0, 10, key="s")
st.write(a, own, s)
'''
STEPS = [[("set", "text_input", "a", "typed"), ("set", "slider", "s", 3)], ("set", "text_input", "own", "x"), ("run",), [("set", "text_input", "own", "y"), ("set", "text_input", "a", "typed too")]]
