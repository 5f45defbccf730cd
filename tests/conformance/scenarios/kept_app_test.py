"""What required and validate refuse in a window: Streamlit's AppTest lets it through."""
SCRIPT = '''
import streamlit as st
a = st.pills("A", ["x", "y"], default="x", required=True, key="a")
b = st.text_input("B", "given", required=True, key="b")
c = st.text_input("C", "12", validate="^[0-9]+$", key="c")
d = st.number_input("D", value=3, required=True, key="d")
st.write(a, b, c, d)
'''
STEPS = [("set", "button_group", "a", None), ("set", "text_input", "b", ""), ("set", "text_input", "c", "no"), ("set", "number_input", "d", None)]
