"""st.secrets where there is no file: what each way to ask raises."""
SCRIPT = '''
import streamlit as st
def attempt(name, call):
    try:
        st.write(name, str(call()))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("item", lambda: st.secrets["a"])
attempt("attribute", lambda: st.secrets.a)
attempt("in", lambda: "a" in st.secrets)
attempt("get", lambda: st.secrets.get("a"))
attempt("len", lambda: len(st.secrets))
attempt("list", lambda: list(st.secrets))
attempt("dict", lambda: st.secrets.to_dict())
attempt("there", lambda: st.secrets.load_if_toml_exists())
'''
STEPS = [("run",)]
