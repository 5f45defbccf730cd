from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.context import StopRun


def test_leaving_its_block_completes_it(run, elements):
    with st.status("Work") as status:
        st.text("inside")
        assert elements()[0].state == "running"
        assert elements()[0].icon == "spinner"
    assert [element.kind for element in elements()] == ["status", "text"]
    assert elements()[0].state == "complete"
    status.update(state="running")
    assert elements()[0].state == "running"


def test_an_error_in_its_block_shows_in_it(run, elements):
    with pytest.raises(ZeroDivisionError), st.status("Work"):
        _ = 1 / 0
    assert elements()[0].state == "error"


def test_a_stop_in_its_block_leaves_it_running(run, elements):
    with pytest.raises(StopRun), st.status("Work"):
        st.stop()
    assert elements()[0].state == "running"


@pytest.mark.parametrize("end", ["error", "complete"])
def test_another_state_stays_at_the_end(run, elements, end):
    with st.status("Work", state=end):
        pass
    assert elements()[0].state == end


def test_an_update_changes_only_what_it_names(run, elements):
    status = st.status("Work", expanded=True)
    status.update(label="Wait")
    assert (elements()[0].label, elements()[0].value) == ("Wait", True)
    status.update(expanded=False, state="error")
    assert (elements()[0].label, elements()[0].value, elements()[0].state) == ("Wait", False, "error")


@pytest.mark.parametrize(
    ("label", "arguments", "error"),
    [
        (5, {}, TypeError),
        ("a", {"expanded": "x"}, TypeError),
        ("a", {"expanded": None}, TypeError),
        ("a", {"state": "x"}, errors.StreamlitValueError),
        ("a", {"state": None}, errors.StreamlitValueError),
        ("a", {"type": "x"}, errors.StreamlitValueError),
        ("a", {"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, label, arguments, error):
    with pytest.raises(error):
        st.status(label, **arguments)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [({"label": 5}, TypeError), ({"expanded": "x"}, TypeError), ({"state": "x"}, errors.StreamlitValueError)],
)
def test_wrong_updates_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.status("a").update(**arguments)


def test_steps_are_joined_over_the_gap_between_them(run, show):
    for command in (st.status, st.status, st.expander):
        command("Work", type="step")
    st.text("between")
    st.status("Work", type="step")
    region = show(run)
    first, second, third, _, apart = region.items

    def line(view):
        return view._join.line

    for above, below in ((first, second), (second, third)):
        assert line(below).geometry().top() == above.geometry().bottom() + 1
        assert line(below).geometry().bottom() == below.y() - 1
        assert line(below).isVisible()
    assert line(first) is None
    assert line(apart) is None
    second.hide()
    assert line(second) is None


@pytest.mark.parametrize("kind", ["default", "compact", "step"])
def test_the_icon_follows_the_state(run, show, kind):
    status = st.status("Work", type=kind)
    region = show(run)
    view = region.items[0]
    assert view.head.icon_label.is_spinning
    status.update(state="complete")
    region.canvas.take(run)
    assert view.head.icon_label.icon == f":material/{'check_circle' if kind == 'step' else 'check'}:"
    assert not view.head.icon_label.is_spinning


def test_a_click_and_space_fold_it(run, show, qtbot):
    with st.status("Work"):
        st.text("inside")
    view = show(run).items[0]
    qtbot.mouseClick(view.head, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(item.isVisible() for item in view.items))
    view.head.setFocus()
    qtbot.keyClick(view.head, Qt.Key.Key_Space)
    assert not view.items[0].isVisible()


def test_an_update_unfolds_and_folds_what_is_shown(run, show):
    status = st.status("Work")
    status.text("inside")
    region = show(run)
    status.update(expanded=True)
    region.canvas.take(run)
    assert region.items[0].is_open()
    status.update(label="Done", expanded=False, state="complete")
    region.canvas.take(run)
    assert not region.items[0].is_open()
