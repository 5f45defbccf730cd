"""Found by the fuzzer: st.switch_page to the page in force keeps what its widgets hold."""
SCRIPT = '''
import streamlit as st
S = st.session_state
def one():
    st.write(sorted(S))
    st.text_input("T", key="t", persist_state="page")
    st.write(st.checkbox("C"), st.text_input("U", key="u"))
    if st.button("same"):
        st.switch_page(pages[0], query_params={"a": "1"})
def two():
    st.write(sorted(S))
    st.text_input("U", key="u")
    if st.button("back"):
        st.switch_page(pages[0])
def go():
    st.switch_page(pages[1])
pages = [st.Page(one, default=True), st.Page(two)]
page = st.navigation(pages)
st.number_input("E", key="e")
st.button("two", on_click=go, key="go")
page.run()
st.write(st.query_params.to_dict())
'''
STEPS = [
    [("set", "text_input", "t", "x"), ("set", "text_input", "u", "y"), ("set", "checkbox", 0, True), ("set", "number_input", "e", 4.0)],
    ("click", "button", 1),
    ("run",),
    ("click", "button", "go"),
    ("click", "button", "go"),
    ("set", "text_input", "u", "z"),
    ("click", "button", "go"),
    ("click", "button", 1),
]
