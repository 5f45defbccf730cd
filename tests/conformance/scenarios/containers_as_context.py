"""with on containers: values, exceptions, returns, reuse, columns as a list, the sidebar."""
SCRIPT = '''
import streamlit as st
with st.container():
    st.write("in")
try:
    with st.expander("E"):
        st.write("before")
        raise KeyError("k")
except KeyError:
    st.write("caught outside")
box = st.container()
with box:
    st.write("first")
with box:
    st.write("second")
    with box:
        st.write("itself")
def early():
    with st.container():
        st.write("early")
        return "returned"
st.write(early())
with st.sidebar:
    with st.sidebar:
        st.write("sidebar in sidebar")
    st.write("still sidebar")
st.write("main")
try:
    with st.columns(2):
        st.write("never")
except Exception as e:
    st.write(type(e).__name__)
try:
    with st:
        st.write("never")
except Exception as e:
    st.write(type(e).__name__)
try:
    st.sidebar()
except Exception as e:
    st.write(type(e).__name__)
'''
STEPS = [("run",)]
