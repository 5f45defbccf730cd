"""download_button: kinds of data, and its argument checks."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("no data", lambda: st.download_button("A"))
attempt("str", lambda: st.download_button("B", "text"))
attempt("bytes", lambda: st.download_button("C", b"text"))
attempt("empty", lambda: st.download_button("D", ""))
attempt("None", lambda: st.download_button("E", None))
attempt("int", lambda: st.download_button("F", 5))
attempt("list", lambda: st.download_button("G", ["a"]))
import io, tempfile
attempt("stringio", lambda: st.download_button("H", io.StringIO("x")))
attempt("bytesio", lambda: st.download_button("I", io.BytesIO(b"x")))
attempt("bytesio named", lambda: st.download_button("J", io.BytesIO(b"x"), "x.bin", "application/x"))
attempt("file", lambda: st.download_button("K", open(__file__, "rb")))
attempt("text file", lambda: st.download_button("K2", open(__file__)))
attempt("bytearray", lambda: st.download_button("L", bytearray(b"x")))
attempt("memoryview", lambda: st.download_button("M", memoryview(b"x")))
attempt("callable", lambda: st.download_button("N", lambda: "later"))
attempt("on_click ignore", lambda: st.download_button("O", "x", on_click="ignore"))
attempt("on_click rerun", lambda: st.download_button("P", "x", on_click="rerun"))
attempt("on_click word", lambda: st.download_button("Q", "x", on_click="never"))
attempt("on_click None", lambda: st.download_button("R", "x", on_click=None))
attempt("mime", lambda: st.download_button("S", "x", mime="nonsense"))
attempt("type", lambda: st.download_button("T", "x", type="danger"))
attempt("icon", lambda: st.download_button("U", "x", icon="word"))
attempt("width", lambda: st.download_button("V", "x", width="wide"))
attempt("shortcut", lambda: st.download_button("W", "x", shortcut="nope+k"))
'''
STEPS = [("run",)]
