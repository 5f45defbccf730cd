from __future__ import annotations

from desklit.desktop.testing import AppTest


def fields() -> None:
    import streamlit as st

    st.text_input("Name", "Ada", key="name", required=True)
    st.text_input("Code", key="code", validate=("^[0-9]+$", "Digits only"))
    st.number_input("Count", value=None, key="count", required=True)
    st.text_area("Note", "x", key="note", required=True)
    st.pills("Unit", ["km", "mi"], default="km", key="unit", required=True)


def test_a_value_that_is_refused_does_not_arrive_and_the_field_says_why() -> None:
    app = AppTest.from_function(fields).run()
    app.text_input("name").input(" ")
    app.text_input("code").input("abc")
    app.text_area("note").input("")
    app.number_input("count").set_value(3)
    app.run()
    state = app.session_state
    assert (state.name, state.code, state.note, state["count"]) == ("Ada", "", "x", 3)
    assert app.text_input("code").refusal == "Digits only"
    assert "fill in" in app.text_input("name").refusal
    assert "Digits only" in repr(app.text_input("code"))
    app.text_input("code").input("12").run()
    assert (state.code, app.text_input("code").refusal) == ("12", "")


def test_a_required_choice_is_not_taken_back() -> None:
    app = AppTest.from_function(fields).run()
    app.pills("unit").unselect("km").run()
    assert app.session_state.unit == "km"
    assert app.pills("unit").select("mi").run().session_state.unit == "mi"


def form() -> None:
    import streamlit as st

    with st.form("order"):
        st.text_input("Name", key="name", required=True)
        st.selectbox("Size", ["S", "M"], index=None, key="size", required=True)
        st.number_input("Count", 0, key="count")
        sent = st.form_submit_button("Send")
    st.text(f"{sent} {st.session_state['count']}")


def test_a_form_submits_only_when_its_fields_agree() -> None:
    app = AppTest.from_function(form).run()
    app.number_input("count").set_value(2)
    app.button[0].click().run()
    assert app.text[0].value == "False 0"
    assert app.text_input("name").refusal
    assert app.selectbox("size").refusal == "Choose an option."
    app.text_input("name").input("Ada")
    app.selectbox("size").select("M")
    app.number_input("count").set_value(2)
    app.button[0].click().run()
    assert app.text[0].value == "True 2"
    assert not app.selectbox("size").refusal


def test_an_option_of_ones_own_stays() -> None:
    def script() -> None:
        import streamlit as st

        st.selectbox("Tea", ["green", "black"], accept_new_options=True, key="tea")
        st.multiselect("Herbs", ["mint"], accept_new_options=True, key="herbs")
        st.checkbox("Other")

    app = AppTest.from_function(script).run()
    app.selectbox("tea").set_value("white")
    app.multiselect("herbs").set_value(["mint", "sage"]).run()
    app.checkbox[0].check().run()
    assert app.selectbox("tea").value == "white"
    assert app.multiselect("herbs").value == ["mint", "sage"]
    assert app.run().session_state.tea == "white"


def test_a_deleted_key_of_a_live_widget_does_no_harm() -> None:
    def script() -> None:
        import streamlit as st

        st.text_input("Name", "Ada", key="name")
        if st.button("Delete"):
            del st.session_state["name"]

    app = AppTest.from_function(script).run()
    app.text_input("name").input("Bob").run()
    app.button[0].click().run()
    assert app.run().text_input("name").value in ("Ada", "Bob")
    assert not app.exception


def test_a_chat_takes_text_and_files() -> None:
    def script() -> None:
        import streamlit as st

        sent = st.chat_input("Say", accept_file="multiple")
        if sent:
            st.text([sent.text, *(file.name for file in sent.files)])

    app = AppTest.from_function(script).run()
    app.chat_input[0].set_value("look").upload("a.txt", b"a").upload("b.txt", b"b").run()
    assert app.text[0].value == "['look', 'a.txt', 'b.txt']"
    app.chat_input[0].set_value("look").upload("a.txt", b"a").clear().run()
    assert not app.text


def test_pictures_figures_and_messages_tell_what_they_show() -> None:
    def script() -> None:
        import streamlit as st

        svg = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'/>"
        st.image([svg, "https://example.org/a.png"], caption=["one", "two"])
        st.metric("Price", 12, -3, help="in euros", chart_data=[1, 2, 3])
        st.badge("New")

    app = AppTest.from_function(script).run()
    assert (app.image[0].captions, app.image[0].sizes) == (["one", "two"], [(20, 10), None])
    metric = app.metric[0]
    assert (metric.label, metric.value, metric.delta, metric.help) == ("Price", "12", "-3", "in euros")
    assert tuple(metric.chart) == (1, 2, 3)


def test_an_app_says_what_is_on_its_page_and_in_its_state() -> None:
    app = AppTest.from_function(fields).run()
    told = repr(app)
    assert "TextInput(key='name', label='Name', value='Ada')" in told
    assert "'unit': 'km'" in told
