"""Writing into containers out of order, later, from functions, and into each other."""
SCRIPT = '''
import streamlit as st
header = st.container()
body = st.container()
a, b, c = st.columns(3)
t1, t2 = st.tabs(["T1", "T2"])
e = st.expander("E")
footer = st.container(border=True)
side = st.sidebar.container()
footer.write("footer first")
st.write("at the end")
c.write("c first")
t2.write("second tab first")
if body.checkbox("checked", key="c"):
    header.warning("header by the checkbox")
    side.write("side by the checkbox")
header.title("header last")
with a:
    st.write("a")
    with t1:
        st.write("in t1 though in a")
        b.write("b from t1 from a")
        with side:
            st.write("side from t1")
        st.write("t1 again")
    st.write("a again")
with e, footer:
    st.write("with two")
inner = e.container()
footer.write("footer again")
inner.write("inner of e")
def elsewhere(place):
    place.write("by function")
    return place.container()
elsewhere(elsewhere(header)).write("deep in header")
body.columns(2)[1].write("right in body")
st.sidebar.write("sidebar end")
side.write("side end")
'''
STEPS = [("check", "checkbox", "c"), ("run",)]
