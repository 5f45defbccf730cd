from __future__ import annotations

import pytest

from desklit.desktop.testing.errors import AppTestError


@pytest.mark.parametrize("width", [1000, 240])
def test_a_page_is_chosen_by_its_number(open_app, width: int) -> None:
    def script() -> None:
        import streamlit as st

        st.text(f"page {st.pagination(30, key='pages')}")

    app = open_app(script, size=(width, 400))
    pages = app.pagination(key="pages")
    pages.choose(17)
    assert app.has("page 17")
    pages.set(2)
    assert (pages.value, app.state.pages) == (2, 2)
    pages.increment().increment().decrement()
    assert app.has("page 3")
    with pytest.raises(AppTestError, match="pages 1 to 30"):
        pages.choose(31)


def several() -> None:
    import streamlit as st

    def first() -> None:
        st.title("One")
        st.page_link(two, label="Go on")

    def second() -> None:
        st.title("Two")

    one, two = st.Page(first, title="First"), st.Page(second, title="Second", icon=":material/home:")
    position = st.session_state.get("position", "sidebar")
    st.navigation({"Here": [one], "There": [two]}, position=position).run()


def test_links_lead_to_pages(open_app) -> None:
    app = open_app(several)
    app.page_link("Go on").click()
    assert app.has("Two")
    assert app.runs[-1].causes == ("page",)


@pytest.mark.parametrize("width", [1000, 300])
@pytest.mark.parametrize("position", ["sidebar", "top"])
def test_pages_are_opened_wherever_they_are_listed(open_app, position: str, width: int) -> None:
    app = open_app(several, size=(width, 600), state={"position": position})
    assert app.pages == ["First", "Second"]
    app.open_page("Second")
    assert app.title().value == "Two"
    app.open_page("first")
    assert app.title().value == "One"
    with pytest.raises(AppTestError, match="there is no page 'Third'; there are, nearest first: 'First'"):
        app.open_page("Third")


def test_an_app_of_one_page_lists_none(open_app) -> None:
    def script() -> None:
        import streamlit as st

        st.text("alone")

    app = open_app(script)
    assert app.pages == []
    with pytest.raises(AppTestError, match="none"):
        app.open_page("Other")
