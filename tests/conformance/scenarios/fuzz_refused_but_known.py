"""Found by the fuzzer: some widgets are known by their key before their arguments are refused: they keep their values."""
SCRIPT = '''
import datetime as dt
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
BAD = {
    "number_input": [dict(value="a"), dict(max_value=-3), dict(min_value=5, max_value=1)],
    "radio": [dict(options=["a"], index=9), dict(options=["a"], index="x")],
    "slider": [dict(value="a"), dict(value=(1, 2, 3)), dict(step=0), dict(min_value=0, max_value=1.0)],
    "date_input": [dict(value="nope"), dict(value=dt.date(2024, 1, 5), max_value=dt.date(2024, 1, 1)), dict(format="x")],
    "color_picker": [dict(value="red"), dict(value=5)],
    "selectbox": [dict(options=["a"], index=9)],
    "multiselect": [dict(options=["a"], default="b")],
    "pills": [dict(options=["a"], default="b")],
    "select_slider": [dict(options=["a"], value="b")],
    "time_input": [dict(value="nope")],
    "datetime_input": [dict(value="nope")],
    "feedback": [dict(options="x")],
    "text_input": [dict(type="x")],
}
GOOD = {"date_input": dict(value=dt.date(2024, 1, 9)), "time_input": dict(value=dt.time(8))}
GOOD["datetime_input"] = dict(value=dt.datetime(2024, 1, 9))
for name, cases in BAD.items():
    for number, bad in enumerate(cases):
        plain = {"options": bad["options"]} if isinstance(bad.get("options"), list) else GOOD.get(name, {})
        label = () if name == "feedback" else ("L",)
        for arguments in (plain,) if turn != 2 else (bad, plain):
            try:
                getattr(st, name)(*label, **arguments, key=f"{name}{number}")
            except Exception as error:
                st.write(name, number, type(error).__name__)
st.write({key: S[key] for key in sorted(S)})
'''
STEPS = [("run",), ("run",)]
