"""What a test stores before the first run: free keys, keys of widgets of many kinds."""
SCRIPT = '''
import datetime as dt
import streamlit as st
st.write(sorted(st.session_state.items(), key=str))
st.write(st.text_input("T", "d", key="t"), st.slider("S", 0, 10, 3, key="s"), st.selectbox("O", ["x", "y"], key="o"),
         st.multiselect("M", ["x", "y"], key="m"), st.checkbox("C", key="c"), st.number_input("N", 0, 10, key="n"),
         st.radio("R", ["x", "y"], key="r"), st.date_input("D", dt.date(2024, 1, 1), key="d"))
'''
import datetime as dt
SETUP = [("state", "t", "preset"), ("state", "s", 7), ("state", "o", "y"), ("state", "m", ["y"]), ("state", "c", True), ("state", "n", 4), ("state", "r", "y"), ("state", "d", dt.date(2024, 5, 6)), ("state", "free", [1])]
STEPS = [("run",), ("state", "s", 2), [("set", "text_input", "t", "typed"), ("state", "o", "x")], ("state", "m", []), ("del_state", "free")]
