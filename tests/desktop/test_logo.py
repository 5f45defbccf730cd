from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desklit.state import errors
from desklit.widgets.logo import logo


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"image": "x.png"}, errors.StreamlitAPIException),
        ({"image": None}, errors.StreamlitAPIException),
        ({"image": 5}, errors.StreamlitAPIException),
        ({"image": "🦊", "size": "x"}, errors.StreamlitValueError),
        ({"image": "🦊", "link": "x"}, errors.StreamlitInvalidURLError),
        ({"image": "🦊", "link": 5}, errors.StreamlitInvalidURLError),
        ({"image": "🦊", "icon_image": "x"}, errors.StreamlitAPIException),
    ],
)
def test_wrong_arguments_are_named(arguments, error):
    with pytest.raises(error, match=list(arguments)[-1]):
        logo(**arguments)


SCRIPT = """
    import streamlit as st
    picture = '''<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20">
    <rect width="80" height="20" fill="red"/></svg>'''
    if st.checkbox("logo", True):
        st.logo(picture, size="large", link="https://example.org", icon_image="🦊")
    if st.checkbox("side", True):
        st.sidebar.write("x")
"""


def boxes(window):
    return [view for view in window.canvas.all_views() if view.element.kind == "checkbox"]


def tick(window, box, qtbot):
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(box.focusProxy(), Qt.Key.Key_Space)


def test_it_stands_in_the_sidebar_and_folded_in_the_header(open_script, qtbot):
    window = open_script(SCRIPT)
    side = window.sidebar.logo
    assert side.isVisible()
    assert (side.width(), side.height()) == (128, 32)
    qtbot.mouseClick(window.sidebar.fold_button, Qt.MouseButton.LeftButton)
    assert not side.isVisible()
    assert window.header.logo.isVisible()
    assert window.header.logo.size().width() == 32


def test_it_goes_with_its_command_and_works_without_a_sidebar(open_script, qtbot):
    window = open_script(SCRIPT)
    tick(window, boxes(window)[1], qtbot)
    assert window.header.logo.isVisible()
    tick(window, boxes(window)[0], qtbot)
    assert not window.header.logo.isVisible()


@pytest.mark.parametrize("act", ["mouse", "keyboard"])
def test_a_click_opens_its_address(open_script, qtbot, monkeypatch, act):
    opened = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    side = open_script(SCRIPT).sidebar.logo
    if act == "mouse":
        qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    else:
        side.setFocus()
        qtbot.keyClick(side, Qt.Key.Key_Space)
    assert opened == ["https://example.org"]


def test_of_two_logos_the_last_one_counts(open_script):
    window = open_script(
        """
        import streamlit as st
        st.logo(":material/home:")
        st.logo(":material/star:", link="https://example.org")
        st.sidebar.text("x")
        """
    )
    assert window.sidebar.logo.isVisible()
    assert window.placing.logo.link == "https://example.org"
