"""Read a value: by attribute, by item, or with a fallback."""

import streamlit as st

if "key" not in st.session_state:
    st.session_state.key = "value"

st.write(st.session_state.key)
st.write(st.session_state["key"])
st.write(st.session_state.get("no such key", "a fallback"))
