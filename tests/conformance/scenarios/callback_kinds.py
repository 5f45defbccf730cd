"""Callbacks of every kind of widget, with arguments, in page order."""
SCRIPT = '''
import datetime as dt
import streamlit as st
log = st.session_state.setdefault("log", [])
def note(name, *args, **kwargs):
    st.session_state.log.append((name, repr(st.session_state.get(name)), args, sorted(kwargs.items())))
st.checkbox("c", key="c", on_change=note, args=("c",))
st.slider("s", 0, 9, 1, key="s", on_change=note, args=["s", 1])
st.selectbox("b", ["x", "y"], key="b", on_change=note, kwargs={"name": "b"})
st.text_input("t", key="t", on_change=note, args=("t",), kwargs={"z": 1, "a": 2})
st.number_input("n", 0, 9, key="n", on_change=note, args=("n",))
st.radio("r", ["x", "y"], key="r", on_change=note, args=("r",))
st.multiselect("m", ["x", "y"], key="m", on_change=note, args=("m",))
st.select_slider("ss", ["x", "y"], key="ss", on_change=note, args=("ss",))
st.date_input("d", dt.date(2024, 1, 1), key="d", on_change=note, args=("d",))
st.time_input("ti", dt.time(8), key="ti", on_change=note, args=("ti",))
st.datetime_input("dt", dt.datetime(2024, 1, 1), key="dt", on_change=note, args=("dt",))
st.color_picker("cp", key="cp", on_change=note, args=("cp",))
st.text_area("ta", key="ta", on_change=note, args=("ta",))
st.toggle("tg", key="tg", on_change=note, args=("tg",))
st.button("go", key="go", on_click=note, args=("go",))
st.write(log)
'''
import datetime as dt
STEPS = [("check", "checkbox", "c"), ("set", "slider", "s", 4), ("set", "selectbox", "b", "y"), [("set", "text_input", "t", "new"), ("set", "number_input", "n", 3), ("set", "radio", "r", "y")], ("set", "multiselect", "m", ["x"]), ("set", "select_slider", "ss", "y"), ("set", "date_input", "d", dt.date(2024, 2, 2)), ("set", "time_input", "ti", dt.time(9)), ("set", "color_picker", "cp", "#111111"), ("set", "text_area", "ta", "area"), ("click", "button", "go"), ("set", "slider", "s", 4), ("set", "datetime_input", "dt", dt.datetime(2024, 3, 3, 3)), ("set", "toggle", "tg", True)]
