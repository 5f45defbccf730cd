"""What acts reach in AppTest: nodes found earlier, what lies behind a dialog, what no script learns of."""

from __future__ import annotations

import pytest

from desklit.desktop.testing import AppTest, AppTestError


def counting() -> None:
    import streamlit as st

    state = st.session_state
    state.runs = state.get("runs", 0) + 1
    if st.button("More", key="more"):
        state.n = state.get("n", 0) + 1
    st.text(f"{state.get('n', 0)}")
    st.slider("A", 0, 10 + state.get("n", 0), key="size")
    if state.get("n", 0) < 2:
        st.checkbox("Only at first")
    st.text_input("Code", key="code", validate=("^[0-9]*$", "Digits only"))
    with st.expander("Details"):
        st.text("inside")


def test_a_node_found_before_the_last_run_still_acts() -> None:
    app = AppTest.from_function(counting).run()
    more = app.button("more")
    more.click().run()
    more.click().run()
    assert app.text[0].value == "2"
    more.click()
    assert app.button("more").value
    app.run()
    assert app.text[0].value == "3"


def test_a_node_found_earlier_shows_what_there_is_now() -> None:
    app = AppTest.from_function(counting).run()
    size = app.slider("size")
    size.set_value(4).run()
    assert size.value == 4
    app.button("more").click().run()  # its bounds change, its key does not
    size.set_value(7).run()
    assert (size.value, app.session_state.size) == (7, 7)
    app.session_state.size = 1
    app.run()
    assert size.value == 1


def test_what_was_done_once_is_not_done_again() -> None:
    app = AppTest.from_function(counting).run()
    code, more = app.text_input("code"), app.button("more")
    code.input("1").run()
    app.session_state.code = "2"
    more.click().run()
    assert app.session_state.code == "2"


def test_what_is_gone_can_not_be_acted_on() -> None:
    app = AppTest.from_function(counting).run()
    gone = app.checkbox[0]
    app.button("more").click().run()
    app.button("more").click().run()
    with pytest.raises(AppTestError, match="'Only at first' is not on the page any more"):
        gone.check()


def test_a_refused_value_does_not_run_the_script() -> None:
    app = AppTest.from_function(counting).run()
    app.text_input("code").input("abc").run()
    assert app.session_state.runs == 1
    assert app.text_input("code").refusal == "Digits only"
    app.text_input("code").input("abc")
    app.session_state.n = 5
    app.run()
    assert (app.session_state.runs, app.text[0].value) == (2, "5")


def test_opening_what_the_script_does_not_follow_does_not_run_it() -> None:
    app = AppTest.from_function(counting).run()
    app.expander[0].open().run()
    assert (app.session_state.runs, app.expander[0].is_open) == (1, True)
    assert app.run().session_state.runs == 2
    app.expander[0].close()
    app.query_params["page"] = "2"
    assert app.run().session_state.runs == 3


def asking() -> None:
    import streamlit as st

    state = st.session_state
    state.runs = state.get("runs", 0) + 1

    @st.dialog("Plain")
    def plain() -> None:
        st.text_input("Name", key="name")

    @st.dialog("Strict", dismissible=False)
    def strict() -> None:
        st.text("no way out")

    @st.dialog("Told", on_dismiss="rerun")
    def told() -> None:
        st.text("a way out")

    for ask in (plain, strict, told):
        if st.button(ask.__name__, key=ask.__name__):
            ask()
    st.checkbox("Other", key="other")


def test_a_dismissed_dialog_of_which_the_script_learns_nothing_does_not_run_it() -> None:
    app = AppTest.from_function(asking).run()
    app.button("plain").click().run()
    app.dialog[0].dismiss().run()
    assert (len(app.dialog), app.session_state.runs) == (0, 2)
    app.button("told").click().run()
    app.dialog[0].dismiss().run()
    assert (len(app.dialog), app.session_state.runs) == (0, 4)


def test_who_acts_behind_a_dialog_closes_it_first() -> None:
    app = AppTest.from_function(asking).run()
    app.button("plain").click().run()
    app.dialog[0].text_input("name").input("Ada").run()
    app.checkbox("other").check()
    assert not app.dialog[0].is_open
    app.run()
    assert (len(app.dialog), app.session_state.other) == (0, True)


def test_nobody_acts_behind_a_dialog_that_does_not_close() -> None:
    app = AppTest.from_function(asking).run()
    app.button("strict").click().run()
    with pytest.raises(AppTestError, match="The dialog 'Strict' lies over the checkbox"):
        app.checkbox("other").check()


def test_files_of_a_message_go_with_it_and_with_no_other() -> None:
    def script() -> None:
        import streamlit as st

        sent = st.chat_input("Say", accept_file="multiple", key="say")
        st.text(f"{sent.text} {[file.name for file in sent.files]}" if sent else "nothing")

    app = AppTest.from_function(script).run()
    say = app.chat_input[0]
    say.upload("a.txt", b"a").upload("b.txt", b"b").set_value("look").run()
    assert app.text[0].value == "look ['a.txt', 'b.txt']"
    say.set_value("again").run()
    assert app.text[0].value == "again []"


def test_a_value_that_is_no_option_fails_one_run_only() -> None:
    def script() -> None:
        import streamlit as st

        st.text(f"{st.radio('R', ['a', 'b'], key='r')} {st.pills('P', ['x', 'y'], key='p')}")

    app = AppTest.from_function(script).run()
    app.radio("r").set_value("z")
    with pytest.raises(ValueError, match="'z' is none of the options"):
        app.run()
    app.radio("r").set_value("b").run()
    assert app.text[0].value == "b None"
    app.pills("p").set_value("z").run()
    assert app.pills("p").select("y").run().text[0].value == "b y"
