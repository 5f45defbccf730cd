"""Members of an enum that every run defines anew stay what they are."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
import enum
version = st.number_input("version", 0, 9, 0, key="version")
class Size(enum.Enum):
    S = 1
    M = 2
st.session_state.setdefault("log", []).append(version)
a = st.selectbox("A", list(Size), key="a")
b = st.radio("B", list(Size), index=1, key="b")
c = st.multiselect("C", list(Size), [Size.M], key="c")
d = st.pills("D", list(Size), default=Size.S, key="d")
e = st.select_slider("E", list(Size), Size.M, key="e")
f = st.segmented_control("F", list(Size), selection_mode="multi", default=[Size.S, Size.M], key="f")
for value in (a, b, d, e):
    st.write(value.name, value is Size(value.value), value in list(Size))
st.write([v.name for v in c], [v is Size.M for v in c], [v.name for v in f])
attempt("kept", lambda: [st.session_state[k] for k in "abdef"])
'''
STEPS = [("select_index", "selectbox", "a", 1), ("set", "radio", "b", "Size.S"), ("set", "number_input", "version", 3), ("run",)]
