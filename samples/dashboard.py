"""A bakery at a glance: each part of the page keeps itself up to date, the rest stays as it is."""

import datetime
import random

import streamlit as st

OVENS = {"North": 230, "Middle": 210, "South": 190}
GOODS = ["Bread", "Rolls", "Honey cake", "Pretzels"]
KEPT = 40  # readings of an oven


def read(name):
    """Stands in for a sensor: a temperature not far from the last one."""
    readings = st.session_state.readings.setdefault(name, [OVENS[name]])
    readings.append(round(readings[-1] + random.uniform(-3, 3) + (OVENS[name] - readings[-1]) / 8, 1))
    del readings[:-KEPT]
    return readings


def oven(name):
    readings = read(name)
    change = readings[-1] - readings[-2]
    st.metric(name, f"{readings[-1]:.1f} °C", f"{change:.1f}", chart_data=readings, border=True)
    if st.toggle("Watch closely", key=f"watch {name}"):
        span = max(readings) - min(readings)
        st.progress(min(span / 30, 1.0), f"Spread of {span:.1f} °C")


def orders():
    taken = st.session_state.orders
    taken.append((datetime.datetime.now(), random.choice(GOODS), random.randint(1, 20)))
    shown = st.segmented_control("Show", ["Last five", "All"], default="Last five", required=True)
    rows = taken if shown == "All" else taken[-5:]
    table = [{"at": f"{at:%H:%M:%S}", "what": what, "pieces": pieces} for at, what, pieces in rows]
    st.dataframe(table[::-1], hide_index=True, width="stretch")
    total.metric("Pieces ordered", sum(pieces for _, _, pieces in taken))
    if st.button("Forget them", icon=":material/delete:"):
        taken.clear()
        st.rerun(scope="fragment")


def clock():
    st.caption(f"{datetime.datetime.now():%H:%M:%S} · the whole page ran {st.session_state.runs} times")


st.set_page_config(page_title="Bakery", layout="wide")
st.session_state.setdefault("readings", {})
st.session_state.setdefault("orders", [])
st.session_state.runs = st.session_state.get("runs", 0) + 1

with st.sidebar:
    live = st.toggle("Live", True, key="live")
    seconds = st.slider("Seconds between readings", 0.5, 5.0, 1.0, 0.5, key="seconds", disabled=not live)
    st.fragment(clock, run_every="1s")()

every = seconds if live else None
st.title("The bakery")
for place, name in zip(st.columns(len(OVENS)), OVENS, strict=True):
    with place:
        st.fragment(oven, run_every=every, parallel=True)(name)

st.subheader("Orders")
total = st.empty()
st.fragment(orders, run_every=every and 2 * every)()
