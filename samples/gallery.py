"""Every command in every state, to look at: light and dark, narrow and wide.

The same file runs in Streamlit, so that both can be put side by side. A section's name as the
script's argument shows that section alone:

    desklit samples/gallery.py fields
    streamlit run samples/gallery.py -- fields
"""

import datetime
import sys

import streamlit as st

COLOURS = ["red", "orange", "yellow", "green", "blue", "violet", "gray", "primary"]
FRUIT = ["Apple", "Pear", "Plum", "Quince"]
DAY = datetime.date(2026, 3, 14)
NOON = datetime.datetime(2026, 3, 14, 12, 0)
HELP = "A tooltip with **bold**, `code` and a [link](https://example.org)."

LANDSCAPE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" width="320" height="180">
<rect width="320" height="180" fill="#f6d7a7"/><circle cx="230" cy="70" r="28" fill="#e8743b"/>
<path d="M0 130 L80 70 L140 120 L200 80 L320 140 V180 H0Z" fill="#5b7f95"/>
<path d="M0 150 L120 110 L230 150 L320 120 V180 H0Z" fill="#31465a"/></svg>"""


def headings():
    st.title("A title")
    st.title("A title with an icon", icon=":material/explore:", help=HELP)
    st.header("A header", divider="blue", icon="🌻", help=HELP)
    st.subheader("A subheader", divider=True, icon=":material/star:")
    st.subheader("A subheader with *emphasis*, `code` and :red[colour]", divider="rainbow", help=HELP)
    st.header("In the middle", text_alignment="center", anchor=False)
    for level in range(1, 7):
        st.markdown(f"{'#' * level} Heading {level} in Markdown")


def texts():
    st.markdown(
        "A paragraph with **bold**, *italic*, ~~struck~~, `code`, a [link](https://example.org) and an "
        "address, https://example.org. It is long enough to show how a line breaks in a column of text, "
        "and how far apart lines are set."
    )
    st.markdown(" ".join(f":{colour}[{colour}]" for colour in [*COLOURS, "rainbow"]))
    st.markdown(" ".join(f":{colour}-background[{colour}]" for colour in COLOURS))
    st.markdown(" ".join(f":{colour}-badge[{colour}]" for colour in COLOURS))
    st.markdown("Emoji :wave: :sunflower:, icons :material/home:, :small[small text], formulas $a^2+b^2$")
    st.markdown("Explained", help=HELP)
    st.markdown("- one\n- two\n    - below two\n\n1. first\n2. second\n\n- [ ] open\n- [x] done")
    st.markdown("> A quotation.\n> It has two lines.\n\n---\n\nAfter a rule.")
    st.markdown("| left | middle | right |\n|:--|:-:|--:|\n| a | b | 1 |\n| longer | text | 1,000 |")
    st.markdown('```python\nprint("fenced")\n```')
    st.markdown("Raw <b>HTML</b> is shown as text")
    st.markdown("unless it is <u>allowed</u>", unsafe_allow_html=True)
    st.markdown("At the right", text_alignment="right")
    st.caption("A caption with **bold** and :blue[colour].", help=HELP)
    st.text("Plain text that explains nothing")
    st.text("Plain *text*,\n    as it    is.", help=HELP)
    for colour in ("red", "green", "gray"):
        st.badge(colour.title(), color=colour, icon=":material/label:")
    st.write("Written:", 1.5, True, None, ("a", 1), {"a": [1, 2]}, datetime.timedelta(minutes=5))
    st.write_stream(f"{word} " for word in ("Written", "piece", "by", "piece", "by", "a", "*generator*."))
    st.divider()


def code():
    st.code('def area(r):\n    """A circle\'s."""\n    return 3.14159 * r ** 2  # about', language="python")
    st.code("line one\nline two\nline three", language=None, line_numbers=True)
    st.code("SELECT name FROM users WHERE age > 18 " * 5, language="sql", wrap_lines=True)
    st.code("\n".join(f"row {n}" for n in range(30)), language=None, height=120)
    st.latex(r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}", help=HELP)
    st.latex(r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}")
    st.json({"text": "a", "number": 1, "float": 1.5, "truth": True, "none": None, "list": [1, [2, 3]]})
    st.json({"closed": {"at": "first"}}, expanded=False)
    st.json({"one": {"two": {"three": 3}}}, expanded=1)


def buttons():
    for kind in ("secondary", "primary", "tertiary"):
        with st.container(horizontal=True):
            st.button(kind.title(), type=kind)
            st.button("Icon", type=kind, icon=":material/home:", key=f"icon {kind}")
            st.button("Right", type=kind, icon=":material/east:", icon_position="right", key=f"right {kind}")
            st.button("", type=kind, icon=":material/favorite:", key=f"bare {kind}")
            st.button("Emoji", type=kind, icon="🌻", key=f"emoji {kind}")
            st.button("Help", type=kind, help=HELP, key=f"help {kind}")
            st.button("Disabled", type=kind, disabled=True, key=f"disabled {kind}")
    st.button("**Bold** and :green[green] and $x^2$")
    st.button("Shortcut", shortcut="Ctrl+B")
    st.button("Stretched", width="stretch")
    st.button("240 px wide", width=240)
    with st.container(horizontal=True):
        st.download_button("Download", "content", "file.txt", icon=":material/download:")
        st.download_button("Primary", "content", type="primary", key="download primary")
        st.download_button("Disabled", "content", disabled=True, key="download disabled")
    with st.container(horizontal=True):
        st.link_button("Link", "https://example.org", icon=":material/open_in_new:")
        st.link_button("Primary", "https://example.org", type="primary")
        st.link_button("Disabled", "https://example.org", disabled=True)
    with st.container(horizontal=True):
        st.menu_button("Menu", ["One", ":material/home: Two", "**Three**"], icon=":material/menu:")
        st.menu_button("Primary", FRUIT, type="primary")
        st.menu_button("Disabled", FRUIT, disabled=True)
    with st.container(horizontal=True):
        st.link_button("Help", "https://example.org", type="tertiary", help=HELP, icon_position="right",
                       icon="🌻")  # fmt: skip
        st.menu_button("Help", FRUIT, type="tertiary", help=HELP)
        st.download_button("Help", "content", type="tertiary", help=HELP, shortcut="Ctrl+J",
                           icon=":material/download:", icon_position="right")  # fmt: skip
    st.page_link("https://example.org", label="Page link", icon=":material/public:", help=HELP)
    st.page_link("https://example.org", label="Page link, disabled", disabled=True)
    st.pagination(20, default=8)
    st.pagination(5, disabled=True)
    st.pagination(9, max_visible_pages=0)


def choices():
    for command in (st.checkbox, st.toggle):
        name = command.__name__.title()
        command(f"{name} off")
        command(f"{name} on", True, help=HELP)
        command(f"{name} off, disabled", disabled=True)
        command(f"{name} on, disabled", True, disabled=True)
        command(f"{name} with **bold**, `code` and :material/star: an icon")
        command(f"{name} hidden", label_visibility="hidden")
        command(f"{name} collapsed", label_visibility="collapsed")
    st.radio("Radio", FRUIT, help=HELP)
    st.radio("Radio, captions", FRUIT[:3], index=1, captions=["red or green", "green", "*blue*"])
    st.radio("Radio, horizontal", FRUIT, horizontal=True)
    st.radio("Radio, nothing chosen", FRUIT, index=None, horizontal=True)
    st.radio("Radio, disabled", FRUIT, horizontal=True, disabled=True)
    st.radio("Radio, no label", FRUIT, horizontal=True, label_visibility="collapsed")
    st.radio("Radio, no options", [])
    st.radio("Radio, hidden label", FRUIT[:2], horizontal=True, label_visibility="hidden", key="radio hidden")
    st.selectbox("Selectbox", FRUIT, help=HELP)
    st.selectbox("Selectbox, empty", FRUIT, index=None, placeholder="Choose a fruit")
    st.selectbox("Selectbox, icon", FRUIT, icon=":material/nutrition:", key="select icon")
    st.selectbox("Selectbox, own words", FRUIT, accept_new_options=True)
    st.selectbox("Selectbox, disabled", FRUIT, disabled=True)
    st.selectbox("Selectbox, no options", [])
    st.selectbox("Selectbox, required", FRUIT, index=None, required=True)
    st.multiselect("Multiselect", FRUIT, FRUIT[:2], help=HELP)
    st.multiselect("Multiselect, all", FRUIT, FRUIT)
    st.multiselect("Multiselect, empty", FRUIT, placeholder="Choose fruit")
    st.multiselect("Multiselect, at most two", FRUIT, FRUIT[:2], max_selections=2)
    st.multiselect("Multiselect, disabled", FRUIT, FRUIT[1:3], disabled=True)
    st.multiselect("Multiselect, own words", FRUIT, ["Pear"], accept_new_options=True, select_all=True)


def groups():
    for command in (st.pills, st.segmented_control):
        name = command.__name__.replace("_", " ").capitalize()
        command(name, FRUIT, default="Pear", help=HELP)
        command(f"{name}, several", FRUIT, selection_mode="multi", default=["Apple", "Plum"])
        command(f"{name}, nothing chosen", FRUIT)
        command(f"{name}, icons", [":material/home:", ":material/star: Two", "**Three**"])
        command(f"{name}, stretched", FRUIT, default="Plum", width="stretch", key=f"stretched {name}")
        command(f"{name}, disabled", FRUIT, default="Pear", disabled=True)
        command(f"{name}, required", FRUIT, default="Pear", required=True)
        command(f"{name}, no label", FRUIT, label_visibility="collapsed")
    st.feedback()
    st.feedback("stars", default=3, key="three stars")
    st.feedback("faces", default=4)
    st.feedback("stars", default=2, disabled=True, key="disabled stars")


def labels():
    fields = {
        st.text_input: ["Ada"], st.text_area: ["Ada"], st.number_input: [0, 10, 3], st.date_input: [DAY],
        st.time_input: [datetime.time(9, 30)], st.datetime_input: [NOON], st.selectbox: [FRUIT],
        st.multiselect: [FRUIT, FRUIT[:1]], st.radio: [FRUIT[:2]], st.slider: [0, 100, 40],
        st.select_slider: [FRUIT, "Pear"], st.color_picker: ["#c53948"], st.pills: [FRUIT],
        st.segmented_control: [FRUIT], st.file_uploader: [],
    }  # fmt: skip
    for visibility in ("hidden", "collapsed"):
        st.caption(f"The label is {visibility}")
        for number, (command, arguments) in enumerate(fields.items()):
            command("Label", *arguments, label_visibility=visibility, key=f"{visibility} {number}")


def sliders():
    st.slider("Slider", 0, 100, 40, help=HELP)
    st.slider("Slider, floats", 0.0, 1.0, 0.25, 0.05, format="%.2f m")
    st.slider("Slider, range", 0, 100, (25, 75))
    st.slider("Slider, date", DAY, DAY + datetime.timedelta(30), DAY + datetime.timedelta(10))
    st.slider("Slider, time", datetime.time(8), datetime.time(18), (datetime.time(9), datetime.time(12, 30)))
    st.slider("Slider, disabled", 0, 100, 40, disabled=True)
    st.slider("Slider, no label", 0, 100, 60, label_visibility="collapsed")
    st.select_slider("Select slider", FRUIT, "Pear", help=HELP)
    st.select_slider("Select slider, range", FRUIT, ("Pear", "Quince"))
    st.select_slider("Select slider, disabled", FRUIT, "Plum", disabled=True)


def fields():
    st.text_input("Text input", "Ada", help=HELP)
    st.text_input("Text input, empty", placeholder="A placeholder", max_chars=20)
    st.text_input("Text input, icon", "Find me", icon=":material/search:")
    st.text_input("Text input, password", "secret", type="password")
    st.text_input("Text input, required", placeholder="Leave it empty, and it says so", required=True)
    st.text_input("Text input, a pattern", "ab1", validate="[a-z]+", live=True)
    st.text_input("Text input, disabled", "Ada", disabled=True)
    st.text_input("Text input, hidden label", "The label keeps its place", label_visibility="hidden")
    st.text_input("Text input, collapsed label", "The label is gone", label_visibility="collapsed")
    st.text_area("Text area", "Several\nlines", help=HELP)
    st.text_area("Text area, empty", placeholder="A placeholder", max_chars=200, height=140)
    st.text_area("Text area, required", required=True)
    st.text_area("Text area, disabled", "Several\nlines", disabled=True)
    st.number_input("Number input", 0, 10, 3, help=HELP)
    st.number_input("Number input, floats", value=1.5, step=0.25, format="%.2f", icon=":material/scale:")
    st.number_input("Number input, empty", value=None, placeholder="A number")
    st.number_input("Number input, required", value=None, required=True)
    st.number_input("Number input, disabled", 0, 10, 3, disabled=True)
    st.date_input("Date input", DAY, help=HELP)
    st.date_input("Date input, range", (DAY, DAY + datetime.timedelta(6)), format="DD.MM.YYYY")
    st.date_input("Date input, empty", None)
    st.date_input("Date input, required", None, required=True)
    st.date_input("Date input, disabled", DAY, disabled=True)
    st.time_input("Time input", datetime.time(9, 30), help=HELP)
    st.time_input("Time input, empty", None)
    st.time_input("Time input, by the quarter", datetime.time(9, 30), step=900, required=True)
    st.time_input("Time input, disabled", datetime.time(9, 30), disabled=True)
    st.datetime_input("Datetime input", NOON, help=HELP)
    st.datetime_input("Datetime input, empty", None)
    st.datetime_input("Datetime input, required", None, required=True)
    st.datetime_input("Datetime input, disabled", NOON, disabled=True)
    st.color_picker("Color picker", "#c53948", help=HELP)
    st.color_picker("Color picker, disabled", "#31465a", disabled=True)
    st.file_uploader("File uploader", help=HELP)
    st.file_uploader("File uploader, several", ["png", "jpg"], accept_multiple_files=True)
    st.file_uploader("File uploader, disabled", disabled=True)


def data():
    rows = [
        {"name": "Ada", "born": 1815, "score": 9.75, "member": True, "since": DAY},
        {"name": "Grace", "born": 1906, "score": 8.5, "member": False, "since": None},
        {"name": "Katherine", "born": 1918, "score": None, "member": True, "since": DAY},
    ]
    st.dataframe(rows)
    st.dataframe(rows, hide_index=True, column_order=["name", "score"], width="content")
    st.data_editor(rows, key="edit")
    st.data_editor(rows, num_rows="dynamic", key="edit dynamic")
    st.data_editor(rows, disabled=True, key="edit disabled")
    st.data_editor({"a": [1, 2], "b": ["x", "y"]}, disabled=["a"], key="edit a column")
    st.table(rows)
    st.table({"a": [1, 2], "b": ["x", "y"]}, border="horizontal", hide_index=True)
    metrics = st.columns(4)
    metrics[0].metric("Metric", "1,234", 56, help=HELP)
    metrics[1].metric("Falling", 12.5, -1.25)
    metrics[2].metric("Inverse", "8 °C", "-1 °C", delta_color="inverse", border=True)
    metrics[3].metric("Off", None, "the same", delta_color="off", border=True)
    bare = st.columns(3)
    bare[0].metric("With an icon", "5.2 h", icon=":material/schedule:")
    bare[1].metric("Hidden label", 12, label_visibility="hidden")
    bare[2].metric("No label", 12, label_visibility="collapsed")
    st.metric("With a line", "72 %", "4 %", chart_data=[3, 5, 4, 6, 7, 6, 9], chart_type="area", border=True)


def pictures():
    st.image(LANDSCAPE, caption="A picture with a *caption*")
    st.image(LANDSCAPE, width=160)
    st.image([LANDSCAPE] * 3, caption=["one", "two", "three"], width=200)
    st.image(LANDSCAPE, width="stretch")


def layout():
    left, right = st.columns([1, 2])
    left.info("One third")
    right.info("Two thirds")
    for number, column in enumerate(st.columns(3, gap="large", border=True), start=1):
        column.write(f"Column {number}, framed")
    top, centre, bottom = st.columns(3, vertical_alignment="center")
    top.text_area("Tall", height=120)
    centre.button("Centred")
    bottom.write("Text")
    one, two, three = st.tabs(["One", ":material/home: Two", "**Three**"])
    one.write("In the first tab")
    two.write("In the second tab")
    three.write("In the third tab")
    with st.expander("Expander"):
        st.write("It was closed.")
    with st.expander("Expander, open", expanded=True, icon=":material/info:"):
        st.write("It was open.")
        st.button("In it")
    with st.container(border=True):
        st.write("A container with a frame")
        st.text_input("In it")
    with st.container(height=140):
        for number in range(1, 9):
            st.write(f"Line {number} of eight, in a container of 140 px")
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for number in range(1, 4):
            st.button(f"Distributed {number}")
    with st.container(horizontal=True):
        with st.popover("Popover", icon=":material/tune:", help=HELP):
            st.checkbox("On its sheet")
            st.selectbox("Selectbox", FRUIT, key="popover select")
        st.popover("Primary", type="primary").write("On its sheet")
        st.popover("Disabled", disabled=True).write("Out of reach")
        st.space("stretch")
        st.button("Behind a space")
    grid = st.grid(4, border=True)
    with grid.cell(column_span=2):
        st.metric("A wide cell", "1,250", "+5 %")
    for number in range(1, 6):
        grid.write(f"Cell {number}")
    with st.form("form"):
        st.text_input("A field of a form")
        st.form_submit_button("Send", type="primary", help=HELP)
        st.form_submit_button("Disabled", disabled=True)
    with st.form("form without a frame", border=False):
        st.checkbox("A field of a form without a frame")
        st.form_submit_button("Send", icon=":material/send:")


def chat():
    with st.chat_message("user"):
        st.write("A message of the user")
    with st.chat_message("assistant"):
        st.write("An answer with **bold**, `code` and a list:\n\n- one\n- two")
    st.chat_message("Ada", avatar="🦊").write("With an emoji")
    st.chat_message("Ada").write("With a letter")
    with st.container(border=True):
        st.chat_input("Chat input")
        st.chat_input("With files and a limit", accept_file="multiple", max_chars=200)
        st.chat_input("Disabled", disabled=True)


def code_and_help():
    with st.echo():
        st.write("Shown below its own code")
    st.help(datetime.date.today)
    st.html("<p>HTML with <b>bold</b>, <i>italic</i> and <a href='https://example.org'>a link</a></p>")


def status():
    for command in (st.error, st.warning, st.info, st.success):
        command(f"`st.{command.__name__}` with **bold** and a [link](https://example.org)")
    st.info("With an icon", icon=":material/info:")
    for command in (st.error, st.warning, st.info, st.success):
        command("With a title above", title=f"**{command.__name__.title()}**", icon=":material/flag:")
    st.success("With an emoji.\n\nAnd a second paragraph.", icon="🎉")
    st.warning("240 px wide", width=240)
    st.progress(40, "A progress bar, 40 %")
    st.progress(1.0)
    with st.status("Status, complete", expanded=True):
        st.write("What was done")
    st.status("Status, running")
    st.status("Status, error", state="error")
    st.status("Status, compact", state="complete", type="compact").write("More")
    for step in ("First step", "Second step"):
        st.status(step, state="complete", type="step").write("Done")
    st.skeleton(60)
    with st.container(horizontal=True):
        if st.button("Balloons"):
            st.balloons()
        if st.button("Snow"):
            st.snow()
    st.exception(ValueError("An exception without a traceback"))
    try:
        {}["missing"]
    except KeyError as error:
        st.exception(error)
    if st.button("Toasts"):
        st.toast("A toast", icon=":material/notifications:")
        st.toast("Another one with **bold** text that is longer than a single line of it can hold")
    if st.button("Spinner"):
        with st.spinner("Working for two seconds", show_time=True):
            import time

            time.sleep(2)
    place = st.empty()
    place.error("This is replaced")
    place.success("by this, in `st.empty`")


def in_the_sidebar():
    with st.sidebar:
        st.divider()
        st.title("Title")
        st.header("Header")
        st.subheader("Subheader")
        st.write("Text with a [link](https://example.org) and `code`")
        st.caption("A caption")
        st.text_input("Text input", "Ada", key="side text")
        st.selectbox("Selectbox", FRUIT, key="side select")
        st.slider("Slider", 0, 100, 40, key="side slider")
        st.checkbox("Checkbox", True, key="side check")
        st.button("Button", key="side button")
        st.info("An alert")
        with st.expander("Expander"):
            st.write("In the sidebar")


SECTIONS = {
    section.__name__: section
    for section in (
        *(headings, texts, code, buttons, choices, groups, sliders, fields, labels),
        *(data, pictures, layout, chat, code_and_help, status, in_the_sidebar),
    )
}

st.set_page_config(page_title="Gallery")
asked = [name for name in sys.argv[1:] if name in SECTIONS]
chosen = st.sidebar.multiselect("Sections", list(SECTIONS), asked, placeholder="All of them")
for name in chosen or SECTIONS:
    SECTIONS[name]()
