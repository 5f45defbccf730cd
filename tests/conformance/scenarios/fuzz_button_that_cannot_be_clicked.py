"""Found by the fuzzer: what is stored for a disabled button calls no callback."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def clicked():
    S["log"] = [*S.get("log", []), S.get("other", "none")]
st.button("Disabled", key="b", on_click=clicked, disabled=True)
st.button("Enabled", key="c", on_click=clicked)
st.write(S.get("log"))
'''
STEPS = [("state", "b", 1.5), ("state", "c", True), ("state", "b", True), ("run",)]
