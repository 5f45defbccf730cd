"""A unit converter: two inputs that follow each other.

Each field's callback sets the other one. That is allowed because callbacks run before the script
makes the fields, and it rings no bell: setting a value in code calls no callback.
"""

import streamlit as st

UNITS = {
    "Length": {"metre": 1.0, "kilometre": 1000.0, "inch": 0.0254, "foot": 0.3048, "mile": 1609.344},
    "Mass": {"kilogram": 1.0, "gram": 0.001, "ounce": 0.028349523125, "pound": 0.45359237},
    "Volume": {"litre": 1.0, "millilitre": 0.001, "pint": 0.56826125, "gallon": 4.54609},
}


def factor():
    units = UNITS[st.session_state.kind]
    return units[st.session_state.from_unit] / units[st.session_state.to_unit]


def set_right():
    st.session_state.right = st.session_state.left * factor()


def set_left():
    st.session_state.left = st.session_state.right / factor()


def start(kind):
    """Begin with the first two units of a kind."""
    first, second = list(UNITS[kind])[:2]
    st.session_state.from_unit, st.session_state.to_unit = first, second
    st.session_state.left = 1.0
    set_right()


def change_kind():
    start(st.session_state.kind)


def swap():
    state = st.session_state
    state.from_unit, state.to_unit = state.to_unit, state.from_unit
    state.left, state.right = state.right, state.left


if "left" not in st.session_state:
    st.session_state.kind = "Length"
    start("Length")

st.title("Units")
st.radio("What to convert", list(UNITS), key="kind", on_change=change_kind, horizontal=True)

left, middle, right = st.columns([5, 1, 5], vertical_alignment="bottom")
units = list(UNITS[st.session_state.kind])
with left:
    st.number_input("From", key="left", on_change=set_right, format="%.4f")
    st.selectbox("Unit", units, key="from_unit", on_change=set_right, label_visibility="collapsed")
with middle:
    st.button("", icon=":material/swap_horiz:", on_click=swap, help="Swap", key="swap", width="stretch")
with right:
    st.number_input("To", key="right", on_change=set_left, format="%.4f")
    st.selectbox("Unit", units, key="to_unit", on_change=set_right, label_visibility="collapsed")

st.caption(f"1 {st.session_state.from_unit} is {factor():.6g} {st.session_state.to_unit}")
