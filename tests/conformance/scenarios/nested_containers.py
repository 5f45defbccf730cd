"""Containers of all kinds in containers of all kinds, three deep."""
SCRIPT = '''
import streamlit as st
OPEN = {
    "container": lambda p: p.container(border=True),
    "columns": lambda p: p.columns(2)[1],
    "tabs": lambda p: p.tabs(["a", "b"])[1],
    "expander": lambda p: p.expander("E"),
    "form": lambda p: p.form(f"form {len(seen)}"),
    "empty": lambda p: p.empty(),
    "row": lambda p: p.container(horizontal=True),
}
seen = []
def attempt(name, fn):
    seen.append(name)
    try:
        return fn()
    except Exception as e:
        st.write(name, type(e).__name__)
for one in OPEN:
    for two in OPEN:
        for three in OPEN:
            outer = attempt(one, lambda: OPEN[one](st))
            inner = attempt(one + two, lambda: OPEN[two](outer))
            if inner is None:
                continue
            last = attempt(one + two + three, lambda: OPEN[three](inner))
            if last is not None:
                last.write(one + " " + two + " " + three)
'''
STEPS = [("run",)]
