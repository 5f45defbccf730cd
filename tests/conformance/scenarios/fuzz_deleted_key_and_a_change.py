"""Found by the fuzzer: a deleted key is its widget's again once the widget is made, not before."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def cb(): S.log = sorted(S)
st.write(sorted(S))
st.write(st.selectbox("W", ["a", "c"], key="k", on_change=cb))
st.write(sorted(S))
if turn == 2:
    del S["k"]
st.write(sorted(S), S.get("log"))
'''
STEPS = [("run",), ("set", "selectbox", "k", "c"), ("run",)]
