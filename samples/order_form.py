"""An order form: nothing counts until it is sent, and what is missing is named."""

import datetime

import streamlit as st

SIZES = {"Small": 8.0, "Medium": 10.5, "Large": 13.0}
EXTRAS = {"Olives": 1.2, "Mushrooms": 1.5, "Rocket": 1.0, "Extra cheese": 2.0}

if "receipt" not in st.session_state:
    st.session_state.receipt = None
    st.session_state.missing = []


def send():
    """Check the form and write the receipt."""
    state = st.session_state
    state.missing = [
        what
        for what, given in [
            ("your name", state.name.strip()),
            ("an address to deliver to", state.address.strip() or state.collect),
            ("your consent to the terms", state.terms),
        ]
        if not given
    ]
    if state.missing:
        return
    each = SIZES[state.size] + sum(EXTRAS[extra] for extra in state.extras)
    with_extras = ", ".join([f"{state.size.lower()} pizza", *state.extras])
    state.receipt = {
        "for": state.name.strip(),
        "to": "collected" if state.collect else state.address.strip(),
        "at": state.at,
        "what": f"{state.count} × {with_extras}",
        "sum": round(each * state.count, 2),
    }


st.title("Order a pizza")

with st.form("order"):
    st.subheader("What")
    st.radio("Size", list(SIZES), index=1, key="size", horizontal=True)
    st.multiselect("Extras", list(EXTRAS), key="extras", placeholder="None")
    st.slider("How many", 1, 10, 1, key="count")

    st.subheader("Where to")
    name, at = st.columns([2, 1])
    name.text_input("Name", key="name")
    at.time_input("Time", datetime.time(18, 30), key="at")
    st.text_area("Address", key="address", placeholder="Street, number, floor")
    st.checkbox("I'll collect it", key="collect")
    st.checkbox("I have read the terms", key="terms")
    st.form_submit_button("Order", type="primary", on_click=send)

if st.session_state.missing:
    st.error("Please add " + ", and ".join(st.session_state.missing) + ".", icon=":material/error:")
elif receipt := st.session_state.receipt:
    st.success(f"Thank you, {receipt['for']}! It will be ready at {receipt['at']:%H:%M}.")
    with st.container(border=True):
        st.metric("To pay", f"{receipt['sum']:.2f} €")
        st.write(f"{receipt['what']}  \n{receipt['to']}")
