"""Every operation of every field's node, legal and illegal values alike."""
SCRIPT = '''
import datetime as dt
import streamlit as st
out = [
    st.selectbox("S", [1, 2, 3], key="s"), st.multiselect("M", [1, 2], key="m"), st.radio("R", ["a", "b"], key="r"),
    st.slider("L", 0, 10, key="l"), st.slider("Range", 0, 10, (2, 5), key="lr"), st.number_input("N", 0, 10, key="n"),
    st.text_input("T", max_chars=3, key="t"), st.select_slider("SS", ["a", "b", "c"], key="ss"),
    st.select_slider("SR", ["a", "b", "c"], ("a", "b"), key="sr"), st.date_input("D", dt.date(2024, 5, 5), key="d"),
    st.time_input("TI", dt.time(8, 45), key="ti"), st.color_picker("C", key="c"), st.pills("P", ["a", "b"], key="p"),
    st.pills("PM", [1, 2], key="pm", selection_mode="multi", format_func=lambda x: f"<{x}>"),
    st.checkbox("X", key="x"), st.text_area("TA", key="ta"), st.toggle("TG", key="tg"),
    st.number_input("NF", key="nf"), st.number_input("NN", value=None, key="nn"),
]
st.write(repr(out))
'''
import datetime as dt
STEPS = [
    ("set", "selectbox", "s", 2), ("select", "selectbox", "s", "3"), ("select_index", "selectbox", "s", 0),
    ("select_index", "selectbox", "s", -1), ("set", "selectbox", "s", None), ("select_index", "selectbox", "s", 9), ("run",),
    ("select", "multiselect", "m", 1), ("select", "multiselect", "m", "2"), ("unselect", "multiselect", "m", 1),
    ("unselect", "multiselect", "m", "2"), ("set", "multiselect", "m", ["1", 2]), ("set", "multiselect", "m", [9]), ("set", "multiselect", "m", []),
    ("set", "radio", "r", "b"), ("set", "radio", "r", None),
    ("set", "slider", "l", 7), ("set", "slider", "l", 2.5), ("set", "slider", "l", 11), ("set_range", "slider", "lr", 3, 4),
    ("set", "slider", "lr", (1, 9)),
    ("increment", "number_input", "n"), ("increment", "number_input", "n"), ("decrement", "number_input", "n"),
    ("set", "number_input", "n", 10), ("increment", "number_input", "n"), ("set", "number_input", "n", 2.5), ("set", "number_input", "n", None),
    ("set", "number_input", "nf", 1.25), ("increment", "number_input", "nf"), ("set", "number_input", "nf", 3),
    ("set", "number_input", "nn", 4), ("set", "number_input", "nn", None), ("set", "number_input", "nf", None),
    ("input", "text_input", "t", "ab"), ("input", "text_input", "t", "abcd"), ("set", "text_input", "t", "abcdef"), ("set", "text_input", "t", None),
    ("set", "select_slider", "ss", "b"), ("set", "select_slider", "ss", "z"), ("set_range", "select_slider", "sr", "b", "c"),
    ("set", "select_slider", "sr", ("a", "c")),
    ("set", "date_input", "d", dt.date(2024, 5, 9)), ("set", "date_input", "d", dt.date(1900, 1, 1)),
    ("increment", "time_input", "ti"), ("decrement", "time_input", "ti"), ("set", "time_input", "ti", dt.time(3, 7)), ("set", "time_input", "ti", None),
    ("pick", "color_picker", "c", "123456"), ("pick", "color_picker", "c", "#abc"), ("set", "color_picker", "c", "nonsense"),
    ("select", "button_group", "p", "a"), ("set", "button_group", "p", "b"), ("unselect", "button_group", "p", "b"), ("set", "button_group", "p", "zz"),
    ("select", "button_group", "pm", 1), ("select", "button_group", "pm", 2), ("unselect", "button_group", "pm", 1), ("set", "button_group", "pm", [1, 2]), ("set", "button_group", "pm", []),
    ("check", "checkbox", "x"), ("uncheck", "checkbox", "x"), ("set", "checkbox", "x", True), ("set", "toggle", "tg", True),
    ("input", "text_area", "ta", "two\nlines"), ("set", "text_area", "ta", None),
]
