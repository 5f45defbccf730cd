"""Arguments that the decorators refuse, and values that they can't keep."""
SCRIPT = '''
import asyncio
import streamlit as st
async def later(x=1):
    return x
def attempt(make):
    try:
        make()
        st.write("fine")
    except Exception as error:
        st.write(type(error).__name__)
one = lambda: 1
for arguments in (dict(ttl="1 hour"), dict(ttl="bad"), dict(ttl="inf"), dict(ttl="1h23s"), dict(max_size=0), dict(max_size="5"),
                  dict(max_size="5mb"), dict(max_size="1.5GiB"), dict(max_size=True), dict(max_size=1.5),
                  dict(persist="x"), dict(persist=False), dict(scope="x"), dict(scope="session"),
                  dict(refresh_mode="x"), dict(refresh_mode="background"), dict(refresh_mode="background", ttl=3),
                  dict(refresh_mode="background", ttl=0), dict(refresh_mode="background", ttl=3, persist="disk")):
    attempt(lambda: st.cache_data(**arguments)(one)())
attempt(lambda: st.cache_data(ttl=3, refresh_mode="background")(later))
attempt(lambda: st.cache_resource(validate=later))
attempt(lambda: st.cache_resource(on_release=later))
attempt(lambda: st.cache_resource(persist=True))
attempt(lambda: st.cache_data(lambda: later())())
attempt(lambda: st.cache_data(lambda: (x for x in "a"))())
@st.cache_data
async def load(x):
    return [x]
async def main():
    return await asyncio.gather(load(1), load(1), load(2))
st.write(asyncio.run(main()))
@st.cache_data(hash_funcs={str: lambda x: 1 / 0})
def hashed(x):
    return x
attempt(lambda: hashed("a"))
attempt(lambda: load())
@st.cache_data(ttl=5, refresh_mode="background")
def shows():
    st.write("shown once")
shows()
'''
STEPS = [("run",), ("run",)]
