"""progress and metric: numbers of all kinds, deltas, charts and the other arguments."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
import decimal, fractions
import numpy as np
for value in (0, 100, 50, 0.0, 1.0, 0.5, True, -1, 101, -0.1, 1.1, 2.0, "50", None, float("nan"), float("inf"), np.int64(30), np.float64(0.3), np.float32(0.3), decimal.Decimal("0.5"), fractions.Fraction(1, 2), [1], 1j):
    attempt(f"progress {value!r}", lambda: st.progress(value))
for text in ("t", None, 5, "", ["x"]):
    attempt(f"progress text {text!r}", lambda: st.progress(10, text))
attempt("progress width", lambda: st.progress(10, width="content"))
bar = st.progress(0)
bar.progress(40, "forty")
attempt("bar", lambda: bar.progress(400))
for value in (1, 1.5, "1", None, "", True, np.int64(3), np.float64(2.5), decimal.Decimal("1.50"), float("nan"), float("inf"), 10**20, 1e-9, -0.0, [1], {"a": 1}, b"x", object):
    attempt(f"metric {value!r}", lambda: st.metric("L", value))
for delta in (1, -1, 0, 1.5, "1", "-1", "- 1", "+1", "−1", "", None, True, False, float("nan"), np.int64(-3), np.float64(-2.5), decimal.Decimal("-1.5"), [1], {"a": 1}, "-", "abc"):
    attempt(f"delta {delta!r}", lambda: st.metric("D", 1, delta))
for name, value in [("delta_color", "inverse"), ("delta_color", "off"), ("delta_color", "red"), ("delta_color", "primary"), ("delta_color", "pink"), ("delta_color", None), ("delta_arrow", "up"), ("delta_arrow", "sideways"), ("icon", "word"), ("icon", "🎈"), ("label_visibility", "gone"), ("label_visibility", "hidden"), ("border", True), ("width", "wide"), ("width", "content"), ("height", 0), ("height", 100), ("height", "stretch"), ("chart_data", [1, 2]), ("chart_data", []), ("chart_data", "ab"), ("chart_data", 5), ("chart_data", ["x"]), ("chart_data", [1, None, float("nan")]), ("chart_type", "pie"), ("chart_type", "bar"), ("format", "percent"), ("format", "%d kg"), ("format", "nonsense"), ("format", 5), ("delta_description", "d"), ("delta_description", 5), ("help", "h")]:
    attempt(f"metric {name} {value!r}", lambda: st.metric("N", 5, 1, **{name: value}))
for label in (None, 5, "", ["x"], "**b** :red[r]"):
    attempt(f"label {label!r}", lambda: st.metric(label, 1))
attempt("no value", lambda: st.metric("x"))
'''
STEPS = [("run",)]
