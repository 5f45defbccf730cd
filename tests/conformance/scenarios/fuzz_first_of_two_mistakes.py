"""Found by the fuzzer: of two mistakes in one call that in the key, the callback or the form is told first."""
SCRIPT = '''
import datetime as dt
import streamlit as st
BAD = [
    ("multiselect", dict(options=["a"], default="b")), ("selectbox", dict(options=["a"], index=9)),
    ("radio", dict(options=["a"], index="x")), ("pills", dict(options=["a"], default="b")),
    ("segmented_control", dict(options=["a"], default="b")), ("select_slider", dict(options=["a"], value="b")),
    ("slider", dict(value="a")), ("slider", dict(step=0)), ("number_input", dict(min_value=5, max_value=1)),
    ("number_input", dict(value="a")), ("text_input", dict(type="x")), ("text_area", dict(height=1)),
    ("date_input", dict(value="nope")), ("time_input", dict(value="nope")), ("datetime_input", dict(value="nope")),
    ("feedback", dict(options="stars", default=9)), ("color_picker", dict(value="red")),
]
def told(place, name, arguments):
    label = () if name == "feedback" else ("L",)
    try:
        getattr(place, name)(*label, **arguments)
    except Exception as error:
        return type(error).__name__
    return "nothing"
form = st.form("f")
for name, bad in BAD:
    row = [told(st, name, bad), told(form, name, {**bad, "on_change": print}), told(st, name, {**bad, "on_change": "x"})]
    row.append(told(st, name, {**bad, "key": ""}))
    if name not in ("feedback", "text_input"):
        row.append(told(st, name, {**bad, "label_visibility": "x"}))
    st.write(name, *row)
form.form_submit_button("Send", on_click=print)
st.write(told(form, "button", dict(on_click=print)), told(form, "button", {}), told(form, "button", dict(on_click="x")))
st.write(told(form, "download_button", dict(data="x", on_click=print)), told(form, "download_button", dict(data="x")))
'''
STEPS = [("run",)]
