"""Every widget with a key has its value in the session state, in both directions."""

import streamlit as st


def introduce():
    st.session_state.name = "Grace"


st.text_input("Your name", key="name")

# This exists now:
st.write(f"Hello, {st.session_state.name or 'stranger'}!")

st.button("I am Grace", on_click=introduce)
