"""Give a value a start: only if no earlier run has set it."""

import streamlit as st

if "key" not in st.session_state:
    st.session_state["key"] = "value"

st.write(st.session_state["key"])

if st.button("Change it"):
    st.session_state["key"] = "another value"
    st.write("From the next run on it is:", st.session_state["key"])

st.button("Run again", help="The value stays: a run that finds it does not set it again.")
