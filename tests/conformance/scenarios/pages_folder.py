"""Pages by a folder: their files run as __main__, links between them, what is no page."""

FILES = {
    "app.py": """
import streamlit as st
st.write("home", __name__, st.session_state.get("free", "none"))
st.session_state.free = 1
st.text_input("a", key="a")
st.page_link("pages/1_One.py")
st.page_link("pages/2_two words.py", label="other", icon=":material/home:")
st.page_link("https://example.org", label="out", disabled=True)
for wrong in ("pages/none.py", "1_One.py", "two words"):
    try:
        st.page_link(wrong)
    except Exception as error:
        st.write(type(error).__name__)
if st.button("go"):
    st.switch_page("pages/1_One.py", query_params={"x": "1"})
""",
    "pages/1_One.py": """
import streamlit as st
st.write("one", __name__, str(st.query_params.to_dict()), str(st.session_state.get("a")))
st.text_input("a", key="a")
if st.button("home"):
    st.switch_page("app.py")
""",
    "pages/2_two words.py": """
import streamlit as st
st.write("two", str(st.session_state.get("a")))
""",
}
STEPS = [
    ("set", "text_input", "a", "A"),
    ("click", "button", 0),
    ("set", "text_input", "a", "B"),
    ("switch_page", "pages/2_two words.py"),
    ("run",),
    ("run",),
    ("switch_page", "pages/1_One.py"),
    ("run",),
    ("click", "button", 0),
]
