from __future__ import annotations

import datetime as dt

import pytest

from desklit.desktop.testing import AppTest


def fields() -> None:
    import streamlit as st

    st.selectbox("Size", ["S", "M", "L"], key="size", format_func=lambda size: f"size {size}")
    st.radio("Colour", ["red", "blue"], index=None, key="colour")
    st.multiselect("Extras", ["milk", "sugar"], key="extras", max_selections=2)
    st.slider("Price", 0, 10, (2, 5), key="price")
    st.select_slider("Rank", ["low", "mid", "high"], key="rank")
    st.number_input("Count", 0, 3, key="count")
    st.text_input("Name", key="name", max_chars=5)
    st.text_area("Note", key="note")
    st.checkbox("Gift", key="gift")
    st.toggle("Express", key="express")
    st.color_picker("Paint", key="paint")
    st.time_input("When", key="when", value="08:45")
    st.date_input("Day", "2024-05-05", key="day", min_value="2024-01-01", max_value="2024-12-31")


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(fields).run()


def test_an_option_is_chosen_by_itself_by_its_label_or_by_its_number(app: AppTest) -> None:
    size = app.selectbox("size")
    assert size.options == ["size S", "size M", "size L"]
    assert (size.value, size.index) == ("S", 0)
    assert size.select("M").run().selectbox("size").value == "M"
    assert app.selectbox("size").select("size L").run().session_state["size"] == "L"
    assert app.selectbox("size").select_index(0).run().selectbox("size").index == 0
    assert app.selectbox("size").format_func("M") == "size M"


def test_an_option_that_is_not_there_is_told_with_those_that_are(app: AppTest) -> None:
    app.radio("colour").set_value("green")
    with pytest.raises(ValueError, match=r"'green'.*red.*blue"):
        app.run()


def test_nothing_chosen_is_none(app: AppTest) -> None:
    assert app.radio("colour").value is None
    assert app.radio("colour").index is None
    assert app.radio("colour").set_value("blue").run().radio("colour").index == 1


def test_several_options_are_taken_and_let_go(app: AppTest) -> None:
    extras = app.multiselect("extras")
    assert extras.max_selections == 2
    extras.select("milk").select("sugar").select("milk").run()
    assert app.multiselect("extras").value == ["milk", "sugar"]
    assert app.multiselect("extras").indices == [0, 1]
    assert app.multiselect("extras").unselect("milk").run().session_state["extras"] == ["sugar"]


def test_both_handles_of_a_slider_are_moved(app: AppTest) -> None:
    assert app.slider("price").set_range(1, 9).run().slider("price").value == (1, 9)
    assert app.select_slider("rank").set_value("high").run().session_state["rank"] == "high"


def test_a_number_goes_step_by_step_to_its_bounds(app: AppTest) -> None:
    for _ in range(5):
        app.number_input("count").increment().run()
    assert app.number_input("count").value == 3
    assert app.number_input("count").decrement().run().session_state["count"] == 2
    assert (app.number_input("count").min, app.number_input("count").max) == (0, 3)


def test_text_that_is_too_long_can_not_be_typed(app: AppTest) -> None:
    app.text_input("name").input("Ada").run()
    app.text_input("name").input("Augusta").run()
    assert app.text_input("name").value == "Ada"
    assert app.text_area("note").input("a\nb").run().session_state["note"] == "a\nb"


def test_boxes_are_ticked_and_switches_switched(app: AppTest) -> None:
    app.checkbox("gift").check()
    app.toggle("express").set_value(True)
    app.run()
    assert app.session_state["gift"] is app.session_state["express"] is True
    assert app.checkbox("gift").uncheck().run().session_state["gift"] is False


def test_colours_dates_and_times_are_set(app: AppTest) -> None:
    app.color_picker("paint").pick("00ff00")
    app.date_input("day").set_value(dt.date(2024, 6, 7))
    app.time_input("when").increment()
    app.run()
    assert app.session_state["paint"] == "#00ff00"
    assert app.session_state["day"] == dt.date(2024, 6, 7)
    assert app.session_state["when"] == dt.time(9, 0)
    assert app.date_input("day").min == dt.date(2024, 1, 1)


def test_several_acts_before_a_run_are_one_run() -> None:
    def script() -> None:
        import streamlit as st

        st.session_state["runs"] = st.session_state.get("runs", 0) + 1
        st.text_input("A", key="a")
        st.checkbox("B", key="b")

    app = AppTest.from_function(script).run()
    app.text_input[0].set_value("x")
    app.checkbox[0].check()
    app.run()
    assert app.session_state.to_dict() == {"runs": 2, "a": "x", "b": True}


def form() -> None:
    import streamlit as st

    with st.form("order", clear_on_submit=st.session_state.get("clear", False)):
        name = st.text_input("Name", "nobody")
        sent = st.form_submit_button("Send")
    out = st.button("Out")
    st.text(f"{name} {sent} {out}")


def test_the_fields_of_a_form_wait_for_its_button() -> None:
    app = AppTest.from_function(form).run()
    assert app.text_input[0].form_id == "order"
    app.text_input[0].set_value("Ada")
    app.button[1].click().run()
    assert app.text[0].value == "nobody False True"
    app.text_input[0].set_value("Ada")
    app.form_submit_button[0].click().run()
    assert app.text[0].value == "Ada True False"


def test_a_form_that_clears_itself_sends_its_defaults_the_next_time() -> None:
    app = AppTest.from_function(form)
    app.session_state["clear"] = True
    app.run()
    app.text_input[0].set_value("Ada")
    app.form_submit_button[0].click().run()
    assert app.text[0].value == "Ada True False"
    app.form_submit_button[0].click().run()
    assert app.text[0].value == "nobody True False"


def test_files_are_uploaded_and_taken_away() -> None:
    def script() -> None:
        import streamlit as st

        one = st.file_uploader("One", type=["txt"])
        many = st.file_uploader("Many", accept_multiple_files=True)
        st.text(one.read().decode() if one else "none")
        st.text([file.name for file in many])

    app = AppTest.from_function(script).run()
    one, many = app.file_uploader
    assert (one.accept_multiple_files, many.accept_multiple_files) == (False, True)
    one.upload("a.txt", b"hello")
    many.upload("b.csv", b"1").upload("c.csv", b"2", "text/csv")
    app.run()
    assert app.text.values == ["hello", "['b.csv', 'c.csv']"]
    app.file_uploader[0].clear().run()
    assert app.text[0].value == "none"


def test_blocks_hold_what_lies_in_them() -> None:
    def script() -> None:
        import streamlit as st

        left, right = st.columns([1, 3], gap="large")
        left.text("left")
        right.expander("More", icon=":material/add:").text("inside")
        for number, tab in enumerate(st.tabs(["A", "B"])):
            tab.text(number)
        st.container(key="box").text("boxed")

    app = AppTest.from_function(script).run()
    assert [column.weight for column in app.columns] == [0.25, 0.75]
    assert app.columns[0].gap == "large"
    assert app.columns[1].expander[0].text.values == ["inside"]
    assert app.expander[0].label == "More"
    assert [tab.label for tab in app.tabs] == ["A", "B"]
    assert app.tabs[1].text[0].value == "1"
    assert app.container("box").text.values == ["boxed"]
    assert app.main.children[0].children[1] == app.columns[1]  # type: ignore[attr-defined]


def test_data_is_shown_as_frames() -> None:
    def script() -> None:
        import pandas as pd
        import streamlit as st

        st.dataframe(pd.DataFrame({"a": [1, 2]}))
        st.data_editor([{"a": 1}], num_rows="dynamic", key="edit")
        st.table(pd.DataFrame({"b": [3]}))

    app = AppTest.from_function(script).run()
    assert app.dataframe[0].value.to_dict("list") == {"a": [1, 2]}
    assert [node.editing_mode for node in app.dataframe] == ["read_only", "dynamic"]
    assert app.data_editor("edit").value["a"].tolist() == [1]
    assert app.table[0].value["b"].tolist() == [3]


def test_messages_tell_their_icons_and_texts() -> None:
    def script() -> None:
        import streamlit as st

        st.error("bad", icon="🚨")
        st.metric("Speed", 3, -1)
        st.progress(40, text="half way")
        st.toast("done", icon="🎉")
        st.json({"a": 1})
        st.header("Head", help="why")

    app = AppTest.from_function(script).run()
    assert (app.error[0].value, app.error[0].icon) == ("bad", "🚨")
    assert (app.metric[0].label, app.metric[0].value, app.metric[0].delta) == ("Speed", "3", "-1")
    assert (app.progress[0].value, app.progress[0].text) == (40, "half way")
    assert app.toast[0].value == "done"
    assert app.json[0].value.replace(" ", "") == '{"a":1}'
    assert (app.header[0].tag, app.header[0].help) == ("h2", "why")
