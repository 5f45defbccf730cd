"""Where elements are shown again: containers, sidebar, nested functions, placeholders; not outside."""
SCRIPT = '''
import streamlit as st
@st.cache_data
def inner():
    st.write("inner")
@st.cache_data
def outer():
    st.write("outer")
    inner()
    with st.expander("more"):
        st.write("in expander")
    one, two = st.columns(2)
    two.write("two")
    one.write("one")
    place = st.empty()
    place.write("a")
    place.write("b")
    st.sidebar.caption("side")
outer()
inner()
box = st.container()
st.write("between")
with box:
    outer()
with st.sidebar:
    outer()
@st.cache_resource
def columns():
    return st.container()
columns().write("into the returned")
@st.cache_data
def outside():
    box.write("x")
if st.checkbox("outside", key="outside"):
    outside()
'''
STEPS = [("run",), ("check", "checkbox", "outside"), ("run",)]
