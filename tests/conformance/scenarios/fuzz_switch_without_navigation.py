"""Found by the fuzzer: a second st.switch_page to the same page keeps all values, with or without st.navigation."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
def two():
    pass
pages = [st.Page(two)]
if turn % 3:
    st.text_input("T", key="t")
    st.switch_page(pages[0])
st.write(sorted(S))
'''
STEPS = [("run",)]
