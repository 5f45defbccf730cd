"""text_input and text_area: odd defaults, limits, validation and the other arguments."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
class Text:
    def __str__(self):
        return "as text"
for kind in (st.text_input, st.text_area):
    n = kind.__name__
    attempt(n, lambda: kind("A", key=n + "a"))
    attempt("None", lambda: kind("B", None, key=n + "b"))
    attempt("int", lambda: kind("C", 5, key=n + "c"))
    attempt("float", lambda: kind("D", 1.5, key=n + "d"))
    attempt("list", lambda: kind("E", ["x"], key=n + "e"))
    attempt("object", lambda: kind("F", Text(), key=n + "f"))
    attempt("bytes", lambda: kind("G", b"x", key=n + "g"))
    attempt("newlines", lambda: kind("H", "one\\ntwo\\r\\nthree", key=n + "h"))
    attempt("unicode", lambda: kind("I", "ünï 🎈 \\u200b", key=n + "i"))
    attempt("zero byte", lambda: kind("I2", "a\\0b", key=n + "i2"))
    attempt("long default", lambda: kind("J", "abcdef", max_chars=3, key=n + "j"))
    attempt("max 0", lambda: kind("K", max_chars=0, key=n + "k"))
    attempt("placeholder None", lambda: kind("N", placeholder=None, key=n + "n"))
    attempt("placeholder int", lambda: kind("O", placeholder=5, key=n + "o"))
    attempt("visibility", lambda: kind("P", label_visibility="none"))
    attempt("width", lambda: kind("Q", width="content"))
    attempt("required", lambda: kind("R", required=True, key=n + "r"))
    attempt("label None", lambda: kind(None, key=n + "s"))
    attempt("label list", lambda: kind(["x"], key=n + "t"))
attempt("type", lambda: st.text_input("T", type="number"))
attempt("type None", lambda: st.text_input("T2", type=None))
for each in ("default", "password", "email", "url", "phone", "search"):
    attempt("type " + each, lambda: st.text_input("U", type=each, key="u" + each))
attempt("autocomplete", lambda: st.text_input("V", autocomplete="off", key="v"))
attempt("icon", lambda: st.text_input("W", icon="word"))
attempt("icon ok", lambda: st.text_input("W2", icon=":material/search:", key="w2"))
attempt("validate", lambda: st.text_input("X", validate="[0-9]+", key="x"))
attempt("validate pair", lambda: st.text_input("X2", validate=("[0-9]+", "digits"), key="x2"))
attempt("validate bad", lambda: st.text_input("X3", validate="[", key="x3"))
attempt("validate three", lambda: st.text_input("X4", validate=("a", "b", "c"), key="x4"))
attempt("validate int", lambda: st.text_input("X5", validate=5, key="x5"))
attempt("validate default", lambda: st.text_input("X6", "abc", validate="[0-9]+", key="x6"))
attempt("live", lambda: st.text_input("Y", live=True, key="y"))
attempt("live text", lambda: st.text_input("Y2", live="500ms", key="y2"))
attempt("live seconds", lambda: st.text_input("Y3", live="1s", key="y3"))
attempt("live bad", lambda: st.text_input("Y4", live="soon", key="y4"))
attempt("live int", lambda: st.text_input("Y5", live=5, key="y5"))
attempt("height", lambda: st.text_area("Z", height=100, key="z"))
attempt("height small", lambda: st.text_area("Z2", height=10, key="z2"))
attempt("height content", lambda: st.text_area("Z4", height="content", key="z4"))
attempt("height stretch", lambda: st.text_area("Z5", height="stretch", key="z5"))
attempt("height None", lambda: st.text_area("Z6", height=None, key="z6"))
'''
STEPS = [("set", "text_input", "text_inputa", "new"), ("set", "text_area", "text_areab", "ünï"), ("set", "text_input", "text_inputj", "xyzzy"), ("set", "text_input", "text_inputb", None), ("set", "text_area", "text_areaa", ""), ("run",)]
