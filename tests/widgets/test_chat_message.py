from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors

SQUARE = """<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">
<rect width="4" height="8" fill="red"/></svg>"""


def test_a_message_holds_elements(run, elements):
    with st.chat_message("user"):
        st.text("Hello")
    assert [element.kind for element in elements()] == ["chat_message", "text"]
    assert elements()[0].name == "user"


@pytest.mark.parametrize(
    ("name", "avatar", "shown"),
    [
        ("user", None, "user"),
        ("HUMAN", None, "user"),
        ("ai", None, "assistant"),
        ("assistant", None, "assistant"),
        ("Bob", None, ""),
        ("", None, ""),
        ("user", "ai", "assistant"),
        ("ai", "human", "user"),
        ("user", "🦊", "🦊"),
        ("user", ":material/home:", ":material/home:"),
    ],
)
def test_the_avatar_comes_from_name_and_argument(run, elements, name, avatar, shown):
    st.chat_message(name, avatar=avatar)
    assert (elements()[0].avatar, elements()[0].picture) == (shown, None)


@pytest.mark.parametrize("avatar", [SQUARE, SQUARE.encode(), "https://example.org/a.png"])
def test_a_picture_is_an_avatar(run, elements, avatar):
    st.chat_message("user", avatar=avatar)
    assert elements()[0].picture is not None


@pytest.mark.parametrize("avatar", ["x.png", 5, "", "spinner", [1], ":material/no_such_icon:"])
def test_what_is_no_avatar_is_refused(run, avatar):
    with pytest.raises(errors.StreamlitAPIException):
        st.chat_message("user", avatar=avatar)


def test_the_name_is_needed(run):
    with pytest.raises(errors.StreamlitMissingRequiredParameterError, match="name"):
        st.chat_message(None)
    with pytest.raises(TypeError, match="name"):
        st.chat_message(5)
    with pytest.raises(errors.StreamlitInvalidWidthError):
        st.chat_message("user", width=0)


def test_a_message_takes_an_empty_place(run, elements):
    place = st.empty()
    with place.chat_message("user"):
        st.text("x")
    assert [element.kind for element in elements()] == ["chat_message", "text"]


@pytest.fixture
def shown(run, show):
    def make(window=700, **arguments):
        for name in ("user", "assistant"):
            with st.chat_message(name, **arguments):
                st.write("One line")
        with st.chat_message("Bob", **arguments):
            st.write("many words " * 60)
        return show(run, window).items

    return make


@pytest.mark.parametrize("width", [700, 360])
def test_a_line_stands_in_the_middle_of_its_avatar(shown, width):
    user, assistant, long = shown(width)
    for view in (user, assistant):
        assert view.height() == 64
        centre = view.items[0].geometry().center().y()
        assert abs(centre - view.avatar.geometry().center().y()) <= 1
    assert long.height() > 64
    assert long.items[0].y() == long.avatar.y()


def test_only_what_the_user_says_lies_on_a_bubble(shown):
    user, assistant, _ = shown()
    ground = assistant.grab().toImage().pixelColor(4, 32)
    assert user.grab().toImage().pixelColor(4, 32) != ground


def test_with_content_width_a_message_is_as_wide_as_its_text(shown):
    user, assistant, long = shown(width="content")
    assert user.width() < 200
    assert assistant.width() < 200
    assert long.width() == 700


def test_every_avatar_is_painted(run, show, qtbot):
    for avatar in (None, "🦊", ":material/home:", SQUARE):
        st.chat_message("Bob", avatar=avatar)
    for view in show(run).items:
        colours = {view.avatar.grab().toImage().pixelColor(x, 16).name() for x in range(32)}
        assert len(colours) > 1
    assert view.accessibleName() == "Message of Bob"
