"""Callbacks that change other widgets, whose callbacks stay silent; dependent options."""
SCRIPT = '''
import streamlit as st
CITIES = {"DE": ["Bonn", "Ulm"], "FR": ["Paris", "Lyon"]}
log = st.session_state.setdefault("log", [])
def country_changed():
    log.append("country")
    st.session_state.city = CITIES[st.session_state.country][-1]
def city_changed():
    log.append("city " + st.session_state.city)
def low_changed():
    log.append("low")
    st.session_state.high = max(st.session_state.low, st.session_state.high)
def high_changed():
    log.append("high")
    st.session_state.low = min(st.session_state.low, st.session_state.high)
def reset():
    for key in ("country", "city", "low", "high"):
        del st.session_state[key]
st.selectbox("Country", list(CITIES), key="country", on_change=country_changed)
st.selectbox("City", CITIES[st.session_state.country], key="city", on_change=city_changed)
st.slider("Low", 0, 100, 20, key="low", on_change=low_changed)
st.slider("High", 0, 100, 60, key="high", on_change=high_changed)
st.button("Reset", key="reset", on_click=reset)
st.write(st.session_state.country, st.session_state.city, st.session_state.low, st.session_state.high, log)
'''
STEPS = [("set", "selectbox", "country", "FR"), ("set", "selectbox", "city", "Lyon"), ("set", "slider", "low", 80), ("set", "slider", "high", 10), ("click", "button", "reset"), ("set", "selectbox", "country", "DE")]
