from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desklit.desktop.testing.errors import AppTestError


def causes(app) -> list[str]:
    return [cause for run in app.runs[1:] for cause in run.causes]


def test_buttons_are_clicked(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.text(f"plain {st.button('Plain')}")
        with st.form("f"):
            st.text_input("In", key="i")
            st.text(f"sent {st.form_submit_button('Send')}")

    app = open_app(script)
    app.button("Plain").click()
    assert app.has("plain True")
    app.text_input("In").fill("x")
    assert len(app.runs) == 2
    app.form_submit_button("Send").click()
    assert app.has("sent True")
    assert app.state.i == "x"
    app.button("Plain").press("Space")
    assert app.has("plain True")


def test_checkboxes_and_toggles_are_turned(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.checkbox("Hot", True)
        st.toggle("Fast")

    app = open_app(script)
    app.checkbox("Hot").uncheck()
    app.checkbox("Hot").uncheck()
    app.toggle("Fast").check()
    assert (app.value("Hot"), app.value("Fast")) == (False, True)
    app.toggle("Fast").click()
    app.checkbox("Hot").set(True)
    assert (app.value("Hot"), app.value("Fast")) == (True, False)
    assert causes(app) == ["checkbox 'Hot'", "toggle 'Fast'", "toggle 'Fast'", "checkbox 'Hot'"]
    with pytest.raises(AppTestError, match="True or False, not 3"):
        app.checkbox("Hot").set(3)


def test_texts_are_typed_filled_and_cleared(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.text_input("Name", "Ann")
        st.text_area("Note", "one", max_chars=30)
        st.text_input("Secret", type="password")

    app = open_app(script)
    app.text_input("Name").type("a Lee")
    assert app.value("Name") == "Ann"
    app.text_input("Name").press("Enter")
    assert app.value("Name") == "Anna Lee"
    app.text_area("Note").fill("first\nsecond – ö")
    assert app.value("Note") == "first\nsecond – ö"
    app.text_area("Note").type("!").press("Ctrl+Enter")
    assert app.value("Note") == "first\nsecond – ö!"
    app.text_area("Note").press("Ctrl+Z").press("Ctrl+Enter")
    assert "ö!" not in app.value("Note")
    app.text_input("Secret").set("s3cret")
    app.text_input("Name").clear()
    assert (app.value("Name"), app.value("Secret")) == ("", "s3cret")
    with pytest.raises(AppTestError, match="it takes one line"):
        app.text_input("Name").fill("a\nb")


def test_a_field_is_left_with_what_was_typed_when_the_mouse_goes_elsewhere(open_app) -> None:
    def script() -> None:
        import streamlit as st

        name = st.text_input("Name")
        if st.button("Greet"):
            st.text(f"Hello {name}")

    app = open_app(script)
    app.text_input("Name").type("Zoé")
    app.button("Greet").click()
    assert app.has("Hello Zoé")


def test_numbers_are_typed_and_stepped(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.number_input("Whole", 0, 10, 3)
        st.number_input("Real", value=1.5, step=0.25)
        st.number_input("Open", value=None)

    app = open_app(script)
    app.number_input("Whole").increment().increment().decrement()
    app.number_input("Real").fill(2.75)
    app.number_input("Open").set(-4)
    assert [app.value(name) for name in ("Whole", "Real", "Open")] == [4, 2.75, -4]
    app.number_input("Real").press("Up")
    app.number_input("Open").clear()
    assert [app.value(name) for name in ("Real", "Open")] == [3.0, None]


@pytest.mark.parametrize("width", [400, 1000])
def test_sliders_are_dragged(open_app, width: int) -> None:
    def script() -> None:
        import datetime as dt

        import streamlit as st

        st.slider("Int", 0, 20, 5)
        st.slider("Float", 0.0, 1.0, 0.5, 0.01)
        st.slider("Range", 0, 100, (20, 40))
        st.slider("Day", dt.date(2024, 1, 1), dt.date(2024, 12, 31), dt.date(2024, 6, 1))
        st.slider("Fine", 0, 2000, 0)
        st.select_slider("Size", ["S", "M", "L"], "M")

    app = open_app(script, size=(width, 800))
    app.slider("Int").drag_to(17)
    app.slider("Float").drag_to(0.07)
    app.slider("Range").drag_to(60, 90)
    app.slider("Range").drag_to((5, 10))
    app.slider("Day").drag_to(dt.date(2024, 12, 24))
    app.slider("Fine").set(1234)
    app.select_slider("Size").set("L")
    names = ["Int", "Float", "Range", "Day", "Fine", "Size"]
    assert [app.value(name) for name in names] == [17, 0.07, (5, 10), dt.date(2024, 12, 24), 1234, "L"]
    # A drag is one change; of a range each handle has its own, of which two may share a run.
    assert len(app.runs) <= 1 + 9
    app.slider("Int").press("Right").press("Home")
    assert app.value("Int") == 0


def test_what_a_slider_can_not_show_is_refused(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.slider("Even", 0, 20, 4, 2)
        st.slider("Range", 0, 9, (2, 4))
        st.slider("Huge", 0, 10**9, 0)
        st.select_slider("Size", ["small", "medium"])

    app = open_app(script)
    with pytest.raises(AppTestError, match=r"can't stop at 5; near it are \[4, 6, 8\]"):
        app.slider("Even").drag_to(5)
    with pytest.raises(AppTestError, match="40 is above `max_value`"):
        app.slider("Even").drag_to(40)
    with pytest.raises(AppTestError, match="has 2 handles, so it takes 2 values"):
        app.slider("Range").drag_to(3)
    with pytest.raises(AppTestError, match="too many steps"):
        app.slider("Huge").drag_to(123_456_789)
    with pytest.raises(AppTestError, match="no option 'smal'; there are, nearest first: 'small', 'medium'"):
        app.select_slider("Size").drag_to("smal")


def test_options_are_chosen(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.radio("Size", ["S", "*M*", "L"])
        st.selectbox("City", [f"City {number}" for number in range(40)])
        st.selectbox("Maybe", ["a", "b"], index=None)
        st.selectbox("Own", ["a"], accept_new_options=True)
        st.multiselect("Fruit", ["Apple", "Banana", "Cherry", "Date"], ["Date"])
        st.multiselect("Tags", ["x"], accept_new_options=True)

    app = open_app(script)
    app.radio("Size").choose("M")
    app.selectbox("City").choose("City 37")
    app.selectbox("Maybe").set("b")
    app.selectbox("Own").choose("fresh")
    app.multiselect("Fruit").choose("Apple", "Cherry")
    app.multiselect("Tags").choose("x", "new one")
    names = ["Size", "City", "Maybe", "Own", "Fruit", "Tags"]
    assert [app.value(name) for name in names] == [
        "*M*", "City 37", "b", "fresh", ["Date", "Apple", "Cherry"], ["x", "new one"],
    ]  # fmt: skip
    app.selectbox("Maybe").clear()
    app.multiselect("Fruit").unchoose("Date")
    app.multiselect("Tags").clear()
    assert [app.value(name) for name in ("Maybe", "Fruit", "Tags")] == [None, ["Apple", "Cherry"], []]
    app.multiselect("Fruit").set(["Banana"])
    assert app.value("Fruit") == ["Banana"]
    with pytest.raises(AppTestError, match="no option 'City 99'; there are, nearest first: 'City 9'"):
        app.selectbox("City").choose("City 99")


def test_an_open_list_is_used_by_keys(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.selectbox("City", ["Lima", "Oslo", "Rome"])

    app = open_app(script)
    app.selectbox("City").open()
    assert app.get(role="listbox").visible
    app.press("Down")
    app.press("Enter")
    assert app.value("City") == "Oslo"
    app.selectbox("City").open().close()
    assert not app.all(role="listbox")


def test_groups_of_buttons_and_ratings(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.pills("Tags", ["a", "b", "c"], selection_mode="multi")
        st.segmented_control("View", ["List", "Grid"])
        st.feedback("stars", key="stars")
        st.feedback("thumbs", key="thumbs")

    app = open_app(script)
    app.pills("Tags").choose("a", "c")
    app.segmented_control("View").choose("Grid")
    app.feedback(key="stars").set(3)
    app.feedback(key="thumbs").set(0)
    assert [app.value("Tags"), app.value("View")] == [["a", "c"], "Grid"]
    assert [app.state.stars, app.state.thumbs] == [3, 0]
    app.pills("Tags").set(["b"])
    app.segmented_control("View").clear()
    app.feedback(key="stars").clear()
    assert [app.value("Tags"), app.value("View"), app.state.stars] == [["b"], None, None]
    with pytest.raises(AppTestError, match=r"rates by \[0, 1, 2, 3, 4\], not by 9"):
        app.feedback(key="stars").set(9)


def test_dates_and_times_are_typed_and_picked(open_app) -> None:
    def script() -> None:
        import datetime as dt

        import streamlit as st

        st.date_input("Day", dt.date(2024, 5, 17))
        span = (dt.date(2024, 5, 1), dt.date(2024, 5, 2))
        st.date_input("Span", span, format="DD.MM.YYYY")
        st.time_input("Time", dt.time(8, 30))
        st.datetime_input("Moment", dt.datetime(2024, 5, 17, 8, 30))

    app = open_app(script)
    app.date_input("Day").pick(dt.date(2024, 9, 1))
    assert app.value("Day") == dt.date(2024, 9, 1)
    app.date_input("Day").fill("2023/12/31")
    app.date_input("Span").pick(dt.date(2024, 4, 30), dt.date(2024, 6, 30))
    app.time_input("Time").choose("09:15")
    app.datetime_input("Moment").pick(dt.datetime(2024, 6, 2, 10, 45))
    assert [app.value(name) for name in ("Day", "Span", "Time", "Moment")] == [
        dt.date(2023, 12, 31),
        (dt.date(2024, 4, 30), dt.date(2024, 6, 30)),
        dt.time(9, 15),
        dt.datetime(2024, 6, 2, 10, 45),
    ]
    app.date_input("Span").set((dt.date(2024, 1, 2), dt.date(2024, 1, 3)))
    app.time_input("Time").set(dt.time(23, 59))
    app.datetime_input("Moment").set(dt.datetime(2024, 1, 1))
    assert [app.value(name) for name in ("Span", "Time", "Moment")] == [
        (dt.date(2024, 1, 2), dt.date(2024, 1, 3)), dt.time(23, 59), dt.datetime(2024, 1, 1),
    ]  # fmt: skip


def test_colours_are_chosen_in_their_dialog(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.color_picker("Paint", "#112233")

    app = open_app(script)
    app.color_picker("Paint").choose("#aabbcc")
    assert app.value("Paint") == "#aabbcc"


def test_tabs_and_expanders_open_and_close(open_app) -> None:
    def script() -> None:
        import streamlit as st

        one, two = st.tabs(["**One**", "Two"])
        one.text("first")
        two.text("second")
        st.expander("More").text("inside")

    app = open_app(script)
    assert app.texts() == ["first"]
    app.tab("Two").open()
    app.expander("More").open()
    assert app.texts() == ["second", "inside"]
    app.get(kind="tab_container").choose("One")
    app.expander("More").close().close()
    assert app.texts() == ["first"]
    app.tab("Two").click()
    assert app.text("second").visible
    assert not app.text("inside").visible


def test_files_are_dropped_uploaded_and_removed(open_app, tmp_path: Path) -> None:
    def script() -> None:
        import streamlit as st

        st.file_uploader("One", type="txt")
        st.file_uploader("Many", accept_multiple_files=True)
        st.file_uploader("Off", disabled=True)

    for name in ("a.txt", "b.txt", "c.csv"):
        (tmp_path / name).write_text(name)
    app = open_app(script)
    app.file_uploader("One").drop(tmp_path / "a.txt")
    app.file_uploader("Many").upload(tmp_path / "b.txt", tmp_path / "c.csv")
    assert app.value("One").read() == b"a.txt"
    assert [file.name for file in app.value("Many")] == ["b.txt", "c.csv"]
    app.file_uploader("Many").remove("b.txt")
    assert [file.name for file in app.value("Many")] == ["c.csv"]
    app.get(role="button", label="Remove a.txt").click()
    assert app.value("One") is None
    with pytest.raises(AppTestError, match="it is disabled"):
        app.file_uploader("Off").drop(tmp_path / "a.txt")
    with pytest.raises(AppTestError, match="there is no file"):
        app.file_uploader("One").drop(tmp_path / "nothing.txt")


def editor() -> None:
    import datetime as dt

    import streamlit as st

    st.session_state.out = st.data_editor(
        {
            "item": ["tea", "coffee", "milk"],
            "price": [2.5, 3.0, 1.25],
            "organic": [True, False, True],
            "since": [dt.date(2024, 5, 1), dt.date(2023, 1, 1), dt.date(2022, 1, 31)],
            "kind": ["hot", "hot", "cold"],
        },
        column_config={"kind": st.column_config.SelectboxColumn("Kind", options=["hot", "cold", "warm"])},
        disabled=["organic2"],
        num_rows="dynamic",
        key="edits",
    )


def test_cells_are_edited(open_app) -> None:
    app = open_app(editor)
    table = app.data_editor()
    table.edit(0, "item", "mate")
    table.edit(1, "price", 4.5)
    table.edit(0, "organic", False)
    table.edit(2, "since", dt.date(2025, 12, 24))
    table.edit(2, "Kind", "warm")
    table.edit(1, 0, None)
    assert app.state.edits["edited_rows"] == {
        0: {"item": "mate", "organic": False},
        1: {"price": 4.5, "item": None},
        2: {"since": "2025-12-24", "kind": "warm"},
    }
    assert table.cell(2, "kind") == "warm"
    assert app.state.out["price"] == [2.5, 4.5, 1.25]
    assert table.rows()[0][:2] == ["mate", "2.5"]


def test_rows_are_added_and_deleted(open_app) -> None:
    app = open_app(editor)
    app.data_editor().add_row({"item": "juice", "price": 3.2})
    app.data_editor().delete_rows([0, 2])
    assert app.state.out["item"] == ["coffee", "juice"]
    assert app.state.out["price"] == [3.0, 3.2]


def test_what_a_table_does_not_take_is_told(open_app) -> None:
    app = open_app(editor)
    table = app.data_editor()
    with pytest.raises(AppTestError, match="no row 7: it has 3 rows"):
        table.edit(7, "item", "x")
    with pytest.raises(AppTestError, match="no column 'prize'; there are, nearest first: 'price'"):
        table.edit(0, "prize", 1)
    with pytest.raises(AppTestError, match="does not take 'many'"):
        table.edit(0, "price", "many")
    assert app.state.edits["edited_rows"] == {}


def test_tables_are_sorted_and_chosen_from(open_app) -> None:
    def script() -> None:
        import streamlit as st

        data = {"item": ["tea", "coffee"], "price": [2.5, 3.0]}
        st.dataframe(data, key="chosen", on_select="rerun", selection_mode="multi-row")
        st.table(data)

    app = open_app(script)
    table = app.dataframe()
    table.select_rows([1])
    assert app.state.chosen.selection.rows == [1]
    table.select_rows([0])
    assert app.state.chosen.selection.rows == [0]
    table.click_header("price")
    table.click_header("price")
    assert table.cell(0, "item") == "coffee"
    table.column_menu("item", "Sort descending")
    assert [row[0] for row in table.rows()] == ["tea", "coffee"]
    assert app.table().cell(1, "price") == "3"
    assert app.table().rows()[0][0] == "tea"


def test_the_page_scrolls_to_what_is_used(open_app) -> None:
    def script() -> None:
        import streamlit as st

        box = st.container(height=150)
        for number in range(30):
            box.button(f"Inside {number}")
        for number in range(60):
            st.text(number)
        st.checkbox("At the end")

    app = open_app(script, size=(500, 500))
    app.checkbox("At the end").check()
    app.button("Inside 29").click()
    app.button("Inside 0").click()
    assert causes(app) == ["checkbox 'At the end'", "button 'Inside 29'", "button 'Inside 0'"]


def test_the_mouse_hovers(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.dataframe({"a": [1]})

    app = open_app(script)
    app.dataframe().hover()


def test_messages_are_sent(open_app) -> None:
    def script() -> None:
        import streamlit as st

        said = st.container()
        message = st.chat_input("Ask me")
        if message:
            said.chat_message("user").write(message)

    app = open_app(script)
    app.chat_input("Ask me").fill("Hello\nthere")
    assert app.chat_message().has("Hello there")
    app.chat_input("Ask me").type("Bye").send()
    assert app.has("Bye")


def test_dialogs_are_used_and_closed(open_app) -> None:
    def script() -> None:
        import streamlit as st

        @st.dialog("Rename")
        def rename() -> None:
            st.text_input("New name", key="name")
            if st.button("Save"):
                st.session_state.saved = st.session_state.name
                st.rerun()

        if st.button("Open"):
            rename()
        st.text(st.session_state.get("saved", "nothing"))

    app = open_app(script)
    app.button("Open").click()
    assert app.dialog("Rename").text_input("New name").value == ""
    with pytest.raises(AppTestError, match="lies over it"):
        app.button("Open").click()
    app.text_input("New name").fill("Ann")
    app.button("Save").click()
    assert app.texts() == ["Ann"]
    app.button("Open").click()
    app.dialog("Rename").close()
    app.button("Open").click()
    app.press("Escape")
    assert not app.all("dialog") or not app.button("Save").visible


def test_links_are_followed_nowhere(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.link_button("Docs", "https://example.org/docs")

    app = open_app(script)
    app.link_button("Docs").click()
    assert app.links == ["https://example.org/docs"]
    app.link_button("Docs").menu("Copy link address")


def test_popovers_open_and_close(open_app) -> None:
    def script() -> None:
        import streamlit as st

        with st.popover("Filter"):
            st.checkbox("Only hot")

    app = open_app(script)
    with pytest.raises(AppTestError, match=r"in the closed popover 'Filter'.*it is not visible"):
        app.checkbox("Only hot").check()
    app.popover("Filter").open()
    app.popover("Filter").checkbox("Only hot").check()
    assert app.value("Only hot") is True
    app.popover("Filter").close()
    assert not app.checkbox("Only hot").visible


def test_entries_of_a_menu_button_are_chosen(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.text(st.menu_button("Export", ["CSV", "PDF"]))

    app = open_app(script)
    app.menu_button("Export").choose("PDF")
    assert app.texts() == ["PDF"]
    with pytest.raises(AppTestError, match="no entry 'PNG'; there are, nearest first: 'PDF', 'CSV'"):
        app.menu_button("Export").choose("PNG")
    app.menu_button("Export").choose("CSV")
    assert app.texts() == ["CSV"]


def test_a_status_opens(open_app) -> None:
    def script() -> None:
        import streamlit as st

        with st.status("Brewing", expanded=False):
            st.text("grinding")

    app = open_app(script)
    assert app.texts() == []
    app.status("Brewing").open()
    assert app.texts() == ["grinding"]
