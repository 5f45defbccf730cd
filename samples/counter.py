"""The smallest app that remembers something."""

import streamlit as st

if "count" not in st.session_state:
    st.session_state.count = 0


def add(step):
    st.session_state.count += step


st.title("Counter")
st.write(f"Counted to {st.session_state.count}")
st.button("One more", on_click=add, args=(1,), type="primary")
st.button("Start over", on_click=add, args=(-st.session_state.count,))
