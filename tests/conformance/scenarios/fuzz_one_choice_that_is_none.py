"""Found by the fuzzer: a text that is none of the options changes nothing, but gives the default where nothing was chosen."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def changed():
    S["log"] = S.get("log", 0) + 1
st.write(st.segmented_control("A", ["a", "b"], default="b", key="a", on_change=changed))
st.write(st.pills("B", ["a", "b"], key="b", on_change=changed))
st.write(st.pills("C", [None, "a", "b"], default="a", key="c", on_change=changed))
st.write(st.feedback("stars", default=3, key="f", on_change=changed))
st.write(st.selectbox("S", ["a", "b"], key="s", accept_new_options=True, on_change=changed), S.get("log"))
'''
STEPS = [
    *[[("set", "button_group", key, value) for key in "abc"] for value in ("None", "zz", "a", "zz", None, "zz")],
    [("set", "button_group", "c", "None"), ("state", "c", ["a"])],
    ("state", "f", ""),
    ("state", "s", None),
    ("run",),
]
