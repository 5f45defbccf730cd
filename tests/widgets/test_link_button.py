from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


def test_by_itself_it_gives_a_handle_and_has_no_value(run, elements):
    handle = st.link_button("a", "b")
    st.link_button("a", "b")
    assert [element.url for element in elements()] == ["b", "b"]
    handle.text("instead")
    assert elements()[0].kind == "text"


@pytest.mark.parametrize("on_click", ["rerun", None])
def test_with_rerun_it_is_true_in_the_run_after_a_click(run, next_run, elements, on_click):
    assert st.link_button("a", "b", on_click=on_click) is False
    next_run(Change(elements()[0].id, True))
    assert st.link_button("a", "b", on_click=on_click) is True


def test_a_function_is_called_before_the_run(run, next_run, elements):
    calls = []
    st.link_button("a", "b", on_click=calls.append, args=[1])
    next_run(Change(elements()[0].id, True))
    assert calls == [1]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"url": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"url": None}, errors.StreamlitInvalidParameterTypeError),
        ({"on_click": "x"}, errors.StreamlitValueError),
        ({"type": "x"}, errors.StreamlitValueError),
        ({"icon_position": "top"}, errors.StreamlitValueError),
        ({"icon": "x"}, errors.StreamlitAPIException),
        ({"shortcut": "c"}, errors.StreamlitAPIException),
        ({"width": 0}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.link_button("a", **{"url": "b", **arguments})


@pytest.mark.parametrize("on_click", ["ignore", "rerun"])
def test_a_key_is_used_once_and_never_set(run, on_click):
    st.link_button("a", "b", key="k", on_click=on_click)
    assert ("k" in st.session_state.to_dict()) == (on_click == "rerun")
    with pytest.raises(errors.StreamlitDuplicateElementKey):
        st.link_button("a", "b", key="k", on_click=on_click)
    st.session_state.j = True
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError):
        st.link_button("a", "b", key="j", on_click=on_click)


def test_a_form_takes_it_without_a_function(run):
    with st.form("f"):
        st.link_button("a", "b")
        st.link_button("a", "b", on_click="rerun")
        with pytest.raises(errors.StreamlitInvalidFormCallbackError):
            st.link_button("a", "b", on_click=print)


@pytest.mark.parametrize("act", ["mouse", "keyboard", "shortcut"])
@pytest.mark.parametrize(("on_click", "told"), [("ignore", []), ("rerun", [True])])
def test_it_opens_its_address(run, show, qtbot, scene, act, on_click, told):
    st.link_button("Go", "https://example.org", on_click=on_click, shortcut="Ctrl+G")
    view = show(run).items[0]
    opened, values = [], []
    scene.link_activated.connect(opened.append)
    view.changed.connect(values.append)
    if act == "mouse":
        qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    elif act == "keyboard":
        view.button.setFocus()
        qtbot.keyClick(view.button, Qt.Key.Key_Space)
    else:
        qtbot.keyClick(view.window(), Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert opened == ["https://example.org"]
    assert values == told


def test_its_menu_copies_the_address(run, show):
    st.link_button("Go", "https://example.org")
    show(run).items[0].copy.trigger()
    assert QGuiApplication.clipboard().text() == "https://example.org"


def test_a_rerun_keeps_both_of_two_equal_ones(run, show, next_run):
    st.link_button("a", "b")
    st.link_button("a", "b")
    region = show(run)
    before = list(region.items)
    second = next_run()
    st.link_button("a", "b")
    st.link_button("a", "c")
    region.canvas.take(second)
    assert region.items == before
    assert region.items[1].element.url == "c"
