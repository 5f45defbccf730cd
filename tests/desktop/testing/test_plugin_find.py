from __future__ import annotations

import pytest

from desklit.desktop.testing.find import AmbiguousError, NotFoundError


def shop() -> None:
    import streamlit as st

    st.title("The *shop*")
    st.sidebar.slider("Price", 0, 20, 5, key="price")
    st.slider("Weight", 0, 9)
    st.write("Total: **12**")
    st.metric("Takings", "95 €", "3 €")
    st.error("Out of milk", title="Sorry")
    with st.form("order"):
        st.text_input("Name", key="name")
        st.form_submit_button("Send")
    left, right = st.columns(2)
    left.button("Add", key="a")
    right.button("Add", key="b")
    with st.expander("More"):
        st.checkbox("Hot :red[tea]")
    tea, coffee = st.tabs(["Tea", "Coffee"])
    tea.button("Brew")
    coffee.button("Brew", key="espresso")
    st.button("Off", disabled=True)


def test_labels_are_found_as_they_read(open_app) -> None:
    app = open_app(shop)
    assert app.checkbox("Hot tea").kind == "checkbox"
    assert app.checkbox("hot  TEA").label == "Hot tea"
    assert app.slider("Weight").value == 0
    assert app.title("The shop").says == "The shop"


def test_keys_texts_kinds_and_roles_find_too(open_app) -> None:
    app = open_app(shop)
    assert app.get(key="price").label == "Price"
    assert app.get(text="out of").kind == "error"
    assert app.get("Takings").value == "95 €"
    assert app.get(kind="slider", label="Price").key == "price"
    assert app.get(role="textbox", label="Name").widget is app.text_input("Name").widget.editor()
    assert app.get(role="button", label="Menu").visible


def test_texts_are_found_by_a_part_of_what_they_say(open_app) -> None:
    app = open_app(shop)
    assert app.text("total").kind == "markdown"
    assert app.text("milk").says == "Sorry\nOut of milk"
    assert app.has("12")
    assert not app.has("nowhere")
    assert app.texts() == ["The shop", "Total: 12", "Takings\n95 €\n3 €", "Sorry\nOut of milk"]


def test_containers_are_places_to_look(open_app) -> None:
    app = open_app(shop)
    assert app.sidebar.slider("Price").key == "price"
    assert app.sidebar.slider().key == "price"
    assert app.form(key="order").text_input().key == "name"
    assert app.column(index=1).button("Add").key == "b"
    assert app.tab("Coffee").button("Brew").key == "espresso"
    with pytest.raises(NotFoundError, match="no slider 'Price' on the page \\(the sidebar left out\\)"):
        app.main.slider("Price")


def test_what_is_visible_goes_before_what_is_hidden(open_app) -> None:
    app = open_app(shop)
    assert app.button("Brew").key is None
    app.tab("Coffee").open()
    assert app.button("Brew").key == "espresso"


def test_not_found_lists_what_is_there_nearest_first(open_app) -> None:
    app = open_app(shop)
    with pytest.raises(NotFoundError) as caught:
        app.slider("Prize")
    lines = str(caught.value).splitlines()
    assert lines[0] == "There is no slider 'Prize' on the page. What is there, nearest first:"
    assert lines[1] == "  slider 'Price', key 'price', in the sidebar"
    assert lines[2] == "  slider 'Weight'"
    with pytest.raises(NotFoundError, match="checkbox 'Hot tea', in the closed expander 'More'"):
        app.checkbox("Cold")
    with pytest.raises(NotFoundError, match="  button 'Off', disabled"):
        app.button("On")


def test_a_long_page_is_listed_in_part(open_app) -> None:
    def long() -> None:
        import streamlit as st

        for number in range(40):
            st.button(f"b{number}")

    app = open_app(long)
    with pytest.raises(NotFoundError, match="… and 28 more"):
        app.button("c")


def test_ambiguous_lists_all_that_fits(open_app) -> None:
    app = open_app(shop)
    with pytest.raises(AmbiguousError) as caught:
        app.button("Add")
    message = str(caught.value)
    assert message.startswith("There are 2 of button 'Add' on the page:")
    assert "button 'Add', key 'a'" in message
    assert app.button("Add", index=1).key == "b"
    assert app.button("Add", index=-1).key == "b"
    assert [each.key for each in app.all("button", text="Add")] == ["a", "b"]


def test_not_found_tells_of_an_exception_on_the_page(open_app) -> None:
    def broken() -> None:
        import streamlit as st

        st.text("before")
        raise ValueError("no beans")

    app = open_app(broken)
    with pytest.raises(NotFoundError, match="The page shows an exception, ValueError: no beans"):
        app.button("Buy")
    assert [(each.type_name, each.message) for each in app.exceptions] == [("ValueError", "no beans")]


def test_what_was_found_stays_good_over_runs(open_app) -> None:
    def swap() -> None:
        import streamlit as st

        st.session_state.setdefault("n", 0)
        for number in range(st.session_state.n):
            st.text(f"line {number}")
        if st.button("Go", key=f"go{st.session_state.n}"):
            st.session_state.n += 1
            st.rerun()

    app = open_app(swap)
    button = app.button("Go")
    for _ in range(3):
        button.click()
    assert app.texts() == ["line 0", "line 1", "line 2"]
    assert button.key == "go3"
