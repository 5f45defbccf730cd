"""A page of everything, run again and again without any change."""
SCRIPT = '''
import streamlit as st
st.title("T"); st.header("H", divider=True); st.caption("c"); st.code("x = 1"); st.latex("x^2"); st.divider()
a, b, c = st.columns([1, 2, 1])
a.metric("M", 3, 1); b.write({"a": [1, 2]}); c.button("B")
for tab in st.tabs(["one", "two"]):
    tab.write("in a tab")
with st.expander("E"):
    st.checkbox("C")
with st.form("f"):
    st.text_input("T"); st.form_submit_button("go")
st.info("i"); st.success("s"); st.warning("w"); st.error("e"); st.progress(40, text="p"); st.toast("t")
st.sidebar.selectbox("S", range(3)); st.sidebar.slider("L", 0.0, 1.0)
place = st.empty(); place.write("first"); place.write("second")
box = st.container(); st.write("after"); box.write("before")
st.exception(ValueError("v"))
with st.spinner("working"):
    st.write("worked")
'''
STEPS = [("run",), ("set", "slider", 0, 0.5), ("run",), ("check", "checkbox", 0)]
