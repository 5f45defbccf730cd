"""st.secrets from the project's file: by item and attribute, nested, missing, as environment, unchangeable."""
FILES = {
    "app.py": '''
import os
import streamlit as st
def attempt(name, call):
    try:
        st.write(name, str(call()))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("item", lambda: st.secrets["token_of_scenario"])
attempt("attribute", lambda: st.secrets.token_of_scenario)
attempt("nested", lambda: (st.secrets.db.user, st.secrets["db"]["more"]["port"], st.secrets.db["more"].port))
attempt("list", lambda: (st.secrets.listed, st.secrets.truth, st.secrets.number, st.secrets.day))
attempt("missing item", lambda: st.secrets["nothing"])
attempt("missing attribute", lambda: st.secrets.nothing)
attempt("missing nested", lambda: st.secrets.db["nothing"])
attempt("missing nested attribute", lambda: st.secrets.db.nothing)
attempt("get", lambda: (st.secrets.get("nothing"), st.secrets.get("nothing", 5), st.secrets.db.get("user")))
attempt("in", lambda: ("db" in st.secrets, "nothing" in st.secrets, "user" in st.secrets.db, len(st.secrets)))
attempt("keys", lambda: (sorted(st.secrets), sorted(st.secrets.db.keys()), sorted(st.secrets.db.items(), key=str)[0][0]))
attempt("dict", lambda: (dict(st.secrets.db.more), st.secrets.db.to_dict()))
attempt("splat", lambda: (lambda user, more: user)(**st.secrets.db))
def set_item():
    st.secrets["a"] = 1
attempt("set item", set_item)
attempt("set nested", lambda: setattr(st.secrets.db, "user", "x"))
attempt("environment", lambda: os.environ.get("token_of_scenario"))
''',
    ".streamlit/secrets.toml": '''
token_of_scenario = "abc"
listed = [1, "two"]
truth = true
number = 1.5
day = 2026-03-14
[db]
user = "ada"
[db.more]
port = 5
''',
}
STEPS = [("run",)]
