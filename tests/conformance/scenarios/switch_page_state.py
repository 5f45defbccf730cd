"""What st.switch_page leaves of values: kept, of the page, bound, free, and of the entry script."""

PLACES = {"p": "persist_state='page'", "s": "persist_state='session'", "n": ""}
FIELDS = "\n".join(f"st.text_input('{{0}}{name}', key='{{0}}{name}', {how})" for name, how in PLACES.items())
SHOW = "st.write(str(sorted((k, v) for k, v in st.session_state.items() if len(k) < 3)))\n"
FILES = {
    "app.py": "import streamlit as st\n"
    "pages = [st.Page('one.py'), st.Page('two.py')]\n"
    "page = st.navigation(pages)\n"
    "st.session_state.setdefault('f', 1)\n" + FIELDS.format("e") + "\n"
    "def go():\n"
    "    st.session_state.f += 1\n"
    "    st.switch_page(pages[0], query_params={'q': ['1', '2']})\n"
    "st.button('back', key='back', on_click=go)\n"
    "if st.button('on', key='onto'):\n"
    "    st.switch_page('two.py')\n"
    "st.write(page.title, page.url_path, str(st.query_params.to_dict()))\n"
    "page.run()\n",
    "one.py": "import streamlit as st\n" + SHOW + FIELDS.format("o"),
    "two.py": "import streamlit as st\n" + SHOW + FIELDS.format("t"),
}
FILL = [("set", "text_input", f"{place}{name}", f"{place}{name}!") for place in "eo" for name in PLACES]
STEPS = [
    FILL,
    ("click", "button", "onto"),
    ("run",),
    ("set", "text_input", "tn", "x"),
    ("click", "button", "back"),
    ("run",),
    ("switch_page", "two.py"),
    ("run",),
]
