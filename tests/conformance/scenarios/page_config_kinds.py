"""set_page_config: argument checks, repeated, late, and in a callback."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn()))
    except Exception as e:
        st.write(name, type(e).__name__)
st.set_page_config("First", "🎈", "wide", "collapsed")
for key, value in [("page_title", "T"), ("page_title", 5), ("page_title", None), ("page_title", ""), ("page_icon", "🎈"), ("page_icon", ":material/home:"), ("page_icon", ":balloon:"), ("page_icon", "word"), ("page_icon", ""), ("page_icon", "random"), ("layout", "wide"), ("layout", "centered"), ("layout", "narrow"), ("layout", None), ("layout", 5), ("initial_sidebar_state", "auto"), ("initial_sidebar_state", "open"), ("initial_sidebar_state", 300), ("initial_sidebar_state", 0), ("initial_sidebar_state", -5), ("initial_sidebar_state", None), ("menu_items", {}), ("menu_items", {"About": "*me*"}), ("menu_items", {"about": "x"}), ("menu_items", {"Help": "x"}), ("menu_items", {"Get help": "http://x.org"}), ("menu_items", {"Get Help": None}), ("menu_items", {"Get help": "x"}), ("menu_items", {"Report a bug": "mailto:a@b.c"}), ("menu_items", {"About": 5}), ("menu_items", {"About": None}), ("menu_items", 5), ("menu_items", [("About", "x")]), ("nonsense", 1)]:
    attempt(f"{key} {value!r}", lambda: st.set_page_config(**{key: value}))
attempt("nothing", lambda: st.set_page_config())
def late():
    st.set_page_config(layout="wide")
st.button("late", key="late", on_click=late)
'''
STEPS = [("click", "button", "late"), ("run",)]
