"""st.connection with a class of one's own: made once, told apart by name and arguments, reset, closed."""
FILES = {
    "app.py": '''
import streamlit as st
from streamlit.connections import BaseConnection, ExperimentalBaseConnection
class Own(BaseConnection[str]):
    def _connect(self, **kwargs):
        st.session_state.opened = st.session_state.get("opened", 0) + 1
        return f"{st.session_state.opened} {sorted(kwargs.items())}"
    def close(self):
        st.session_state.setdefault("closed", []).append(self._connection_name)
    def hello(self):
        return self._instance
class Session(Own):
    @classmethod
    def scope(cls):
        return "session"
one = st.connection("one", type=Own, x=1)
st.write(one.hello(), one is st.connection("one", type=Own, x=1))
st.write(one is st.connection("one", type=Own, x=2), one is st.connection("two", Own, x=1))
st.write(st.connection("mine", type=Session).hello(), Own.scope(), Session.scope())
st.write(ExperimentalBaseConnection is BaseConnection, one._connection_name, one._kwargs)
if st.button("reset", key="reset"):
    one.reset()
    st.write(one.hello())
if st.button("clear", key="clear"):
    st.cache_resource.clear()
    st.write(sorted(st.session_state.closed), one is st.connection("one", type=Own, x=1))
if st.button("few", key="few"):
    few = st.connection("few", type=Own, max_entries=1)
    st.connection("other", type=Own, max_entries=1)
    st.write(few is st.connection("few", type=Own, max_entries=1), st.session_state.closed)
if st.button("ttl", key="ttl"):
    old = st.connection("old", type=Own, ttl=0)
    st.write(old is st.connection("old", type=Own, ttl=0))
class Told(BaseConnection[int]):
    def _connect(self, **kwargs):
        st.write("connecting")
        return 1
st.connection("told", type=Told)
st.connection("told", type=Told)
''',
}
STEPS = [("run",), ("click", "button", "reset"), ("run",), ("click", "button", "clear"), ("click", "button", "few"), ("click", "button", "ttl"), ("run",)]
