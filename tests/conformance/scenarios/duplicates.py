"""The same widget twice, the same key twice, across kinds, containers and columns."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
st.text_input("A")
attempt("same", lambda: st.text_input("A"))
attempt("another default", lambda: st.text_input("A", "x"))
attempt("same in the sidebar", lambda: st.sidebar.text_input("A"))
attempt("same in a column", lambda: st.columns(2)[0].text_input("A"))
attempt("same in a form", lambda: st.form("f").text_input("A"))
attempt("another kind", lambda: st.text_area("A"))
attempt("disabled", lambda: st.text_input("A", disabled=True))
attempt("hidden", lambda: st.text_input("A", label_visibility="hidden"))
attempt("other help", lambda: st.text_input("A", help="h"))
attempt("other placeholder", lambda: st.text_input("A", placeholder="p"))
st.text_input("K", key="k")
attempt("key again", lambda: st.text_input("K2", key="k"))
attempt("key of another kind", lambda: st.checkbox("K3", key="k"))
attempt("int key", lambda: st.checkbox("K4", key=1))
attempt("int key as text", lambda: st.checkbox("K5", key="1"))
attempt("container with a widget's key", lambda: st.container(key="k"))
attempt("form with a widget's key", lambda: st.form("k"))
attempt("widget with a form's key", lambda: st.checkbox("K6", key="f"))
attempt("form twice", lambda: st.form("f"))
attempt("container", lambda: st.container(key="box"))
attempt("container twice", lambda: st.container(key="box"))
attempt("widget with a container's key", lambda: st.checkbox("K7", key="box"))
attempt("button", lambda: st.button("B"))
attempt("button twice", lambda: st.button("B"))
'''
STEPS = [("set", "text_input", 0, "x"), ("run",)]
