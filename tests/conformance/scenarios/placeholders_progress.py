"""Handles of elements: replaced by other commands, by progress and spinner, after reruns, empties of empties."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
    except Exception as e:
        st.write(name, type(e).__name__)
text = st.text("a text")
text.markdown("now **markdown**")
head = st.header("head")
head.metric("M", 5)
bar = st.progress(0, "start")
for n in range(0, 101, 50):
    bar.progress(n, f"at {n}")
other = st.progress(0.5)
other.empty()
table = st.table([1, 2])
table.success("no table any more")
attempt("twice", lambda: (table.write("a"), table.write("b")))
with st.spinner("working"):
    st.write("in the spinner")
attempt("spinner fails", lambda: spin())
def spin():
    with st.spinner("working"):
        raise ValueError
attempt("spinner fails 2", spin)
alert = st.warning("w")
alert.columns(2)[0].write("in columns in place of an alert")
code = st.code("x")
with code:
    st.write("with a handle")
widget = st.empty()
if widget.checkbox("c", key="c"):
    widget.info("checked and gone")
attempt("json", lambda: st.json({}).dataframe([1]))
attempt("container handle", lambda: st.container().empty())
attempt("None", lambda: st.write("x").write("y"))
attempt("widget handle", lambda: st.button("b").write("y"))
'''
STEPS = [("check", "checkbox", "c"), ("run",)]
