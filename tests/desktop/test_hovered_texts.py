"""Texts under the mouse, where they become ones that can be selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QEnterEvent

from desklit.widgets.body import Line

PAGE = """
import streamlit as st
st.title("A title, gypsy")
st.header("A header, gypsy")
st.subheader("A subheader, gypsy")
st.write("#### A small heading, gypsy")
st.write("A paragraph, gypsy")
st.text("A text, gypsy")
st.caption("A caption, gypsy", help="With help")
st.markdown("In the middle, gypsy", text_alignment="center")
"""


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5])
def test_a_text_does_not_move_when_the_mouse_comes_by(open_script, zoom):
    window = open_script(PAGE, size=(1000, 1400))
    window.zooming.set(zoom)
    views = [view for view in window.canvas.all_views() if hasattr(view, "body")]
    assert len(views) == 8
    for view in views:
        before = view.grab().toImage()
        middle = QPointF(view.body.rect().center())
        QCoreApplication.sendEvent(view.body, QEnterEvent(middle, middle, middle))
        if isinstance(view.body, Line):
            assert view.body.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        assert view.grab().toImage() == before, view.element
