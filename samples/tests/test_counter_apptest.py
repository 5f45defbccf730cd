"""Tests of counter.py without a window, as they are written for Streamlit.

Where Streamlit is installed, too, `pytest --desklit-alias` lets the names below mean desklit.
"""

import pytest
from streamlit.testing.v1 import AppTest


@pytest.fixture
def app():
    return AppTest.from_file("../counter.py").run()


def test_it_starts_at_zero(app):
    assert not app.exception
    assert app.title[0].value == "Counter"
    assert app.markdown[0].value == "Counted to 0"


def test_a_click_counts(app):
    app.button[0].click().run()
    app.button[0].click().run()
    assert app.markdown[0].value == "Counted to 2"
    assert app.session_state.count == 2


def test_start_over(app):
    app.session_state.count = 7
    app.run()
    assert app.markdown[0].value == "Counted to 7"
    app.button[1].click().run()
    assert app.markdown[0].value == "Counted to 0"
