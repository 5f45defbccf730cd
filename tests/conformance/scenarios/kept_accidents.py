"""Arguments that Streamlit refuses, takes or mistakes by accident of its internals."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
import io
import pandas as pd
attempt("a bool as a width", lambda: st.button("A", width=True))
attempt("file_name int", lambda: st.download_button("B", "x", file_name=5))
attempt("uploader type int", lambda: st.file_uploader("C", 5))
attempt("date nat", lambda: st.date_input("D", pd.NaT))
attempt("number format empty", lambda: st.number_input("E", format=""))
attempt("number text", lambda: st.number_input("E2", 0, 5, "max"))
attempt("max_chars -1", lambda: st.text_input("F", max_chars=-1))
attempt("max_chars float", lambda: st.text_input("G", max_chars=1.5))
attempt("max_chars str", lambda: st.text_area("H", max_chars="3"))
attempt("tabs int", lambda: st.tabs(3))
attempt("tabs generator", lambda: st.tabs(c for c in "ab"))
attempt("tabs dict", lambda: st.tabs({"a": 1, "b": 2}))
attempt("column of nan", lambda: st.columns([1, float("nan")]))
attempt("heading alignment None", lambda: st.title("I", text_alignment=None))
attempt("badge None", lambda: st.badge(None))
attempt("pills labels of numbers", lambda: st.pills("J", ["x"], format_func=len))
attempt("tuples as select_slider options", lambda: st.write(st.select_slider("K", [(1, 2), (3, 4)])))
attempt("feedback default float", lambda: st.feedback("thumbs", default=1.5))
def named():
    with st.container() as box:
        box.write("by name")
attempt("with as", named)
'''
STEPS = [("run",)]
