"""``st.feedback`` in a script, and under the hands of a user."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state.errors import (
    StreamlitInvalidWidthError,
    StreamlitValueError,
    StreamlitValueOutOfRangeError,
)
from desklit.state.widget import Change
from desklit.widgets.feedback import FeedbackView

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


def test_there_is_no_rating_at_first_unless_the_default_says_one(run: Any) -> None:
    assert st.feedback() is None
    assert st.feedback("stars", default=4) == 4


@pytest.mark.parametrize(
    ("args", "more", "error"),
    [
        (("x",), {}, StreamlitValueError),
        ((None,), {}, StreamlitValueError),
        ((["a"],), {}, StreamlitValueError),
        (("stars",), {"default": 5}, StreamlitValueOutOfRangeError),
        (("thumbs",), {"default": 2}, StreamlitValueOutOfRangeError),
        (("thumbs",), {"default": -1}, StreamlitValueOutOfRangeError),
        (("thumbs",), {"default": True}, TypeError),
        (("thumbs",), {"default": 1.0}, TypeError),
        (("thumbs",), {"width": 0}, StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run: Any, args: Any, more: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        st.feedback(*args, **more)


def test_other_options_make_another_rating(run: Any, next_run: Any) -> None:
    st.feedback("stars", key="k")
    next_run(Change(shown(run).id, 3))
    assert st.session_state.k == 3
    assert st.feedback("faces", key="k") is None


@pytest.mark.parametrize("odd", ["b", 7, -1, True, 2.0, (1,)])
def test_the_state_may_hold_what_is_no_rating(run: Any, odd: Any) -> None:
    st.session_state.k = odd
    assert st.feedback("stars", key="k", default=2) == 2


def test_the_state_may_hold_no_rating(run: Any) -> None:
    st.session_state.k = None
    assert st.feedback("stars", key="k", default=2) is None


# The view


def made(qtbot: Any, scene: Any, run: Any, kind: Any, **more: Any) -> Any:
    st.feedback(kind, **more)
    view: Any = FeedbackView(shown(run), scene)
    qtbot.addWidget(view)
    view.resize(view.natural_width(), view.height_for(0))
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def sent(view: Any) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def lit(view: Any) -> list[bool]:
    return [button.is_lit for button in view.buttons]


def test_a_click_rates_and_a_second_one_takes_it_back(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, "stars")
    values = sent(view)
    qtbot.mouseClick(view.buttons[2], LEFT)
    assert (values, lit(view)) == ([2], [True, True, True, False, False])
    qtbot.mouseClick(view.buttons[2], LEFT)
    assert (values, lit(view)) == ([2, None], [False] * 5)


def test_thumbs_up_stands_first_and_is_one(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, "thumbs")
    values = sent(view)
    assert [button.accessibleName() for button in view.buttons] == ["Thumbs up", "Thumbs down"]
    qtbot.mouseClick(view.buttons[0], LEFT)
    qtbot.mouseClick(view.buttons[1], LEFT)
    assert values == [1, 0]
    assert lit(view) == [False, True]


def test_arrows_move_the_focus_and_space_or_enter_rates(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, "faces", default=0)
    values = sent(view)
    view.buttons[0].setFocus()
    qtbot.keyClick(view.buttons[0], KEY.Key_Right)
    assert view.buttons[1].hasFocus()
    qtbot.keyClick(view.buttons[1], KEY.Key_Space)
    qtbot.keyClick(view.buttons[1], KEY.Key_Left)
    qtbot.keyClick(view.buttons[0], KEY.Key_Return)
    assert values == [1, 0]


def test_an_update_is_silent_and_can_disable_it(qtbot: Any, scene: Any, run: Any) -> None:
    view = made(qtbot, scene, run, "faces")
    values = sent(view)
    view.show_element(replace(view.element, value=4, disabled=True))
    qtbot.mouseClick(view.buttons[0], LEFT)
    assert (values, lit(view)) == ([], [False, False, False, False, True])
    view.show_element(replace(view.element, options="thumbs", value=1))
    assert lit(view) == [True, False]
