from __future__ import annotations

import pytest

from desklit.desktop.testing import AppTest, AppTestError


def parts() -> None:
    import streamlit as st

    state = st.session_state
    state.whole = state.get("whole", 0) + 1

    @st.fragment(run_every=60)
    def part() -> None:
        state.part = state.get("part", 0) + 1
        st.button("In", key="in")
        if st.button("Again", key="again"):
            st.rerun(scope="fragment")
        if st.button("All", key="all"):
            st.rerun()
        st.text(f"part {state.part}")

    part()
    st.checkbox("Out", key="out")
    st.text(f"whole {state.whole}")


def test_a_widget_in_a_fragment_runs_the_fragment_alone() -> None:
    app = AppTest.from_function(parts).run()
    app.button("in").click().run()
    assert app.text.values == ["part 2", "whole 1"]
    app.checkbox("out").check().run()
    assert app.text.values == ["part 3", "whole 2"]


def test_widgets_in_and_out_of_a_fragment_run_all() -> None:
    app = AppTest.from_function(parts).run()
    app.button("in").click()
    app.checkbox("out").check().run()
    assert app.text.values == ["part 2", "whole 2"]


def test_a_fragment_runs_itself_or_all_again() -> None:
    app = AppTest.from_function(parts).run()
    app.button("again").click().run()
    assert app.text.values == ["part 3", "whole 1"]
    app.button("all").click().run()
    assert app.text.values == ["part 5", "whole 2"]


def test_timers_run_when_the_test_lets_time_pass() -> None:
    app = AppTest.from_function(parts).run()
    assert app.run_timers() is app
    assert app.text.values == ["part 2", "whole 1"]
    assert AppTest.from_string("import streamlit as st").run().run_timers().text.values == []


def asking() -> None:
    import streamlit as st

    state = st.session_state
    state.runs = state.get("runs", 0) + 1

    def gone() -> None:
        state.gone = True

    @st.dialog("Plain")
    def plain() -> None:
        name = st.text_input("Name", key="name")
        if st.button("Save", key="save"):
            state.saved = name
            st.rerun()
        st.text(f"Hello {name}")

    @st.dialog("Strict", dismissible=False)
    def strict() -> None:
        st.text("no way out")

    @st.dialog("Told", on_dismiss=gone)
    def told() -> None:
        st.text("a way out")

    for ask in (plain, strict, told):
        if st.button(ask.__name__, key=ask.__name__):
            ask()
    st.checkbox("Other", key="other")


def test_a_dialog_stays_open_while_it_is_used_and_until_the_script_runs() -> None:
    app = AppTest.from_function(asking).run()
    assert len(app.dialog) == 0
    app.button("plain").click().run()
    (dialog,) = app.dialog
    assert (dialog.label, dialog.is_open, dialog.dismissible) == ("Plain", True, True)
    dialog.text_input("name").input("Ada").run()
    assert app.dialog[0].text.values == ["Hello Ada"]
    assert app.session_state.runs == 2
    app.button("save").click().run()
    assert len(app.dialog) == 0
    assert (app.session_state.saved, app.session_state.runs) == ("Ada", 3)


def test_a_dialog_goes_when_it_is_dismissed_and_opens_anew() -> None:
    app = AppTest.from_function(asking).run()
    app.button("plain").click().run()
    assert not app.dialog[0].dismiss().is_open
    app.run()
    assert len(app.dialog) == 0
    app.button("plain").click().run()
    assert app.dialog[0].is_open


def test_the_script_hears_of_a_dismissed_dialog_if_it_asks() -> None:
    app = AppTest.from_function(asking).run()
    app.button("told").click().run()
    app.dialog[0].dismiss().run()
    assert len(app.dialog) == 0
    assert app.session_state.gone


def test_a_dialog_that_can_not_be_dismissed_says_so() -> None:
    app = AppTest.from_function(asking).run()
    app.button("strict").click().run()
    with pytest.raises(AppTestError, match="'Strict' can't be dismissed"):
        app.dialog[0].dismiss()
