"""column_config: what each kind of column makes of its arguments."""
SCRIPT = '''
import streamlit as st
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
c = st.column_config
for name in ("Column", "TextColumn", "NumberColumn", "CheckboxColumn", "SelectboxColumn", "DatetimeColumn", "DateColumn", "TimeColumn", "ListColumn", "LinkColumn", "ProgressColumn"):
    fn = getattr(c, name, None)
    st.write(name, fn is not None)
    if fn is None:
        continue
    for key, value in [("label", "L"), ("label", 5), ("width", "small"), ("width", "huge"), ("width", 0), ("width", 50), ("help", "h"), ("disabled", True), ("required", True), ("pinned", True), ("default", "d"), ("nonsense", 1), ("format", "x")]:
        try:
            made = fn(**{key: value})
            st.write(key, repr(value), sorted((k, repr(v)) for k, v in made.items() if v is not None))
        except Exception as e:
            st.write(key, repr(value), type(e).__name__)
attempt("positional", lambda: c.NumberColumn("L", "small"))
attempt("min max", lambda: c.NumberColumn(min_value=5, max_value=1, step=0)["type_config"])
attempt("options", lambda: c.SelectboxColumn(options=range(3))["type_config"])
attempt("options func", lambda: c.SelectboxColumn(options=["a"], format_func=str.upper)["type_config"])
attempt("link", lambda: c.LinkColumn(display_text="x", validate="[", max_chars=5)["type_config"])
attempt("progress", lambda: c.ProgressColumn(min_value=0, max_value=10)["type_config"])
attempt("time step", lambda: c.TimeColumn(step=60)["type_config"])
'''
STEPS = [("run",)]
