"""Containers that replace each other in st.empty, and handles of those that are gone."""
SCRIPT = '''
import streamlit as st
place = st.empty()
place.tabs(["a", "b"])[1].write("in a tab")
place.expander("E").write("in the expander")
other = st.empty()
old = other.container()
new = other.container()
new.write("new")
old.write("old")
'''
STEPS = [("run",)]
