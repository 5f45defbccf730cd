"""A price list that is edited in its table: plain lists and dicts in, the same kind out."""

import csv
import io

import streamlit as st

ARTICLES = [
    {"article": "Pencil, HB", "price": 0.9, "in stock": 120, "for sale": True},
    {"article": "Notebook, A5", "price": 4.5, "in stock": 42, "for sale": True},
    {"article": "Fountain pen", "price": 28.0, "in stock": 7, "for sale": True},
    {"article": "Ink, blue", "price": 6.2, "in stock": 0, "for sale": False},
]

st.title("Price list")
st.write("Change a cell, add a line at the end, mark lines at the left and delete them.")

rows = st.data_editor(ARTICLES, num_rows="dynamic", key="articles", width="stretch")

on_sale = [row for row in rows if row["for sale"] and row["price"]]
worth = sum(row["price"] * (row["in stock"] or 0) for row in on_sale)
nameless = [number for number, row in enumerate(rows, start=1) if not row["article"]]

lines, average, total = st.columns(3)
lines.metric("Articles for sale", len(on_sale), border=True)
average.metric(
    "Average price",
    f"{sum(row['price'] for row in on_sale) / len(on_sale):.2f} €" if on_sale else "–",
    border=True,
)
total.metric("Worth of the stock", f"{worth:,.2f} €", border=True)

if nameless:
    st.warning("Without a name: line " + ", ".join(map(str, nameless)))

out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=list(ARTICLES[0]))
writer.writeheader()
writer.writerows(rows)
st.download_button("Save as CSV", out.getvalue(), "price-list.csv", "text/csv", disabled=bool(nameless))

with st.expander("What the table noted"):
    st.write("Only what was changed is kept in the session state:")
    st.json(st.session_state.articles)
