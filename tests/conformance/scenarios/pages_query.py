"""Query parameters and pages: st.switch_page gives new ones, or none; reserved and wrong ones are refused."""
FILES = {
    "app.py": '''
import streamlit as st
def attempt(name, call):
    try:
        st.write(name, str(call()))
    except Exception as e:
        st.write(name, type(e).__name__)
st.write("start", str(st.query_params.to_dict()), str(st.query_params.get_all("b")))
if st.button("with", key="with"):
    st.switch_page("pages/two.py", query_params={"a": "1", "b": ["2", "3"], "c": 4})
if st.button("without", key="without"):
    st.switch_page("pages/two.py")
if st.button("pairs", key="pairs"):
    st.switch_page("pages/two.py", query_params=[("x", "y")])
if st.button("set", key="set"):
    st.query_params["own"] = "5"
    st.query_params.update({"more": ["6", "7"]})
attempt("dict", lambda: st.switch_page("pages/two.py", query_params={"a": {"b": 1}}))
attempt("number", lambda: st.switch_page("pages/two.py", query_params=5))
attempt("embed", lambda: st.switch_page("pages/two.py", query_params={"embed": "true"}))
attempt("missing", lambda: st.switch_page("pages/nothing.py"))
attempt("link", lambda: st.page_link("pages/two.py", query_params={"a": "1"}) and None)
attempt("link missing", lambda: st.page_link("pages/nothing.py"))
''',
    "pages/two.py": '''
import streamlit as st
st.write("two", str(st.query_params.to_dict()), str(st.query_params.get_all("b")))
if st.button("home", key="home"):
    st.switch_page("app.py")
''',
}
STEPS = [
    ("click", "button", "set"), ("click", "button", "with"), ("run",), ("click", "button", "home"),
    ("query", "own", "8"), ("click", "button", "without"), ("click", "button", "home"), ("click", "button", "pairs"),
]
