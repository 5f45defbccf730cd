from __future__ import annotations

import pytest

import desklit as st
from desklit.state import errors

KINDS = ["success", "info", "warning", "error"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_has_body_icon_and_title(run, elements, kind):
    getattr(st, kind)(3, icon="🔥", title=4, width=300)
    shown = elements()[0]
    assert (shown.kind, shown.value, shown.icon, shown.title, shown.width) == (kind, "3", "🔥", "4", 300)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"icon": "x"}, errors.StreamlitAPIException),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
    ],
)
def test_wrong_arguments_are_refused(run, arguments, error):
    with pytest.raises(error):
        st.info("a", **arguments)


def test_the_box_of_one_line_is_56_high_and_grows_with_a_title(run, show):
    st.info("a")
    st.info("a", title="T")
    st.info("many words " * 30)
    heights = [item.height() for item in show(run).items]
    assert heights[0] in (56, 57, 58)
    assert heights[0] < heights[1] < heights[2]


def test_icon_and_message_change_in_place(run, show):
    st.info("a")
    view = show(run).items[0]
    left = view.body.x()
    view.show_element(type(view.element)(body="**b**", icon="spinner", title="T"))
    assert view.body.x() > left
    assert view.icon.is_spinning
    assert view.title.isVisible()
    assert view.body.document.toPlainText() == "b"
    assert view.accessibleName() == "T"
