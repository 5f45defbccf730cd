"""on_change='ignore' on every kind of widget, alone, in forms, with arguments, and words that are none."""
SCRIPT = '''
import streamlit as st
KINDS = {"checkbox": st.checkbox, "toggle": st.toggle, "text_input": st.text_input, "text_area": st.text_area, "number_input": st.number_input, "slider": st.slider, "color_picker": st.color_picker, "date_input": st.date_input, "time_input": st.time_input, "datetime_input": st.datetime_input, "file_uploader": st.file_uploader, "feedback": lambda label, **k: st.feedback("stars", **k), **{name: (lambda label, fn=getattr(st, name), **k: fn(label, ["x", "y"], **k)) for name in ("selectbox", "radio", "multiselect", "pills", "segmented_control", "select_slider")}, "data_editor": lambda label, **k: st.data_editor([1], **k)}
for name, fn in KINDS.items():
    for mode in ("ignore", "rerun", None, "", "never", 5, []):
        try:
            fn("L", key=f"{name} {mode}", on_change=mode)
        except Exception as e:
            st.write(name, mode, type(e).__name__)
    try:
        fn("L", key=f"{name} args", on_change="ignore", args=(1,), kwargs={"a": 1})
    except Exception as e:
        st.write(name, "args", type(e).__name__)
st.write(sorted(st.session_state))
'''
STEPS = [("set", "slider", "slider ignore", 5), ("set", "selectbox", "selectbox ignore", "y"), ("check", "checkbox", "checkbox ignore"), ("run",)]
