"""What a form refuses: buttons, nested forms, callbacks; and where a submit button is allowed."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("submit outside", lambda: st.form_submit_button("S"))
with st.form("f"):
    attempt("button", lambda: st.button("B"))
    attempt("download", lambda: st.download_button("D", "x"))
    attempt("nested", lambda: st.form("g"))
    attempt("callback", lambda: st.text_input("T", on_change=print))
    attempt("callback none", lambda: st.text_input("T2", on_change=None))
    attempt("submit callback", lambda: st.form_submit_button("S", on_click=print))
    attempt("submit twice", lambda: st.form_submit_button("S"))
    attempt("submit with key", lambda: st.form_submit_button("S", key="s2"))
    with st.expander("E"):
        attempt("button in an expander", lambda: st.button("B2"))
        attempt("submit in an expander", lambda: st.form_submit_button("S3"))
    attempt("sidebar submit", lambda: st.sidebar.form_submit_button("S4"))
    attempt("sidebar button", lambda: st.sidebar.button("S5"))
attempt("empty key", lambda: st.form(""))
attempt("int key", lambda: st.form(5))
h = st.form("h")
attempt("method", lambda: h.form_submit_button("H"))
attempt("method text", lambda: h.text_input("HT"))
attempt("method button", lambda: h.button("HB"))
st.write(sorted(st.session_state))
'''
STEPS = [("click", "button", 0), ("run",)]
