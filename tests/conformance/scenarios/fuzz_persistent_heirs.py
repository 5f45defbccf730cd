"""Found by the fuzzer: another widget takes over the key of one that keeps its value; it begins with its own once."""
SCRIPT = '''
import streamlit as st
S = st.session_state
turn = S["turn"] = S.get("turn", 0) + 1
for number, keeps in enumerate((None, "page", "session")):
    for value in ("x", None):
        for heir_keeps in dict.fromkeys((None, keeps)):
            key = f"k {number} {value} {heir_keeps}"
            if turn < 3:
                st.text_area("Before", "y", key=key, max_chars=4, persist_state=keeps)
            else:
                st.write(st.text_area("After", value, key=key, persist_state=heir_keeps))
if turn == 4:
    raise ValueError("stopped here")
if turn < 6:
    st.text_area("Seldom", "y", key="s", max_chars=4, persist_state="page")
elif turn > 6:
    st.write(st.text_area("Later", "x", key="s"))
for key in sorted(key for key in S if key != "turn"):
    st.write(key, S[key])
'''
STEPS = [("run",)] * 9
