"""Found by the fuzzer: what the user did to a widget is dropped where the run that follows disables it."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
off = turn in (2, 5)
def cb(key): S.log = [*S.get("log", []), (key, S[key])]
st.write(S.get("b"), S.get("c"), S.get("s"))
b = st.button("B", key="b", on_click=cb, args="b", disabled=off)
c = st.checkbox("C", key="c", on_change=cb, args="c", disabled=off)
s = st.slider("S", key="s", on_change=cb, args="s", disabled=off)
st.write(b, c, s, S.b, S.c, S.s, S.get("log"))
if turn == 4:
    st.rerun()
'''
STEPS = [
    [("click", "button", "b"), ("set", "checkbox", "c", True), ("set", "slider", "s", 7)],
    ("run",),
    [("click", "button", "b"), ("set", "checkbox", "c", True), ("set", "slider", "s", 8)],
    ("run",),
    [("click", "button", "b"), ("set", "checkbox", "c", True), ("set", "slider", "s", 9)],
]
