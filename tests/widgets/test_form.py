from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.form import FormSubmitButton


def test_a_submit_button_without_key_has_the_key_of_its_form_and_label(run):
    with st.form("f"):
        st.form_submit_button("Send")
    assert st.session_state.to_dict() == {"FormSubmitter:f-Send": False}


def test_a_submit_button_is_true_once(run, next_run, elements):
    with st.form("f"):
        st.form_submit_button("Send")
    next_run(Change(elements()[1].id, True))
    with st.form("f"):
        assert st.form_submit_button("Send")


def test_forms_are_not_nested(run):
    with st.form("f"), pytest.raises(errors.StreamlitInvalidLayoutContextError):
        st.form("g")


def test_two_forms_may_not_share_a_key(run):
    st.form("f")
    with pytest.raises(errors.StreamlitDuplicateElementKey):
        st.form("f")


def test_a_plain_button_is_refused_in_a_form(run):
    with st.form("f"), pytest.raises(errors.StreamlitInvalidLayoutContextError, match="form_submit_button"):
        st.button("x")


def test_a_submit_button_outside_of_a_form_is_refused(run):
    with pytest.raises(errors.StreamlitInvalidLayoutContextError, match="form"):
        st.form_submit_button("x")


def test_containers_in_a_form_belong_to_it(run):
    with st.form("f"):
        left, _ = st.columns(2)
        assert left.form_submit_button("x") is False


def test_a_click_on_submit_tells_the_change(run, show, qtbot):
    with st.form("f"):
        st.form_submit_button("Send")
    button = show(run).items[0].submit_button()
    assert isinstance(button.element, FormSubmitButton)
    with qtbot.waitSignal(button.changed):
        qtbot.mouseClick(button.button, Qt.MouseButton.LeftButton)


def test_a_form_without_submit_button_says_so(run, show):
    with st.form("f"):
        st.text("lonely")
    view = show(run).items[0]
    assert "form_submit_button" in view._warning.accessibleName()


def test_a_field_that_refuses_its_content_keeps_the_form_from_being_sent(run, show, qtbot):
    with st.form("f"):
        st.text_input("Name", required=True)
        st.form_submit_button()
    form = show(run).items[0]
    field, button = form.items
    clicks = []
    button.changed.connect(clicks.append)
    qtbot.mouseClick(button.button, Qt.MouseButton.LeftButton)
    assert clicks == []
    assert field.error.text()
    assert field.editor().hasFocus()
    qtbot.keyClicks(field.editor(), "Ada")
    qtbot.mouseClick(button.button, Qt.MouseButton.LeftButton)
    assert clicks == [True]
