"""st.stop and an exception: widgets that were not reached keep their values; so do their keys."""
SCRIPT = '''
import streamlit as st
how = st.radio("how", ["on", "stop", "raise"], key="how")
if how == "stop":
    st.stop()
if how == "raise":
    raise ValueError("no")
x = st.text_input("X", "x0", key="x")
y = st.text_input("Y", "y0")
st.write(x, y)
'''
STEPS = [[("set", "text_input", "x", "x1"), ("set", "text_input", 1, "y1")], ("set", "radio", "how", "stop"), ("run",), ("set", "radio", "how", "on"), ("set", "radio", "how", "raise"), ("run",), ("set", "radio", "how", "on")]
