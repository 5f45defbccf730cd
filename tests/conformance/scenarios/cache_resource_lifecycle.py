"""cache_resource: one object for all, validate, on_release by eviction and clear, max_entries."""
SCRIPT = '''
import streamlit as st
st.session_state.setdefault("log", [])
log = st.session_state.log
@st.cache_resource
def shared(x):
    return [x]
first = shared(1)
first.append(2)
st.write(shared(1), shared(1) is first)
@st.cache_resource(validate=lambda v: v[0] != 2, on_release=lambda v: log.append(f"released {v}"), max_entries=2)
def checked(x):
    log.append(f"made {x}")
    return [x]
for x in (1, 1, 2, 2, 3, 4):
    checked(x)
if st.button("one", key="one"):
    checked.clear(4)
if st.button("all", key="all"):
    checked.clear()
    shared.clear()
st.write(log)
'''
STEPS = [("run",), ("click", "button", "one"), ("click", "button", "all"), ("run",)]
