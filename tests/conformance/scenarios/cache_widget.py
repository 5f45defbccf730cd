"""A widget in a cached function comes with a warning. (A second run is more than the oracle's AppTest bears.)"""
SCRIPT = '''
import streamlit as st
@st.cache_data
def widget():
    st.write("before")
    st.checkbox("in cache")
widget()
widget()
'''
STEPS = [("run",)]
