from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.page_numbers import page_numbers


@pytest.mark.parametrize(
    ("pages", "current", "most", "shown"),
    [
        (7, 1, 7, [1, 2, 3, 4, 5, 6, 7]),
        (20, 1, 7, [1, 2, 3, 4, 5, 0, 20]),
        (20, 4, 7, [1, 2, 3, 4, 5, 0, 20]),
        (20, 5, 7, [1, 0, 4, 5, 6, 0, 20]),
        (20, 10, 7, [1, 0, 9, 10, 11, 0, 20]),
        (20, 17, 7, [1, 0, 16, 17, 18, 19, 20]),
        (20, 20, 7, [1, 0, 16, 17, 18, 19, 20]),
        (20, 9, 3, [1, 0, 9, 0, 20]),
        (12, 9, None, list(range(1, 13))),
        (12, 9, 0, []),
    ],
)
def test_the_numbers_around_the_chosen_one_are_shown(pages, current, most, shown):
    assert page_numbers(pages, current, most) == shown


@pytest.mark.parametrize("most", range(5, 12))
def test_the_chosen_number_is_always_there(most):
    for current in range(1, 31):
        numbers = page_numbers(30, current, most)
        assert current in numbers
        assert len(numbers) == most


def test_the_value_is_the_chosen_page(run, next_run, elements):
    assert st.pagination(5, key="k", default=2) == 2
    next_run(Change(elements()[0].id, 4))
    assert st.pagination(5, key="k", default=2) == 4
    next_run()
    assert st.pagination(3, key="k") == 1


@pytest.mark.parametrize(
    ("value", "page"), [(3, 3), (9, 1), (0, 1), ("x", 1), (2.0, 1), (None, 1), (True, 1)]
)
def test_what_is_no_page_falls_back(run, value, page):
    st.session_state.k = value
    assert st.pagination(5, key="k") == page
    assert st.session_state.k == page


@pytest.mark.parametrize(("text", "page"), [("3", 3), ("9", 1), ("x", 1), ("0", 1), ("", 1)])
def test_it_begins_with_its_query_parameter(run, state, text, page):
    state.query.put("k", [text])
    assert st.pagination(5, key="k", bind="query-params") == page
    assert state.query.get_all("k") == (["3"] if page == 3 else [])


@pytest.mark.parametrize("pages", [0, -1, "x", 5.0, True, None])
def test_a_wrong_number_of_pages_is_named(run, pages):
    with pytest.raises(errors.StreamlitAPIException, match="num_pages"):
        st.pagination(pages)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"default": 0}, errors.StreamlitValueOutOfRangeError),
        ({"default": 6}, errors.StreamlitValueOutOfRangeError),
        ({"default": "x"}, errors.StreamlitInvalidParameterTypeError),
        ({"default": True}, errors.StreamlitInvalidParameterTypeError),
        ({"max_visible_pages": -1}, errors.StreamlitAPIException),
        ({"max_visible_pages": "x"}, errors.StreamlitAPIException),
        ({"width": "x"}, errors.StreamlitInvalidWidthError),
        ({"on_change": "x"}, errors.StreamlitValueError),
        ({"bind": "x"}, errors.StreamlitValueError),
        ({"bind": "query-params"}, errors.StreamlitMissingRequiredParameterError),
        ({"persist_state": "session"}, errors.StreamlitMissingRequiredParameterError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.pagination(5, **arguments)


@pytest.fixture
def pages(run, show):
    def make(count=20, window=700, **arguments):
        st.pagination(count, **arguments)
        view = show(run, window).items[0]
        view.told = []
        view.changed.connect(view.told.append)
        return view

    return make


def shown(view):
    return [button.page for button in view.numbers]


def test_numbers_and_arrows_are_clicked(pages, qtbot):
    view = pages()
    assert not view.back.isEnabled()
    qtbot.mouseClick(view.numbers[2], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.forth, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.numbers[-1], Qt.MouseButton.LeftButton)
    assert view.told == [3, 4, 3, 20]
    assert not view.forth.isEnabled()
    assert [button.page for button in view.numbers if button.isChecked()] == [20]


def test_keys_go_through_the_pages(pages, qtbot):
    view = pages(default=5)
    view._chosen_button().setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view.window().focusWidget(), key)
    assert view.told == [6, 5, 20, 1]
    assert view._chosen_button().hasFocus()


@pytest.mark.parametrize(("window", "most"), [(700, 11), (300, 6), (120, 0)])
def test_there_are_as_many_numbers_as_there_is_room_for(pages, window, most):
    view = pages(window=window, max_visible_pages=11, width="stretch")
    assert len(view.numbers) <= most
    assert view.forth.geometry().right() < window


def test_without_numbers_there_are_arrows(pages, qtbot):
    view = pages(max_visible_pages=0)
    assert view.numbers == []
    qtbot.mouseClick(view.forth, Qt.MouseButton.LeftButton)
    assert view.told == [2]


def test_disabled_takes_no_click(pages, qtbot):
    view = pages(disabled=True)
    qtbot.mouseClick(view.numbers[2], Qt.MouseButton.LeftButton)
    assert view.told == []
