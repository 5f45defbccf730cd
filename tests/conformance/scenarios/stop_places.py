"""st.stop in loops, nested containers, forms, callbacks, generators, with handlers and finally."""
SCRIPT = '''
import contextlib
import streamlit as st
def callback():
    st.write("callback")
    st.stop()
where = st.selectbox("where", ["none", "loop", "nested", "form", "generator", "bare", "context", "sidebar"], key="where")
st.button("cb", key="cb", on_click=callback)
for n in range(3):
    st.write("loop", n)
    if where == "loop" and n == 1:
        st.stop()
with st.expander("E"):
    with st.columns(2)[1]:
        with st.container():
            st.write("nested")
            if where == "nested":
                st.stop()
            st.text_input("nested text", key="nt")
with st.form("f"):
    st.text_input("in the form", key="ft")
    if where == "form":
        st.stop()
    st.form_submit_button("S")
def parts():
    yield "one"
    if where == "generator":
        st.stop()
    yield "two"
for part in parts():
    st.write(part)
try:
    if where == "bare":
        st.stop()
except BaseException as e:
    st.write("caught", isinstance(e, Exception))
@contextlib.contextmanager
def framed():
    try:
        yield
    finally:
        st.session_state["left"] = where
with framed():
    if where == "context":
        st.stop()
with st.sidebar:
    if where == "sidebar":
        st.stop()
    st.checkbox("side", key="sc")
st.write("end", st.session_state.left)
'''
STEPS = [("set", "selectbox", "where", w) for w in ("loop", "nested", "form", "generator", "bare", "context", "sidebar", "none")] + [("click", "button", "cb"), ("run",)]
