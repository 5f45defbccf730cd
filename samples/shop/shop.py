"""A shop of several pages: who is signed in decides which there are; the cart goes along."""

import streamlit as st

st.session_state.setdefault("role", "Customer")
st.session_state.setdefault("cart", {})

with st.sidebar:
    st.segmented_control("You are", ["Customer", "Clerk"], key="role", required=True)
    pieces = sum(st.session_state.cart.values())
    st.caption(f"{pieces} pieces in the cart" if pieces else "The cart is empty")

pages = {
    "Shop": [
        st.Page("goods.py", title="Goods", icon=":material/storefront:", default=True),
        st.Page("cart.py", title="Cart", icon=":material/shopping_cart:", help="What you are about to buy"),
        st.Page("thanks.py", title="Thank you", visibility="hidden"),
    ]
}
if st.session_state.role == "Clerk":
    pages["Back office"] = [st.Page("orders.py", title="Orders", icon=":material/receipt_long:")]

st.navigation(pages).run()
