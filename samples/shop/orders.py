"""All orders, for the clerk."""

import streamlit as st

st.title("Orders")
orders = st.session_state.get("orders", [])
if not orders:
    st.info("No orders yet.")
for name, goods in orders:
    st.write(f"**{name}:** " + ", ".join(f"{count} × {what}" for what, count in goods.items()))
