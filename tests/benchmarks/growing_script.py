"""A script of which every rerun differs from the last: texts, values, and what is there at all."""

import streamlit as st

st.session_state.setdefault("count", 0)


def add():
    st.session_state.count += 1


st.title("Growing")
st.button("One more", on_click=add, key="more")
count = st.session_state.count
st.markdown(f"Counted to **{count}**, `{count * count}`, :red[{count % 7}]")
st.text(f"Line {count}")
st.caption(f"*{count % 3}*")
st.metric("Count", count, count % 5 - 2)
st.progress(count % 101)
left, right = st.columns(2)
left.slider("Level", 0, 10, key="level")
right.text_input(f"Name {count % 2}")
if count % 2:
    st.selectbox("Fruit", ["Apple", "Pear", "Plum"][: 1 + count % 3], key="fruit")
    with st.expander(f"More {count % 4}"):
        st.code(f"count = {count}", language=None)
for number in range(count % 4):
    st.checkbox(f"Box {number}", key=f"box {number} {count % 6}")
if count % 3 == 0:
    with st.form(f"form {count % 2}"):
        st.number_input("Number", 0, 10)
        st.form_submit_button("Send")
