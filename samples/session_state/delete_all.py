"""Delete everything. Widgets with a key fall back to their defaults."""

import streamlit as st


def forget():
    for key in st.session_state.keys():
        del st.session_state[key]


st.text_input("Name", "nobody", key="name")
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1

st.write(f"{st.session_state.name} has seen {st.session_state.runs} runs.")
st.button("Forget everything", on_click=forget)
