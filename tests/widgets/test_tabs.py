from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change


def test_each_label_gives_a_container(run, elements):
    one, two = st.tabs(["One", "Two"])
    two.text("in two")
    one.text("in one")
    assert [getattr(e, "body", e.kind) for e in elements()] == [
        "tab_container",
        "tab",
        "in one",
        "tab",
        "in two",
    ]
    assert one.open is None


def test_followed_tabs_tell_which_is_in_front(run, next_run, elements):
    assert [tab.open for tab in st.tabs(["a", "b"], key="t", on_change="rerun")] == [True, False]
    assert st.session_state.t == "a"
    next_run(Change(elements()[0].id, 1))
    assert [tab.open for tab in st.tabs(["a", "b"], key="t", on_change="rerun")] == [False, True]
    assert st.session_state.t == "b"


def test_tabs_begin_with_their_default(run):
    assert st.tabs(["a", "b"], default="b", on_change="rerun")[1].open


def test_a_label_in_the_state_that_does_not_exist_is_mended(run):
    st.session_state.t = "zz"
    st.tabs(["a", "b"], key="t", on_change="rerun")
    assert st.session_state.t == "a"


@pytest.mark.parametrize(
    ("labels", "arguments", "error"),
    [
        ([], {}, errors.StreamlitMissingRequiredParameterError),
        (["a", 1], {}, errors.StreamlitInvalidParameterTypeError),
        (["a"], {"default": "b"}, errors.StreamlitValueError),
        (["a"], {"on_change": "x"}, errors.StreamlitValueError),
    ],
)
def test_wrong_arguments_are_refused(run, labels, arguments, error):
    with pytest.raises(error):
        st.tabs(labels, **arguments)


@pytest.fixture
def tabs(run, show):
    def make(**arguments):
        one, two = st.tabs(["One", "**Two**"], **arguments)
        one.text("in one")
        two.text("in two")
        return show(run).items[0]

    return make


def test_a_click_on_a_tab_brings_its_content_to_the_front(tabs, qtbot):
    view = tabs()
    with qtbot.assertNotEmitted(view.changed, wait=20):
        qtbot.mouseClick(view.row, Qt.MouseButton.LeftButton, pos=view.row.tabRect(1).center())
    assert not view.items[0].isVisible()
    assert view.items[1].items[0].isVisible()


def test_arrow_keys_go_through_the_tabs(tabs, qtbot):
    view = tabs()
    view.row.setFocus()
    qtbot.keyClick(view.row, Qt.Key.Key_Right)
    assert view.row.currentIndex() == 1


def test_followed_tabs_tell_of_a_click(tabs, qtbot):
    view = tabs(on_change="rerun")
    with qtbot.waitSignal(view.changed) as signal:
        qtbot.mouseClick(view.row, Qt.MouseButton.LeftButton, pos=view.row.tabRect(1).center())
    assert signal.args == [1]


def test_a_rerun_keeps_the_tab_that_the_user_chose(tabs, qtbot, next_run):
    view = tabs()
    view.row.setCurrentIndex(1)
    second = next_run()
    one, two = st.tabs(["One", "**Two**"])
    one.text("changed")
    two.text("in two")
    view.block.canvas.take(second)
    assert view.row.currentIndex() == 1
    assert view.items[0].items[0].element.body == "changed"


def test_tabs_have_accessible_names_without_markup(tabs):
    assert tabs().row.accessibleTabName(1) == "Two"
