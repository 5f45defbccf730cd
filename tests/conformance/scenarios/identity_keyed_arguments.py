"""With a key: which arguments still make another widget of it."""
SCRIPT = '''
import streamlit as st
step = st.number_input("step", 0, 12, 0, key="step")
def pick(options):
    return options.get(step, {})
t = st.text_input("T", key="t", **pick({1: dict(value="other default"), 2: dict(max_chars=9), 3: dict(placeholder="p"), 4: dict(type="password"), 5: dict(help="h")}))
a = st.text_area("A", key="a", **pick({1: dict(value="other default"), 2: dict(max_chars=9), 3: dict(height=200)}))
s = st.slider("S", key="s", **{"min_value": 0, "max_value": 10, **pick({1: dict(value=2), 2: dict(max_value=11), 3: dict(min_value=-1), 4: dict(step=2), 5: dict(format="%d!")})})
n = st.number_input("N", key="n", **{"min_value": 0, **pick({1: dict(value=2), 2: dict(max_value=11), 3: dict(min_value=-1), 4: dict(step=2), 5: dict(format="%d!"), 6: dict(value=None)})})
c = st.checkbox("C" if step < 5 else "C2", key="c", **pick({1: dict(value=True)}))
st.write(t, a, s, n, c)
'''
STEPS = [[("set", "text_input", "t", "tt"), ("set", "text_area", "a", "aa"), ("set", "slider", "s", 6), ("set", "number_input", "n", 6), ("check", "checkbox", "c")]] + [s for k in range(1, 7) for s in (("set", "number_input", "step", k), [("set", "number_input", "step", 0), ("set", "text_input", "t", "tt"), ("set", "text_area", "a", "aa"), ("set", "slider", "s", 6), ("set", "number_input", "n", 6)])]
