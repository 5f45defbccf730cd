"""The session state keeps any object, also what pickle cannot write.

Run it with `--runner.enforceSerializableSessionState true`, or open the same lines in
`serialisable_only/`, where a config file says so: then it raises at the end of the run.
"""

import streamlit as st


def unserializable_data():
    return lambda x: x


st.session_state.unserializable = unserializable_data()

st.write("A function is in the session state:", st.session_state.unserializable(42))
