"""One key, now a text, now a number, now a checkbox."""
SCRIPT = '''
import streamlit as st
kind = st.selectbox("kind", ["text", "number", "check", "none"], key="kind")
if kind == "text":
    v = st.text_input("V", "text", key="v")
elif kind == "number":
    v = st.number_input("V", 0, 10, 3, key="v")
elif kind == "check":
    v = st.checkbox("V", True, key="v")
else:
    v = st.session_state.get("v", "gone")
st.write(v)
'''
STEPS = [("set", "text_input", "v", "typed"), ("select", "selectbox", "kind", "number"), ("set", "number_input", "v", 7), ("select", "selectbox", "kind", "check"), ("uncheck", "checkbox", "v"), ("select", "selectbox", "kind", "text"), ("select", "selectbox", "kind", "none"), ("select", "selectbox", "kind", "check")]
