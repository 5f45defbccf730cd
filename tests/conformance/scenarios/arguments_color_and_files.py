"""color_picker and file_uploader: values, types, sizes and the other arguments."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("plain", lambda: st.color_picker("A", key="a"))
attempt("short", lambda: st.color_picker("B", "#abc", key="b"))
attempt("upper", lambda: st.color_picker("C", "#ABCDEF", key="c"))
attempt("no hash", lambda: st.color_picker("D", "abcdef"))
attempt("name", lambda: st.color_picker("E", "red"))
attempt("alpha", lambda: st.color_picker("F", "#11223344"))
attempt("rgb", lambda: st.color_picker("G", "rgb(1, 2, 3)"))
attempt("empty", lambda: st.color_picker("H", ""))
attempt("int", lambda: st.color_picker("I", 5))
attempt("tuple", lambda: st.color_picker("J", (1, 2, 3)))
attempt("None", lambda: st.color_picker("K", None, key="k"))
attempt("spaces", lambda: st.color_picker("L", " #abcdef "))
attempt("letters", lambda: st.color_picker("M", "#ghijkl"))
attempt("visibility", lambda: st.color_picker("N", label_visibility="no"))
attempt("width", lambda: st.color_picker("O", width="wide"))
attempt("width stretch", lambda: st.color_picker("P", width="stretch", key="p"))
attempt("uploader", lambda: st.file_uploader("Q", key="q"))
attempt("type", lambda: st.file_uploader("R", "csv", key="r"))
attempt("types", lambda: st.file_uploader("S", [".csv", "TXT"], key="s"))
attempt("types tuple", lambda: st.file_uploader("S2", ("csv", "txt"), key="s2"))
attempt("type mime", lambda: st.file_uploader("T2", "image/png", key="t2"))
attempt("type empty", lambda: st.file_uploader("T3", [], key="t3"))
attempt("multiple", lambda: st.file_uploader("U", accept_multiple_files=True, key="u"))
attempt("directory", lambda: st.file_uploader("V", accept_multiple_files="directory", key="v"))
attempt("multiple word", lambda: st.file_uploader("W", accept_multiple_files="many", key="w"))
attempt("multiple int", lambda: st.file_uploader("W2", accept_multiple_files=1, key="w2"))
attempt("size", lambda: st.file_uploader("X", max_upload_size=1, key="x"))
attempt("size 0", lambda: st.file_uploader("Y", max_upload_size=0))
attempt("size str", lambda: st.file_uploader("Z", max_upload_size="1MB"))
attempt("size float", lambda: st.file_uploader("Z2", max_upload_size=1.5))
attempt("size bool", lambda: st.file_uploader("Z3", max_upload_size=True, key="z3"))
attempt("width", lambda: st.file_uploader("ZA", width="content"))
st.write(sorted(st.session_state))
'''
STEPS = [("set", "color_picker", "a", "#123456"), ("pick", "color_picker", "b", "#fff"), ("upload", "file_uploader", "q", "a.txt", b"abc", "text/plain"), ("run",)]
