"""Found by the fuzzer: which of several mistakes in one call is told."""
SCRIPT = '''
import streamlit as st
def attempt(**arguments):
    try:
        st.text_input("T", **arguments)
    except Exception as error:
        st.write(type(error).__name__)
with st.form("f"):
    attempt(bind="query-params", on_change=print)
    attempt(bind="x", on_change=print)
    attempt(persist_state="x", on_change=print)
    attempt(type="password", bind="query-params", on_change=print)
    attempt(bind="x", on_change="y", key="a")
    st.form_submit_button()
attempt(key="k")
attempt(key="k", type="password", bind="query-params")
attempt(key="l", type="password", bind="query-params")
attempt(key="l")
'''
STEPS = [("run",)]
