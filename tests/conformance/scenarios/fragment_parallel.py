"""Parallel fragments: what they return, where they may write, what they may not call."""
SCRIPT = '''
import streamlit as st
box = st.container()
@st.dialog("Sheet")
def sheet():
    st.write("in the sheet")
@st.fragment(parallel=True)
def part(name):
    st.write("part", name)
    with st.container():
        st.text_input("text", key=name)
    return name
@st.fragment(parallel=True)
def forbidden(call):
    try:
        call()
        st.write("allowed")
    except Exception as e:
        st.write(type(e).__name__)
st.write(str(part("one")), str(part("two")))
forbidden(lambda: box.write("x"))
forbidden(lambda: st.sidebar.write("x"))
forbidden(sheet)
forbidden(lambda: st.switch_page("nothing.py"))
st.write("end")
'''
STEPS = [("run",), ("input", "text_input", "one", "typed")]
