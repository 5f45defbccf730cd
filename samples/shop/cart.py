"""The cart, and the form that orders what is in it."""

import streamlit as st

st.title("Cart")
cart = st.session_state.cart
if not cart:
    st.info("Nothing in here yet.")
    st.page_link("goods.py", label="Back to the goods", icon=":material/arrow_back:")
    st.stop()

for name, count in cart.items():
    st.write(f"{count} × {name}")


@st.dialog("Empty the cart?")
def ask():
    if st.button("Empty it", type="primary"):
        st.session_state.cart = {}
        st.rerun()


if st.button("Empty the cart …"):
    ask()

with st.form("order"):
    name = st.text_input("Your name", persist_state="session", key="customer")
    if st.form_submit_button("Order", type="primary"):
        if name:
            st.session_state.orders = [*st.session_state.get("orders", []), (name, cart)]
            st.session_state.cart = {}
            st.switch_page("thanks.py", query_params={"to": name})
        st.error("Whom shall we send it to?")
