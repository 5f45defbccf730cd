"""Labels and help of widgets: Markdown, odd types, breaks, empty and long ones."""
SCRIPT = '''
import streamlit as st
LABELS = ["", " ", "  padded  ", "two\\nlines", "**bold** `code` :red[red]", "# heading", "![i](http://x)", "[link](http://x)", ":material/home: icon", "$x$", "1. list", "- list", "<b>html</b>", "日本 🎈", "x" * 500, "\\ttab", "a | b", "`unclosed", None, 5, 1.5, True, ["l"], b"b"]
KINDS = {"button": st.button, "checkbox": st.checkbox, "toggle": st.toggle, "text_input": st.text_input, "text_area": st.text_area, "number_input": st.number_input, "slider": st.slider, "color_picker": st.color_picker, "date_input": st.date_input, "time_input": st.time_input, "file_uploader": st.file_uploader, "selectbox": lambda label, key, **k: st.selectbox(label, ["x"], key=key, **k), "radio": lambda label, key, **k: st.radio(label, ["x"], key=key, **k), "multiselect": lambda label, key, **k: st.multiselect(label, ["x"], key=key, **k), "pills": lambda label, key, **k: st.pills(label, ["x"], key=key, **k), "select_slider": lambda label, key, **k: st.select_slider(label, ["x", "y"], key=key, **k)}
for name, fn in KINDS.items():
    for n, label in enumerate(LABELS):
        try:
            fn(label, key=f"{name} {n}")
        except Exception as e:
            st.write(name, n, type(e).__name__)
    for n, help in enumerate(["", "h", None, "  indented\\n    more", 5, ["x"], True]):
        try:
            fn("L", key=f"{name} help {n}", help=help)
        except Exception as e:
            st.write(name, "help", n, type(e).__name__)
'''
STEPS = [("run",)]
