"""Callbacks of widgets in columns, tabs, expanders, the sidebar and forms see and change what is anywhere."""
SCRIPT = '''
import streamlit as st
st.session_state.setdefault("n", 0)
def add(by, text=""):
    st.session_state.n += by
    st.session_state.title = f"{text} {st.session_state.n} {st.session_state.get('ft')}"
    st.write("from", text)
    st.sidebar.write("side from", text)
a, b = st.columns(2)
a.button("col", key="col", on_click=add, args=(1, "col"))
with b:
    st.text_input("title", key="title")
t1, t2 = st.tabs(["one", "two"])
t2.button("tab", key="tab", on_click=add, args=(10, "tab"))
with st.expander("e"):
    st.button("exp", key="exp", on_click=add, args=(100, "exp"))
    with st.container(border=True):
        c = st.columns([1, 2])[1]
        c.button("nested", key="nested", on_click=lambda: add(-1, "nested"))
st.sidebar.button("side", key="side", on_click=add, args=(1000, "side"))
with st.form("f"):
    st.text_input("ft", key="ft")
    st.form_submit_button("Send", on_click=add, args=(10000, "form"))
st.write(st.session_state.n)
'''
STEPS = [("click", "button", "col"), ("click", "button", "tab"), ("click", "button", "exp"), ("click", "button", "side"), [("set", "text_input", "ft", "typed"), ("click", "button", "FormSubmitter:f-Send")], ("click", "button", "nested"), ("run",)]
