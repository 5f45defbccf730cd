from __future__ import annotations

from desklit.desktop.testing import AppTest

SCRIPT = """
import streamlit as st
from streamlit.hello.utils import show_code

def demo():
    # first
    st.text("shown")

demo()
show_code(demo)
"""


def test_the_code_of_a_demonstration_shows_while_it_is_wanted():
    app = AppTest.from_string(SCRIPT).run()
    assert not app.exception
    assert app.code[0].value == '# first\nst.text("shown")'
    app.sidebar.checkbox[0].uncheck().run()
    assert not app.code
