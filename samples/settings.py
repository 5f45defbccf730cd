"""Settings that outlive the page they stand on, and that a launch may name.

Those with `bind` follow the query parameters, so that a launch can set them:

    desklit samples/settings.py --query paper=A5 --query columns=3
"""

import streamlit as st

PAPER = {"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279)}
BLUE = "#4e7d96"
TEXT = "The quick brown fox jumps over the lazy dog. "


def settings():
    st.title("Settings")
    with st.container(border=True):
        st.subheader("Paper", anchor=False)
        st.selectbox("Size", list(PAPER), key="paper", bind="query-params", persist_state="session")
        st.slider("Columns", 1, 4, 2, key="columns", bind="query-params", persist_state="session")
        st.toggle("Landscape", key="landscape", bind="query-params", persist_state="session")
    with st.container(border=True):
        st.subheader("Author", anchor=False)
        st.text_input("Name", key="author", placeholder="Your name", persist_state="session")
        st.color_picker("Colour of headings", BLUE, key="colour", persist_state="session")
        st.text_input("A word for this page only", key="draft", persist_state="page")
    asked = st.query_params.to_dict()
    st.caption(f"As query parameters: {asked or 'all as ever'}")
    st.page_link(pages[1], label="See what it looks like", icon=":material/preview:")


def preview():
    state = st.session_state
    width, height = PAPER[state.get("paper", "A4")]
    if state.get("landscape", False):
        width, height = height, width
    st.title("Preview")
    st.caption(f"{state.get('paper', 'A4')}, {width} × {height} mm, by {state.get('author') or 'nobody yet'}")
    with st.container(border=True):
        for column in st.columns(state.get("columns", 2)):
            column.markdown("**A heading**")
            column.write(TEXT * 4)
    st.color_picker("Colour of headings", key="shown colour", value=state.get("colour", BLUE), disabled=True)
    st.page_link(pages[0], label="Change the settings", icon=":material/settings:")


pages = [
    st.Page(settings, title="Settings", icon=":material/settings:"),
    st.Page(preview, title="Preview", icon=":material/preview:"),
]
st.navigation(pages, position="top").run()
