"""Update a value: by attribute and by item, which are the same value."""

import streamlit as st

if "key" not in st.session_state:
    st.session_state.key = "value"

if st.button("By attribute"):
    st.session_state.key = "value2"

if st.button("By item"):
    st.session_state["key"] = "value3"

st.write(st.session_state.key)
