"""st.rerun in the body: triggers are False afterwards, values stay, what came before is lost."""
SCRIPT = '''
import streamlit as st
st.session_state.setdefault("runs", 0)
st.session_state.runs += 1
go = st.button("go", key="go")
t = st.text_input("T", key="t")
st.write("first", go, t)
if go:
    st.session_state.went = st.session_state.get("went", 0) + 1
    st.rerun()
if t == "again":
    st.session_state.t2 = "seen"
    if st.session_state.runs < 6:
        st.rerun()
st.checkbox("C", key="c")
st.write("last", st.session_state.runs, st.session_state.get("went"), st.session_state.get("t2"))
'''
STEPS = [("click", "button", "go"), ("check", "checkbox", "c"), ("click", "button", "go"), ("set", "text_input", "t", "again"), ("run",)]
