"""With the option from `.streamlit/config.toml` beside this file, what pickle cannot write raises."""

import streamlit as st


def unserializable_data():
    return lambda x: x


st.write("The page is built first; the state is checked when the run ends.")

if st.toggle("Put a function into the session state", value=True):
    st.session_state.unserializable = unserializable_data()
else:
    st.session_state.unserializable = "a text"
