"""Dialogs: not within each other, their arguments, what they refuse, what closes them."""
SCRIPT = '''
import streamlit as st
def attempt(name, call):
    try:
        st.write(name, str(call()))
    except Exception as e:
        st.write(name, type(e).__name__)
@st.dialog("One", width="large", icon=":material/home:", on_dismiss="rerun")
def one(name, times=1):
    st.write("in one", name, times)
    st.text_input("typed", key="typed")
    if st.button("close", key="close"):
        st.session_state.closed = name
        st.rerun()
    if st.checkbox("nested", key="nested"):
        attempt("two in one", two)
@st.dialog("Two", dismissible=False)
def two():
    st.write("in two")
for width in ("small", 300, "huge", 0, None):
    attempt(f"width {width!r}", lambda: type(st.dialog("x", width=width)).__name__)
for title in ("", None, 5):
    attempt(f"title {title!r}", lambda: type(st.dialog(title)).__name__)
attempt("position", lambda: type(st.dialog("x", position="top")).__name__)
attempt("dismiss", lambda: type(st.dialog("x", on_dismiss="no")).__name__)
attempt("icon", lambda: type(st.dialog("x", icon="no icon")).__name__)
for name, wrong in {"width": "huge", "position": "top", "on_dismiss": "no", "icon": "no icon"}.items():
    attempt(f"call {name}", st.dialog("x", **{name: wrong})(lambda: None))
attempt("on a function", lambda: st.dialog("")(lambda: None))
st.button("open", key="open") and one("a", times=2)
st.button("alone", key="alone") and two()
st.write(str(st.session_state.get("closed")), str(st.session_state.get("typed")))
'''
STEPS = [
    ("click", "button", "open"), ("run",), ("click", "button", "alone"), ("run",), ("click", "button", "open"),
]
