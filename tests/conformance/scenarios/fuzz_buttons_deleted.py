"""Found by the fuzzer: a button whose value was deleted answers that it is not clicked, and an uploader has no file."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def clicked():
    S["log"] = [*S.get("log", [])[-3:], turn]
st.button("Deleted by the test", key="a", on_click=clicked)
st.button("Deleted by the script", key="b", on_click=clicked)
gone = st.file_uploader("Deleted", key="u")  # its name alone: each answer has an id of its own
st.write(gone and gone.name, st.file_uploader("Kept", key="kept", accept_multiple_files=True) == [])
S.pop("b", None)
S.pop("u", None)
st.write(S.get("log"), sorted(S))
'''
STEPS = [
    ("del_state", "a"),
    ("click", "button", "b"),
    ("run",),
    ("upload", "file_uploader", "u", "a.txt", b"hello", "text/plain"),
    ("run",),
    ("state", "kept", None),
]
