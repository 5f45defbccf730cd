"""alerts, exception and toast: bodies, icons, titles, widths and durations."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
for kind in (st.success, st.info, st.warning, st.error):
    attempt(kind.__name__, lambda: kind())
    for name, value in [("icon", "word"), ("icon", "🎈"), ("icon", ":material/home:"), ("icon", ""), ("icon", None), ("icon", 5), ("width", "content"), ("width", 0), ("width", 50), ("title", "T"), ("title", 5), ("title", ""), ("title", None)]:
        attempt(f"{name} {value!r}", lambda: kind(f"B {name} {value!r}", **{name: value}))
    for body in (None, 5, "", "  indented", "a\\nb", ["x"], ValueError("v"), b"x"):
        attempt(f"body {body!r}", lambda: kind(body))
for body in (ValueError("v"), ValueError, "text", None, 5, KeyboardInterrupt(), Exception(), BaseException("b")):
    attempt(f"exception {body!r}", lambda: st.exception(body))
attempt("exception width", lambda: st.exception(ValueError(), width="content"))
for name, value in [("icon", "word"), ("icon", "🎈"), ("duration", "long"), ("duration", "ever"), ("duration", 5), ("duration", 0), ("duration", -1), ("duration", 1.5), ("duration", None), ("duration", True), ("duration", "infinite")]:
    attempt(f"toast {name} {value!r}", lambda: st.toast(f"T {name} {value!r}", **{name: value}))
for body in ("", None, 5, "  "):
    attempt(f"toast body {body!r}", lambda: st.toast(body))
'''
STEPS = [("run",)]
