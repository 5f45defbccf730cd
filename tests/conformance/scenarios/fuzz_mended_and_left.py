"""Found by the fuzzer: what a widget mends counts as stored by the script: it is there on the next page, and after st.rerun."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
S["seen"] = [*S.get("seen", []), {key: S[key] for key in sorted(S) if len(key) == 1}]
def one():
    few = turn in (2, 6)
    st.number_input("N", key="n", min_value=3 if few else None)
    st.selectbox("S", list("bc") if few else list("abc"), key="s")
    st.radio("R", list("bc") if few else list("abc"), key="r")
    st.select_slider("L", list("bc") if few else list("abc"), key="l")
    st.multiselect("M", list("bc") if few else list("abc"), default=["b"] if few else ["a", "b"], key="m")
    st.pills("P", list("bc") if few else list("abc"), default="b" if few else "a", key="p")
    st.slider("K", 3 if few else 0, 10, key="k")
    if turn == 2:
        st.switch_page(pages[1])
def two():
    if turn == 4:
        st.switch_page(pages[0])
pages = [st.Page(one, default=True), st.Page(two)]
page = st.navigation(pages)
page.run()
if turn < 7:
    st.number_input("E", key="e", min_value=3 if turn == 6 else None)
if turn == 6:
    st.rerun()
st.write(S["seen"])
'''
STEPS = [("run",), ("run",), ("run",), ("run",), ("run",)]
