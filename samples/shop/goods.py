"""The goods, and a button for each."""

import streamlit as st

PRICES = {"Bread": 3.2, "Butter": 2.4, "Honey": 6.9}

st.title("Goods")
for name, price in PRICES.items():
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.markdown(f"**{name}** · {price:.2f} €")
    if right.button("Add", key=f"add {name}", width="stretch"):
        cart = st.session_state.cart
        st.session_state.cart = {**cart, name: cart.get(name, 0) + 1}
        st.rerun()

st.page_link("cart.py", label="To the cart", icon=":material/arrow_forward:")
