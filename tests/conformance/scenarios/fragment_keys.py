"""Keys of fragments: reserved, shared, taken twice; what st.rerun accepts as its scope."""
SCRIPT = '''
import streamlit as st
def attempt(name, call):
    try:
        st.write(name, str(call()))
    except Exception as e:
        st.write(name, type(e).__name__)
def make(key, **options):
    @st.fragment(key=key, **options)
    def part():
        st.write("part", str(key))
        return "ran"
    return part()
@st.fragment(key="mine")
def one():
    st.write("one")
@st.fragment(key="mine")
def two():
    st.write("two")
for key in ("app", "fragment", "", 5, None):
    attempt(f"key {key!r}", lambda: make(key))
attempt("one", one)
attempt("one again", one)
attempt("two", two)
for scope in ("nothing", 5, ["a"], [], None, ["a", "fragment"], "fragment", b"x", {"a"}, "mine"):
    attempt(f"scope {scope!r}", lambda: st.rerun(scope))
for every in ("bad", [1], -1, 0, "1s"):
    attempt(f"every {every!r}", lambda: make(None, run_every=every))
box = st.container()
place = st.empty()
@st.fragment
def outside():
    box.write("outside")
    with box:
        st.write("within")
    place.write("placed")
    st.sidebar.write("aside")
    st.write("inside")
outside()
box.write("behind")
'''
STEPS = [("run",)]
