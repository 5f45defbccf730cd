"""Found by the fuzzer: what was stored under the key of a widget that lasts for its page alone goes with the page."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def one():
    if st.button("Go", key="go"):
        st.switch_page(pages[1])
def two():
    if st.button("Back", key="back"):
        st.switch_page(pages[0])
pages = [st.Page(one, default=True), st.Page(two)]
page = st.navigation(pages)
page.run()
st.write(st.radio("P", ["a", "b", "c"], key="p", persist_state="page"))
st.write(st.radio("S", ["a", "b", "c"], key="s", persist_state="session"), st.radio("N", ["a", "b", "c"], key="n"))
'''
SETUP = [("state", "p", "c"), ("state", "s", "c"), ("state", "n", "c")]
STEPS = [("click", "button", "go"), ("run",), ("click", "button", "back"), ("set", "radio", "p", "b"), ("click", "button", "go")]
