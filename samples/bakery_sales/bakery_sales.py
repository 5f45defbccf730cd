"""Sales of a bakery, or of a CSV file that is dropped here, added up by pandas. Needs `desklit[data]`."""

from pathlib import Path

import pandas as pd
import streamlit as st

st.set_page_config(page_title="Bakery sales", page_icon=":material/bakery_dining:")

EXAMPLE = Path(__file__).parent / "data" / "july.csv"

st.title("Bakery sales")
uploaded = st.file_uploader("A CSV file with the columns day, what, pieces and price", type="csv")
sales = pd.read_csv(uploaded or EXAMPLE, parse_dates=["day"])
sales["income"] = sales["pieces"] * sales["price"]

days, pieces, income = st.columns(3)
days.metric("Days", sales["day"].nunique(), border=True)
pieces.metric("Pieces", f"{sales['pieces'].sum():,}", border=True)
income.metric("Income", f"{sales['income'].sum():,.2f} €", border=True)

column = st.segmented_control("Add up by", ["what", "day"], default="what", required=True)
totals = sales.groupby(column)[["pieces", "income"]].sum().sort_values("income", ascending=False)
st.dataframe(totals.round(2), width="stretch")
st.caption(f"{len(sales)} lines of {uploaded.name if uploaded else EXAMPLE.name}")
