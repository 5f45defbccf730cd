"""Every command in the sidebar: by with and by attribute, widgets twin to those in the main part."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
    except Exception as e:
        st.sidebar.write(name, type(e).__name__)
for place in (st, st.sidebar):
    place.title("t")
    place.markdown("m")
    place.code("c")
    place.metric("l", 1)
    place.dataframe([1])
    place.json({})
    place.error("e")
    place.progress(5)
    place.divider()
    place.latex("x")
    place.text_input("same in both")
    place.checkbox("same in both")
    place.number_input("same in both")
    place.date_input("same in both", None)
    place.columns(2)[1].button("same in both")
    place.expander("e").text_area("same in both")
st.sidebar.slider("S", 0, 9, key="side")
st.slider("S", 0, 9, key="main")
with st.sidebar:
    st.subheader("with")
    with st.container(key="box"):
        st.caption("deep")
attempt("key twice", lambda: st.sidebar.button("B", key="box"))
attempt("key across", lambda: st.sidebar.button("B", key="main"))
attempt("toast", lambda: st.sidebar.write(type(st.sidebar).__name__ != ""))
'''
STEPS = [("set", "slider", "side", 4), ("set", "slider", "main", 6), ("run",)]
