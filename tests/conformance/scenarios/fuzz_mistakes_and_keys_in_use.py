"""Found by the fuzzer: where a widget is refused for some of its arguments, that its key is in use is told first."""
SCRIPT = '''
import streamlit as st
OWN = [
    ("radio", dict(options=["a"], index=9)), ("slider", dict(value="a")), ("slider", dict(step=0)),
    ("number_input", dict(value="a")), ("number_input", dict(max_value=-3)), ("number_input", dict(icon="x")),
    ("date_input", dict(value="nope")), ("color_picker", dict(value="red")), ("text_input", dict(icon="x")),
    ("button", dict(icon="x")), ("button", dict(type="x")), ("download_button", dict(data=5)),
    ("download_button", dict(data="x", type="x")), ("text_input", dict(bind="x")), ("checkbox", dict(bind="x")),
    ("slider", dict(bind="x", value="a")), ("selectbox", dict(options=["a"], index=9)),
    ("multiselect", dict(options=["a"], default="b")), ("pills", dict(options=["a"], default="b")),
    ("select_slider", dict(options=["a"], value="b")), ("text_input", dict(type="x")),
    ("time_input", dict(value="nope")), ("datetime_input", dict(value="nope")), ("feedback", dict(options="x")),
    ("file_uploader", dict(max_upload_size=-1)), ("chat_input", dict(accept_file="x")),
]
NO = dict(value=None)
WIDTHS = [
    ("multiselect", dict(options=["a"])), ("selectbox", dict(options=["a"])), ("radio", dict(options=["a"])),
    ("pills", dict(options=["a"])), ("segmented_control", dict(options=["a"])),
    ("select_slider", dict(options=["a", "b"])), ("slider", {}), ("number_input", {}), ("text_input", {}),
    ("text_area", {}), ("date_input", NO), ("time_input", NO), ("datetime_input", NO), ("feedback", {}),
    ("checkbox", {}), ("toggle", {}), ("file_uploader", {}), ("button", {}), ("download_button", dict(data="x")),
    ("chat_input", {}),
]
MORE = [{}, dict(key=""), dict(on_change="x"), dict(label_visibility="x")]
LASTING = [dict(bind="x", key="z"), dict(persist_state="x", key="y")]
FREE = ("feedback", "button", "download_button", "file_uploader", "chat_input")
def told(name, arguments):
    label = () if name == "feedback" else ("L",)
    try:
        getattr(st, name)(*label, **arguments)
    except Exception as error:
        return type(error).__name__
    return "nothing"
for number, (name, bad) in enumerate(OWN):
    st.checkbox("X", key=f"a{number}")
    row = [told(name, {**bad, "key": f"a{number}"}), told(name, {**bad, "key": f"b{number}"})]
    row += [told(name, {**bad, "key": f"b{number}"}), told("checkbox", {"key": f"b{number}"})]
    st.write(name, *row, told(name, bad), told(name, bad))
for name, good in WIDTHS:
    keyed = [dict(key="w")] if name in ("checkbox", "toggle", "select_slider", "radio", "pills", "feedback") else []
    for more in (MORE[:2] if name in FREE else MORE + LASTING) + keyed:
        more = {**more, **({"key": more["key"] + name} if more.get("key") else {}), **good, "width": -1}
        st.write(name, told(name, more), told(name, more))
'''
STEPS = [("run",)]
