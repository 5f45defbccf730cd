"""code, latex and badge: bodies of all kinds and their arguments."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
class Text:
    def __str__(self):
        return "as text"
for body in ("x = 1", "", None, 5, 1.5, b"x", ["a"], Text(), "\\n\\n  x\\n", "\\ttab", "ünï 🎈", "```md```"):
    attempt(f"code {body!r}"[:20], lambda: st.code(body))
for language in ("python", None, "", "nonsense", "Python", 5, "c++", "text"):
    attempt(f"language {language!r}", lambda: st.code("x = 1", language))
for name, value in [("line_numbers", True), ("wrap_lines", True), ("height", 100), ("height", 0), ("height", "content"), ("height", "stretch"), ("height", None), ("height", "tall"), ("width", "content"), ("width", 0), ("width", None)]:
    attempt(f"code {name} {value!r}", lambda: st.code("y", **{name: value}))
for body in ("x^2", "", None, 5, "$x$", "a & b", "\\\\frac{1}{2}", "  x  ", Text()):
    attempt(f"latex {body!r}"[:20], lambda: st.latex(body))
attempt("latex width", lambda: st.latex("x", width="wide"))
attempt("latex help", lambda: st.latex("x", help="h"))
for label in ("b", "", "**b**", "a]b", "[a", "x\\ny"):
    attempt(f"badge {label!r}", lambda: st.badge(label))
for name, value in [("icon", "word"), ("icon", "🎈"), ("icon", ":material/home:"), ("color", "red"), ("color", "pink"), ("color", "grey"), ("color", "primary"), ("color", "orange"), ("color", "#ff0000"), ("color", None), ("width", "wide"), ("width", 0), ("width", "stretch"), ("help", "h")]:
    attempt(f"badge {name} {value!r}", lambda: st.badge("B", **{name: value}))
attempt("divider text", lambda: st.divider("x"))
'''
STEPS = [("run",)]
