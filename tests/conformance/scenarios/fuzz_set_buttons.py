"""Found by the fuzzer: a test that sets a button's key calls its callback; what is refused stays refused."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def clicked(name):
    S["log"] = [*S.get("log", []), (turn, name)]
st.write(st.button("B", key="b", on_click=clicked, args=("b",)))
st.download_button("D", data="x", key="d", on_click=clicked, args=("d",))
st.radio("R", ["a", "b"], key="r", on_change=clicked, args=("r",))
if turn == 5:
    del S["r"]
if turn > 1:
    st.slider("S", value=0.5, key="s")
'''
STEPS = [
    [("state", "b", True), ("state", "s", None)], [("state", "d", None), ("state", "s", 2.5)],
    ("state", "b", False), ("state", "s", 0.7), ("set", "radio", "r", None), ("run",),
]
