"""``st.checkbox`` and ``st.toggle`` in a script, and under the hands of a user."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

import desklit as st
from desklit.state.errors import StreamlitInvalidWidthError, StreamlitValueError
from desklit.state.widget import Change
from desklit.widgets.checkbox import CheckboxView
from desklit.widgets.view import views

LEFT = Qt.MouseButton.LeftButton
KINDS = ["checkbox", "toggle"]


def shown(run: Any) -> Any:
    return run.main._node.children[-1].element


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("value", "want"), [(False, False), ("x", True), (None, False), ([], False), (1, True)]
)
def test_the_default_is_taken_for_true_or_false(run: Any, kind: str, value: Any, want: bool) -> None:
    assert getattr(st, kind)("A", value) is want
    assert shown(run).kind == kind


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_arrives_and_survives_a_new_default(run: Any, next_run: Any, kind: str) -> None:
    heard: list[Any] = []
    make = getattr(st, kind)
    make("A", key="k", on_change=heard.append, args=("changed",))
    next_run(Change(shown(run).id, True))
    assert make("B", False, key="k") is True
    assert heard == ["changed"]


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_key_another_label_makes_another_widget(run: Any, next_run: Any, kind: str) -> None:
    getattr(st, kind)("A")
    next_run(Change(shown(run).id, True))
    assert getattr(st, kind)("B") is False


@pytest.mark.parametrize("bad", ["q", None, ["a"], ("b",)])
def test_the_state_may_hold_only_true_and_false(run: Any, bad: Any) -> None:
    st.session_state.k = bad
    with pytest.raises(TypeError):
        st.checkbox("A", key="k")


def test_a_number_in_the_state_comes_back_as_it_is(run: Any) -> None:
    st.session_state.k = 5
    assert st.checkbox("A", key="k") == 5
    assert shown(run).value is True


def test_wrong_words_and_widths_are_refused(run: Any) -> None:
    with pytest.raises(StreamlitValueError):
        st.checkbox("A", label_visibility="x")
    with pytest.raises(StreamlitInvalidWidthError):
        st.toggle("A", width=0)


def test_labels_in_columns_stay_on_one_line(run: Any) -> None:
    with st.columns(2)[0]:
        st.checkbox("A")
    assert run.main._node.children[-1].children[0].children[-1].element.wrap is False
    st.checkbox("B")
    assert shown(run).wrap is True


# The view


@pytest.fixture(params=KINDS)
def view(request: Any, qtbot: Any, scene: Any, run: Any) -> Any:
    getattr(st, request.param)("I *agree*", help="really", key="k", width="stretch")
    made: Any = views.make(shown(run), scene)
    qtbot.addWidget(made)
    made.resize(300, made.height_for(300))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def sent(view: CheckboxView) -> list[Any]:
    values: list[Any] = []
    view.changed.connect(values.append)
    return values


def test_a_click_on_the_mark_or_the_label_turns_it(qtbot: Any, view: CheckboxView) -> None:
    values = sent(view)
    qtbot.mouseClick(view.mark, LEFT)
    qtbot.mouseClick(view, LEFT, pos=view.label.pos() + QPoint(10, 8))
    assert values == [True, False]


def test_a_click_beside_the_label_does_nothing(qtbot: Any, view: CheckboxView) -> None:
    values = sent(view)
    qtbot.mouseClick(view, LEFT, pos=QPoint(280, 10))
    assert values == []


def test_the_space_bar_turns_it(qtbot: Any, view: CheckboxView) -> None:
    values = sent(view)
    view.setFocus()
    qtbot.keyClick(view.mark, Qt.Key.Key_Space)
    assert values == [True]


def test_an_update_is_silent_and_keeps_the_focus(view: CheckboxView) -> None:
    values = sent(view)
    view.mark.setFocus()
    view.show_element(replace(view.element, value=True, label="Else", wrap=False))
    assert (values, view.mark.isChecked(), view.label.source) == ([], True, "Else")
    assert view.focusWidget() is view.mark


def test_a_disabled_one_does_not_turn(qtbot: Any, view: CheckboxView) -> None:
    values = sent(view)
    view.show_element(replace(view.element, disabled=True))
    qtbot.mouseClick(view.mark, LEFT)
    qtbot.mouseClick(view, LEFT, pos=view.label.pos() + QPoint(10, 8))
    assert values == []


def test_it_tells_its_name_and_help_to_assistive_technology(view: CheckboxView) -> None:
    assert (view.mark.accessibleName(), view.mark.accessibleDescription()) == ("I agree", "really")


def test_a_long_label_breaks_or_is_cut_with_the_whole_as_tooltip(view: CheckboxView) -> None:
    long = "word " * 40
    view.show_element(replace(view.element, label=long))
    assert view.height_for(300) > 60
    view.show_element(replace(view.element, wrap=False))
    assert view.height_for(300) == 24
    assert view.label.toolTip().strip() == long.strip()


def test_a_collapsed_label_leaves_the_mark_alone(view: CheckboxView) -> None:
    view.show_element(replace(view.element, label_visibility="collapsed"))
    assert view.natural_width() == view.mark.width()
