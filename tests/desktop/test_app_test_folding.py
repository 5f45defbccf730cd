from __future__ import annotations

import pytest

from desklit.desktop.testing import AppTest, AppTestError


def folding() -> None:
    import streamlit as st

    st.expander("Free").text("a")
    seen = st.expander("Seen", key="seen", on_change="rerun")
    over = st.popover("Over", key="over", on_change="rerun")
    st.popover("Off", disabled=True)
    st.tabs(["A", "B"], key="plain")
    first, second = st.tabs(["C", "D"], key="tabs", on_change="rerun")
    st.status("Busy", state="running")
    st.text(f"{seen.open} {over.open} {first.open} {second.open}")


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(folding).run()


def test_what_the_script_follows_reaches_it(app: AppTest) -> None:
    assert app.text.values == ["a", "False False True False"]
    app.expander[1].open()
    app.popover[0].open()
    app.tabs[3].open().run()
    assert app.text.values[-1] == "True True False True"
    assert [tab.is_open for tab in app.tabs] == [True, False, False, True]
    app.expander[1].close().run()
    assert (app.session_state.seen, app.session_state.tabs) == (False, "D")


def test_what_it_does_not_follow_stays_as_the_user_left_it(app: AppTest) -> None:
    app.expander[0].open()
    app.tabs[1].open()
    assert app.status[0].close().is_open is False
    app.run()
    assert app.expander[0].is_open
    assert [tab.is_open for tab in app.tabs][:2] == [False, True]
    assert not app.expander[1].is_open


def test_tabs_are_named_by_their_labels(app: AppTest) -> None:
    row = app.get("tab_container")[1]
    assert row.select("D").front == "D"
    with pytest.raises(AppTestError, match="'C', 'D'"):
        row.select("E")


def test_a_disabled_popover_does_not_open(app: AppTest) -> None:
    with pytest.raises(AppTestError, match="'Off' is disabled"):
        app.popover[1].open()


def test_a_script_that_folds_anew_is_heard() -> None:
    def script() -> None:
        import streamlit as st

        st.expander("Details", expanded=st.checkbox("Wide"), key="details")

    app = AppTest.from_function(script).run()
    app.expander[0].open()
    assert app.run().expander[0].is_open
    app.checkbox[0].check().run()
    app.expander[0].close()
    assert not app.run().expander[0].is_open
    app.checkbox[0].uncheck().run()
    assert not app.expander[0].is_open
