"""A callback on every widget that takes one, each with `args` and `kwargs`.

Callbacks run first, then the page is built from top to bottom: the log on top already knows.
"""

import datetime

import streamlit as st

if "log" not in st.session_state:
    st.session_state.log = []


def note(kind, *, key, verb="changed"):
    """Runs before the script does."""
    st.session_state.log.append((kind, verb, st.session_state[key]))


def watch(kind, verb="changed"):
    """What every widget here gets: a key, and the arguments of its callback."""
    event = "on_click" if verb == "clicked" else "on_change"
    return {"key": kind, event: note, "args": (kind,), "kwargs": {"key": kind, "verb": verb}}


st.subheader("What happened")
if not st.session_state.log:
    st.caption("Nothing yet.")
for kind, verb, value in reversed(st.session_state.log[-5:]):
    st.markdown(f"`st.{kind}` {verb}: `{value!r}`")

st.subheader("on_change")
left, right = st.columns(2)
with left:
    st.checkbox("Checkbox", **watch("checkbox"))
    st.toggle("Toggle", **watch("toggle"))
    st.radio("Radio", ["Tea", "Coffee"], **watch("radio"))
    st.selectbox("Selectbox", ["Red", "Green", "Blue"], **watch("selectbox"))
    st.multiselect("Multiselect", ["Salt", "Pepper", "Thyme"], **watch("multiselect"))
    st.color_picker("Color picker", "#c53948", **watch("color_picker"))
    st.date_input("Date input", datetime.date(2026, 3, 14), **watch("date_input"))
    st.time_input("Time input", datetime.time(9, 30), **watch("time_input"))
with right:
    st.slider("Slider", 0, 10, 5, **watch("slider"))
    st.select_slider("Select slider", ["low", "middle", "high"], **watch("select_slider"))
    st.number_input("Number input", 0, 10, 3, **watch("number_input"))
    st.text_input("Text input", **watch("text_input"))
    st.text_area("Text area", **watch("text_area"))
    st.file_uploader("File uploader", **watch("file_uploader"))
    st.data_editor([{"name": "Ada", "born": 1815}], **watch("data_editor"))

st.subheader("on_click")
with st.container(horizontal=True):
    st.button("Button", **watch("button", "clicked"))
    st.download_button("Download button", "Hello", "hello.txt", **watch("download_button", "clicked"))
with st.form("form"):
    st.form_submit_button("Form submit button", **watch("form_submit_button", "clicked"))
