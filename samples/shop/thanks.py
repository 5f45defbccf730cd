"""What follows an order; only the order leads here."""

import streamlit as st

st.title("Thank you")
st.write(f"{st.query_params.get('to', 'You')}, your order is on its way.")
st.page_link("goods.py", label="Buy more", icon=":material/storefront:")
