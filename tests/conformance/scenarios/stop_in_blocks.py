"""st.stop and st.rerun inside with blocks, in finally, in functions."""
SCRIPT = '''
import streamlit as st
n = st.number_input("n", 0, 5, 0, key="n")
with st.container():
    st.write("in")
    try:
        if n == 1:
            st.stop()
        if n == 2:
            raise KeyError("k")
    except Exception as e:
        st.write("caught", type(e).__name__)
    finally:
        if n != 1:
            st.write("finally")
    with st.sidebar:
        st.write("side")
        if n == 3:
            st.stop()
st.write("after")
try:
    if n == 4:
        st.stop()
finally:
    st.write("in finally")
st.write("end")
'''
STEPS = [("set", "number_input", "n", k) for k in (1, 2, 3, 4, 0)]
