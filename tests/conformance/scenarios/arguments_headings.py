"""title, header, subheader, markdown, caption and text: argument checks."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
for kind in (st.title, st.header, st.subheader):
    attempt(kind.__name__, lambda: kind())
    for name, value in [("anchor", "a"), ("anchor", False), ("anchor", True), ("anchor", 5), ("anchor", ""), ("anchor", "with space"), ("help", "h"), ("help", 5), ("icon", "word"), ("icon", "🎈"), ("icon", ":material/home:"), ("width", "wide"), ("width", 0), ("width", 100), ("width", "content"), ("text_alignment", "middle"), ("text_alignment", "justify"), ("wrap", False), ("divider", True), ("divider", "red"), ("divider", "pink"), ("divider", "rainbow"), ("divider", 1), ("divider", None), ("nonsense", 1)]:
        attempt(f"{name} {value!r}", lambda: kind(f"T {name} {value!r}", **{name: value}))
for kind in (st.markdown, st.caption, st.text):
    attempt(kind.__name__, lambda: kind())
    for name, value in [("help", 5), ("width", "wide"), ("width", 0), ("width", 100), ("width", "auto"), ("width", None), ("text_alignment", "middle"), ("text_alignment", "right"), ("wrap", False), ("unsafe_allow_html", True), ("unsafe_allow_html", "yes"), ("anchors", False)]:
        attempt(f"{name} {value!r}", lambda: kind(f"T {name} {value!r}", **{name: value}))
'''
STEPS = [("run",)]
