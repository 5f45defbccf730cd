"""write_stream: lists, generators, functions, empties, mixed parts, errors on the way."""
SCRIPT = '''
import pandas as pd
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:100])
    except Exception as e:
        st.write(name, type(e).__name__)
def words():
    yield "one "
    yield "two "
    yield ""
    yield "three"
def mixed():
    yield "text "
    yield 5
    yield {"a": 1}
    yield "after "
    yield None
    yield pd.DataFrame({"x": [1]})
    yield "end"
def failing():
    yield "before "
    raise LookupError("on the way")
async def later():
    yield "a "
    yield "b"
class Iterable:
    def __iter__(self):
        return iter(["i", "j"])
attempt("generator", lambda: st.write_stream(words()))
attempt("function", lambda: st.write_stream(words))
attempt("list", lambda: st.write_stream(["a", "b"]))
attempt("tuple", lambda: st.write_stream(("a", 1)))
attempt("mixed", lambda: st.write_stream(mixed))
attempt("empty", lambda: st.write_stream([]))
attempt("empty generator", lambda: st.write_stream(iter(())))
attempt("text", lambda: st.write_stream("text"))
attempt("int", lambda: st.write_stream(5))
attempt("None", lambda: st.write_stream(None))
attempt("dict", lambda: st.write_stream({"a": 1}))
attempt("failing", lambda: st.write_stream(failing))
attempt("async", lambda: st.write_stream(later))
attempt("object", lambda: st.write_stream(Iterable()))
attempt("range", lambda: st.write_stream(range(3)))
attempt("cursor", lambda: st.write_stream(["x"], cursor="|"))
attempt("cursor int", lambda: st.write_stream(["x"], cursor=5))
attempt("class", lambda: st.write_stream(list))
attempt("nested", lambda: st.write_stream([["a"], ["b"]]))
attempt("newlines", lambda: st.write_stream(["# h\\n", "\\n", "text"]))
attempt("in a container", lambda: st.container().write_stream(["c"]))
'''
STEPS = [("run",)]
