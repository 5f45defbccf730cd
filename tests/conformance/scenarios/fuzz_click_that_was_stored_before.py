"""Found by the fuzzer: a click on what the script has stored as clicked calls no callback, unless an earlier run knew the button."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def clicked(name):
    S["log"] = [*S.get("log", [])[-3:], name]
    S["y"] = True
if "x" not in S:
    S["x"] = True
try:
    st.download_button("X", data="x", key="x", on_click=clicked, args=("x",))
except Exception as error:
    st.write(type(error).__name__)
st.write(S.get("log"))
st.checkbox("C", key="c")
st.button("Y", key="y", on_click=clicked, args=("y",))
st.pills("P", ["a", "b"], key="p", on_change=clicked, args=("p",))
raise ValueError
'''
STEPS = [
    ("set", "checkbox", "c", True),
    ("click", "download_button", "x"),
    ("run",),
    ("click", "button", "y"),
    ("run",),
    ("click", "button", "y"),
    ("run",),
    ("set", "button_group", "p", "b"),
    ("run",),
]
