"""st.rerun in with blocks, in functions, in try with except Exception, behind a finally."""
SCRIPT = '''
import streamlit as st
n = st.session_state.setdefault("n", 0)
def again():
    st.session_state.n += 1
    st.rerun()
with st.container():
    if n == 0:
        again()
try:
    if n == 1:
        again()
except Exception as e:
    st.write("caught", type(e).__name__)
finally:
    st.session_state.finals = st.session_state.get("finals", 0) + 1
with st.sidebar, st.expander("E"):
    if n == 2:
        again()
    st.write("shown")
go = st.button("go", key="go")
if go and n < 5:
    again()
st.write(n, go, st.session_state.finals)
'''
STEPS = [("run",), ("click", "button", "go"), ("click", "button", "go"), ("click", "button", "go")]
