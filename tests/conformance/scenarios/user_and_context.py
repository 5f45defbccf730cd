"""st.user and st.context as a test gives them, and what can't be had."""
SCRIPT = '''
import streamlit as st
def attempt(name, call):
    try:
        st.write(name, str(call()))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("email", lambda: st.user.email)
attempt("item", lambda: st.user["email"])
attempt("missing", lambda: st.user.nothing)
attempt("missing item", lambda: st.user["nothing"])
attempt("get", lambda: (st.user.get("nothing"), st.user.get("email"), "email" in st.user, len(st.user)))
attempt("dict", lambda: (st.user.to_dict(), list(st.user), list(st.user.values())))
attempt("set", lambda: setattr(st.user, "a", 1))
attempt("logout", lambda: st.logout())
attempt("headers", lambda: (st.context.headers.to_dict(), st.context.cookies.to_dict(), st.context.headers.get_all("a")))
attempt("missing header", lambda: st.context.headers["a"])
attempt("no such thing", lambda: st.context.nothing)
'''
STEPS = [("user", {"email": "ada@example.org", "name": "Ada"})]
