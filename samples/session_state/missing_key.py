"""A value that nobody has set raises, and the message says how to set it."""

import streamlit as st

if st.button("Set it"):
    st.session_state["value"] = 42

st.write(st.session_state["value"])
