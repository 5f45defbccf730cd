"""A form whose submission reruns, stops, fails, changes its own defaults; forms made in a loop."""
SCRIPT = '''
import streamlit as st
s = st.session_state
s.setdefault("rows", 2)
s.setdefault("log", [])
with st.form("f"):
    how = st.selectbox("how", ["none", "rerun", "stop", "fail", "grow"], key="how")
    if st.form_submit_button("S"):
        s.log.append(how)
        st.write("submitted", how)
        if how == "rerun":
            st.rerun()
        if how == "stop":
            st.stop()
        if how == "fail":
            raise ArithmeticError
        if how == "grow":
            s.rows += 1
for n in range(s.rows):
    with st.form(f"row {n}", border=False):
        text = st.text_input("t", f"default {n}", key=f"t {n}")
        if st.form_submit_button("Save"):
            s.log.append((n, text))
st.write(s.log)
'''
STEPS = [[("set", "selectbox", "how", "rerun"), ("click", "button", "FormSubmitter:f-S")], [("set", "selectbox", "how", "stop"), ("click", "button", "FormSubmitter:f-S")], [("set", "selectbox", "how", "fail"), ("click", "button", "FormSubmitter:f-S")], [("set", "selectbox", "how", "grow"), ("click", "button", "FormSubmitter:f-S")], [("set", "text_input", "t 1", "x"), ("click", "button", "FormSubmitter:row 1-Save")], ("run",)]
