"""Data of one column: rows of one, arrays of one column, series without a name, indices; what an editor gives back."""
SCRIPT = '''
import numpy as np
import pandas as pd
import streamlit as st
DATA = {"rows": [[1], [2]], "tuples": [(1,), (2,)], "array": np.ones((2, 1)), "flat": np.array([1, 2]), "texts": np.array([["a"], ["b"]]), "one": [[1]], "series": pd.Series([1, 2]), "named": pd.Series([1, 2], name="n"), "number": pd.Series([1, 2], name=5), "index": pd.Index([3, 4]), "lists": pd.DataFrame({"l": [[1, 2], [3]]}), "levels": pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("A", "p"), ("A", "q")]))}
for name, data in DATA.items():
    for command in (st.dataframe, st.table, st.data_editor):
        try:
            found = command(data)
            if command is st.data_editor:
                st.text(f"{name} {type(found).__name__}")
        except Exception as e:
            st.text(f"{name} {type(e).__name__}")
'''
STEPS = [("run",)]
