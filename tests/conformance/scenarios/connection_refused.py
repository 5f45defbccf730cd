"""st.connection: what is refused, and by which exception."""
SCRIPT = '''
import os
import streamlit as st
from streamlit.connections import BaseConnection, SQLConnection
class Own(BaseConnection[str]):
    def _connect(self, **kwargs):
        return "abc"
class Half(BaseConnection[str]):
    pass
class Failing(BaseConnection[str]):
    def _connect(self, **kwargs):
        raise ValueError("no")
os.environ.pop("NO_SUCH_NAME", None)
os.environ["SUCH_A_NAME"] = "there"
def attempt(name, call):
    try:
        st.write(name, str(type(call()).__name__))
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("unknown", lambda: st.connection("a", type="nothing"))
attempt("snowpark", lambda: st.connection("a", type="snowpark"))
attempt("no module", lambda: st.connection("a", type="no_such.Thing"))
attempt("no class", lambda: st.connection("a", type="os.path"))
attempt("number", lambda: st.connection("a", type=5))
attempt("int", lambda: st.connection("a", type=int))
attempt("abstract", lambda: st.connection("a", type=Half))
attempt("failing", lambda: st.connection("a", type=Failing))
attempt("ttl", lambda: st.connection("a", type=Own, ttl="bad"))
attempt("ttl number", lambda: st.connection("a", type=Own, ttl=-1))
attempt("unhashable", lambda: st.connection("a", type=Own, x=lambda: 1))
attempt("env", lambda: st.connection("env:NO_SUCH_NAME", type=Own))
attempt("env there", lambda: st.connection("env:SUCH_A_NAME", type=Own)._connection_name)
attempt("attribute", lambda: st.connection("a", type=Own).upper())
attempt("instance", lambda: st.connection("a", type=Own)._instance.upper())
attempt("setter", lambda: setattr(st.connection("a", type=Own), "_instance", 3))
attempt("sql", lambda: st.connection("sql"))
attempt("sql named", lambda: st.connection("a", type="sql"))
attempt("host", lambda: st.connection("a", type="sql", dialect="sqlite"))
attempt("user", lambda: st.connection("a", type="sql", dialect="sqlite", host="h"))
attempt("url", lambda: st.connection("a", type="sql", url="nonsense"))
attempt("dialect", lambda: st.connection("a", type="sql", url="no_such://a"))
attempt("option", lambda: st.connection("a", type="sql", url="sqlite://", bad=1))
attempt("class", lambda: st.connection("a", type=SQLConnection, url="sqlite://"))
attempt("same", lambda: st.connection("a", type="streamlit.connections.SQLConnection", url="sqlite://"))
attempt("query", lambda: st.connection("a", type="sql", url="sqlite://").query("select 1", ttl="bad"))
attempt("query option", lambda: st.connection("a", type="sql", url="sqlite://").query("select 1", bad=1))
attempt("chunks", lambda: st.connection("a", type="sql", url="sqlite://").query("select 1", chunksize=1))
attempt("wrong", lambda: st.connection("a", type="sql", url="sqlite://").query("selec"))
'''
STEPS = [("run",)]
