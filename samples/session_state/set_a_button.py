"""What a button says lasts for one run and is nobody's to set: that raises."""

import streamlit as st

if "my_button" not in st.session_state:
    st.session_state.my_button = True

st.button("My button", key="my_button")
