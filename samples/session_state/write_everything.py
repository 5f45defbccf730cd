"""See all that the session remembers, the values of widgets with a key included."""

import streamlit as st

if "visits" not in st.session_state:
    st.session_state.visits = 0
st.session_state.visits += 1

st.text_input("Name", "Ada", key="name")
st.slider("Age", 0, 120, 36, key="age")

st.write(st.session_state)

# With magic: an expression alone on its line is written, too.
st.session_state
