"""What two windows of the same app share, and what each has for itself.

Choose *New window of this app* in the menu and press both buttons in each window.
"""

import streamlit as st
import two_windows_shared as shared

if "mine" not in st.session_state:
    st.session_state.mine = 0


def add():
    st.session_state.mine += 1
    shared.clicks.append(st.session_state.name or "somebody")


st.title("Two windows")
st.text_input("Who are you?", key="name", placeholder="Your name")
st.button("Click", on_click=add, type="primary")

mine, ours = st.columns(2)
mine.metric("Clicks in this window", st.session_state.mine, border=True)
ours.metric("Clicks in all windows", len(shared.clicks), border=True)

st.markdown(
    """
    | | where it lives | who sees it |
    |---|---|---|
    | `st.session_state` | in the session | this window |
    | what is chosen in widgets | in the session | this window |
    | a variable of this script | in one run | nobody, a moment later |
    | a variable of an imported module | in the process | all windows |
    """
)
if shared.clicks:
    st.caption("Last clicks: " + ", ".join(shared.clicks[-5:]))
st.button("Look again", help="A window learns of the others' clicks when its script runs.")
