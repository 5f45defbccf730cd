"""dataframe, data_editor and table: argument checks."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        fn()
        st.write(name, "fine")
    except Exception as e:
        st.write(name, type(e).__name__)
import pandas as pd
df = pd.DataFrame({"a": [1, 2], "b": ["x", "y"]})
for name, value in [("width", "wide"), ("width", 0), ("width", "content"), ("width", 100), ("width", None), ("height", 0), ("height", "auto"), ("height", "content"), ("height", "stretch"), ("height", 50), ("height", "tall"), ("height", None), ("use_container_width", True), ("hide_index", True), ("hide_index", "yes"), ("column_order", ["b"]), ("column_order", ["nope"]), ("column_order", "a"), ("column_order", 5), ("column_config", {"a": "Label"}), ("column_config", {"a": None}), ("column_config", {"nope": "x"}), ("column_config", 5), ("column_config", {"a": 5}), ("column_config", {0: "first"}), ("column_config", {"a": st.column_config.NumberColumn(format="%d")}), ("column_config", {"b": st.column_config.NumberColumn()}), ("key", ""), ("key", "k1"), ("on_select", "always"), ("on_select", None), ("on_select", 5), ("selection_mode", "all"), ("selection_mode", ["single-row", "multi-row"]), ("selection_mode", ["single-row", "multi-column"]), ("selection_mode", []), ("row_height", 0), ("row_height", "tall"), ("row_height", 50), ("placeholder", "-"), ("placeholder", 5), ("alt", "a")]:
    attempt(f"dataframe {name} {value!r}"[:40], lambda: st.dataframe(df, **{name: value}))
for name, value in [("num_rows", "dynamic"), ("num_rows", "add"), ("num_rows", "delete"), ("num_rows", 5), ("disabled", True), ("disabled", ["a"]), ("disabled", "a"), ("disabled", [0]), ("disabled", ["nope"]), ("disabled", None), ("column_order", ["b", "a"]), ("hide_index", True), ("on_change", "never"), ("on_change", 5), ("row_height", 0), ("width", "wide"), ("height", 0), ("key", 5)]:
    attempt(f"data_editor {name} {value!r}"[:40], lambda: st.data_editor(df, **{"key": f"{name}{value}", **{name: value}}))
for name, value in [("border", "horizontal"), ("border", "vertical"), ("border", False), ("border", None), ("width", 0), ("width", "content"), ("height", 0), ("height", 100), ("hide_index", True), ("hide_header", True)]:
    attempt(f"table {name} {value!r}"[:40], lambda: st.table(df, **{name: value}))
'''
STEPS = [("run",)]
