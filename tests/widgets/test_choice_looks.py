"""All choice widgets take over another theme in place, and fit a narrow window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

import desklit as st
from desklit.widgets.theme import build_theme
from desklit.widgets.view import views

OPTIONS = ["Alpha", "**Beta** with a long name that has to break or to be cut", ":material/home: Gamma"]
LONG = "A label that is much longer than any window of 360 px is wide, so that it breaks"

WIDGETS: dict[str, Callable[[], Any]] = {
    "slider": lambda: st.slider(LONG, 0, 10, (2, 4), help="x"),
    "checkbox": lambda: st.checkbox(LONG, True, help="x"),
    "toggle": lambda: st.toggle(LONG, disabled=True),
    "radio": lambda: st.radio(LONG, OPTIONS, captions=[LONG]),
    "radio beside": lambda: st.radio(LONG, OPTIONS, horizontal=True, index=None),
    "selectbox": lambda: st.selectbox(LONG, OPTIONS, 1, icon="🎈"),
    "multiselect": lambda: st.multiselect(LONG, OPTIONS, OPTIONS),
    "pills": lambda: st.pills(LONG, OPTIONS, default=OPTIONS[1]),
    "segments": lambda: st.segmented_control(LONG, OPTIONS, wrap=False, disabled=True),
    "select slider": lambda: st.select_slider(LONG, OPTIONS, OPTIONS[1]),
    "stars": lambda: st.feedback("stars", default=2),
}


@pytest.fixture(params=list(WIDGETS))
def view(request: Any, qtbot: Any, scene: Any, run: Any) -> Any:
    WIDGETS[request.param]()
    made: Any = views.make(run.main._node.children[-1].element, scene)
    qtbot.addWidget(made)
    return made


def test_another_theme_is_taken_over_in_place(view: Any, scene: Any) -> None:
    view.resize(600, view.height_for(600))
    view.show()
    light = view.grab().toImage()
    scene.set_theme(build_theme({"primaryColor": "teal", "baseFontSize": 20}, "dark"))
    view.restyle()
    view.resize(600, view.height_for(600))
    assert view.grab().toImage() != light


def test_a_narrow_window_holds_it(view: Any) -> None:
    view.resize(328, view.height_for(328))
    view.show()
    for child in view.findChildren(QWidget):
        if child.parentWidget() is view:
            assert child.geometry().right() < 328
    assert view.height_for(200) >= view.height_for(600)
