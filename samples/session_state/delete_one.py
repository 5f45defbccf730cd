"""Delete one value, as from a dict."""

import streamlit as st

for key in ("apple", "pear", "plum"):
    if "started" not in st.session_state:
        st.session_state[key] = f"one {key}"
st.session_state.started = True

fruit = [key for key in ("apple", "pear", "plum") if key in st.session_state]
key = st.selectbox("Which one", fruit, index=None)

if key and st.button("Delete it"):
    del st.session_state[key]
    st.rerun()

for name in fruit:
    st.write(st.session_state[name])
