"""Once a widget is made, this run may not set its value any more: that raises."""

import streamlit as st

slider = st.slider(label="My Slider", min_value=1, max_value=10, value=5, key="my_slider")

st.session_state.my_slider = 7
