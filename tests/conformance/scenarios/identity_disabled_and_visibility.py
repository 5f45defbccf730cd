"""Disabled, label_visibility and callbacks are no part of an unkeyed widget's identity; the rest is."""
SCRIPT = '''
import streamlit as st
step = st.number_input("step", 0, 10, 0, key="step")
kw = {1: dict(disabled=True), 2: dict(label_visibility="hidden"), 3: dict(on_change=print), 4: dict(help="help"), 5: dict(placeholder="p"), 6: dict(width=200), 7: dict(autocomplete="off"), 8: dict(icon=":material/add:"), 9: dict(max_chars=50)}.get(step, {})
st.write(st.text_input("T", "t0", **kw))
ks = {1: dict(disabled=True), 2: dict(label_visibility="hidden"), 3: dict(on_change=print), 4: dict(help="help"), 5: dict(format="%d km"), 6: dict(width=200), 7: dict(step=2), 8: dict(value=1)}.get(step, {})
st.write(st.slider("S", 0, 10, **{"value": 0, **ks}))
'''
STEPS = [[("set", "text_input", 0, "typed"), ("set", "slider", 0, 4)]] + [s for k in range(1, 10) for s in (("set", "number_input", "step", k), ("set", "number_input", "step", 0), [("set", "text_input", 0, f"typed{k}"), ("set", "slider", 0, 4)])]
