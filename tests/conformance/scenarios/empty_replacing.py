"""st.empty: what replaces what, containers in it, clearing, methods, nested, loops."""
SCRIPT = '''
import streamlit as st
how = st.selectbox("how", ["none", "text", "widget", "container", "columns", "cleared", "twice", "with", "nested", "loop"], key="how")
st.write("above")
place = st.empty()
st.write("below")
if how == "text":
    place.write("text")
elif how == "widget":
    st.write(place.text_input("in place", "v", key="w"))
elif how == "container":
    with place.container():
        st.write("one")
        st.write("two")
        st.checkbox("c", key="c")
elif how == "columns":
    a, b = place.columns(2)
    a.write("a")
    b.button("b", key="bb")
elif how == "cleared":
    place.write("gone")
    place.empty()
elif how == "twice":
    place.write("first")
    place.error("second")
    place.metric("third", 3)
elif how == "with":
    with place:
        st.write("first in with")
        st.write("second in with")
elif how == "nested":
    inner = place.container().empty()
    inner.write("a")
    inner.empty()
    inner.container().empty().write("deep")
elif how == "loop":
    for n in range(5):
        place.progress(n * 25, f"step {n}")
    with place.container():
        for n in range(2):
            st.write("left", n)
st.write("end")
'''
STEPS = [("set", "selectbox", "how", h) for h in ("text", "widget", "container", "columns", "cleared", "twice", "with", "nested", "loop", "text")]
