"""The same start, written with attributes instead of items."""

import streamlit as st

if "key" not in st.session_state:
    st.session_state.key = "value"

st.write(st.session_state.key)
st.button("Run again")
