"""bind='query-params' on every kind: what stands in the URL after changes, defaults and None."""
SCRIPT = '''
import datetime as dt
import streamlit as st
Q = {"bind": "query-params"}
st.text_input("t", key="t", **Q)
st.text_area("ta", key="ta", **Q)
st.number_input("n", 0, 9, key="n", **Q)
st.number_input("f", value=1.5, key="f", **Q)
st.checkbox("c", key="c", **Q)
st.slider("s", 0, 9, 1, key="s", **Q)
st.slider("r", 0, 9, (1, 2), key="r", **Q)
st.selectbox("b", ["x", "y"], key="b", **Q)
st.multiselect("m", ["x", "y", "z"], key="m", **Q)
st.radio("ra", ["x", "y"], key="ra", **Q)
st.date_input("d", dt.date(2024, 1, 1), key="d", **Q)
st.time_input("ti", dt.time(8), key="ti", **Q)
st.select_slider("ss", ["x", "y", "z"], key="ss", **Q)
st.color_picker("cp", key="cp", **Q)
st.write(st.query_params.to_dict())
st.write(st.session_state.to_dict())
'''
import datetime as dt
STEPS = [("set", "text_input", "t", "a b&c=ü"), ("set", "number_input", "n", 5), ("set", "number_input", "f", 2.5), ("check", "checkbox", "c"), ("set", "slider", "s", 4), ("set", "slider", "r", (2, 3)), ("set", "selectbox", "b", "y"), ("set", "multiselect", "m", ["z", "x"]), ("set", "radio", "ra", "y"), ("set", "date_input", "d", dt.date(2024, 5, 6)), ("set", "time_input", "ti", dt.time(9, 30)), ("set", "select_slider", "ss", "z"), ("set", "color_picker", "cp", "#00ff00"), ("set", "text_area", "ta", "line one\\nline two"), ("set", "text_input", "t", ""), ("set", "multiselect", "m", []), ("run",)]
