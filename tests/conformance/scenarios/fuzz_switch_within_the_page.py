"""Found by the fuzzer: st.switch_page to the page in force keeps also what this very run has made."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
S["seen"] = [*S.get("seen", []), sorted(key for key in S if key not in ("turn", "seen"))]
def one():
    st.checkbox("A", key="a")
    if turn > 3:
        st.checkbox("B", key="b")
    if turn in (1, 4):
        st.switch_page(pages[0])
    if turn == 7:
        st.switch_page(pages[1])
    st.checkbox("C", key="c")
def two():
    st.checkbox("D", key="d")
    if turn == 8:
        st.switch_page(pages[1])
pages = [st.Page(one, default=True), st.Page(two)]
page = st.navigation(pages)
page.run()
st.write(S["seen"])
'''
STEPS = [("run",), ("run",), ("run",), ("run",), ("run",)]
