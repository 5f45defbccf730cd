"""Found by the fuzzer: a change counts where a test has deleted the value, even back to the default."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def changed(name):
    S["log"] = [*S.get("log", []), name]
st.multiselect("M", ["a"], key="m", on_change=changed, args=("m",))
st.text_input("T", key="t", on_change=changed, args=("t",))
st.text_input("N", value=None, key="n", on_change=changed, args=("n",))
st.write(S.get("log"))
'''
STEPS = [
    [("del_state", "m"), ("set", "multiselect", "m", [])],
    [("del_state", "t"), ("set", "text_input", "t", "")],
    [("del_state", "n"), ("set", "text_input", "n", None)],
]
