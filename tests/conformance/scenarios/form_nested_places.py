"""Forms in columns, tabs, the sidebar; containers in forms; fields written by handles and late submit buttons."""
SCRIPT = '''
import streamlit as st
left, right = st.columns(2)
with left.form("f"):
    st.text_input("a", key="a")
    x, y = st.columns(2)
    x.text_input("b", key="b")
    with y:
        t1, t2 = st.tabs(["p", "q"])
        t2.selectbox("c", ["u", "v"], key="c")
    sent = x.form_submit_button("Send")
form = right.form("g", clear_on_submit=True)
form.number_input("n", 0, 9, key="n")
gone = form.form_submit_button("Go")
with st.sidebar:
    with st.form("s"):
        st.checkbox("sc", key="sc")
        side = st.form_submit_button("Side")
st.write("between")
with left:
    st.write("in the column, after the form")
later = x.form_submit_button("Later")
st.write(sent, gone, side, later)
st.write(st.session_state.to_dict())
'''
STEPS = [("set", "text_input", "a", "one"), ("set", "text_input", "b", "two"), ("click", "button", "FormSubmitter:f-Send"), [("set", "number_input", "n", 3), ("click", "button", "FormSubmitter:g-Go")], [("check", "checkbox", "sc"), ("click", "button", "FormSubmitter:s-Side")], ("click", "button", "FormSubmitter:f-Later"), ("run",)]
