"""Tests of counter.py in its real window. Copy this file and run it by pytest."""

import pytest


@pytest.fixture
def app(open_app):
    return open_app("../counter.py", size=(700, 500))


def test_a_click_counts(app):
    app.button("One more").click()
    app.button("One more").click()
    assert app.has("Counted to 2")
    assert app.state.count == 2


def test_the_keyboard_counts_too(app):
    app.button("One more").press("Space")
    app.press("Tab")
    app.press("Space")
    assert app.texts() == ["Counter", "Counted to 0"]


def test_one_click_is_one_run(app):
    app.button("One more").click()
    assert [run.causes for run in app.runs] == [("start",), ("button 'One more'",)]


def test_it_goes_on_from_where_it_was(open_app):
    app = open_app("../counter.py", state={"count": 41})
    app.button("One more").click()
    assert app.has("Counted to 42")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_drawn_in_both_themes(open_app, theme, tmp_path):
    # app.assert_screenshot("start") compares with a picture that `pytest --update-screenshots` has taken.
    picture = open_app("../counter.py", theme=theme).screenshot(tmp_path / "counter.png")
    corner = picture.pixelColor(picture.width() - 5, picture.height() - 5)
    assert (corner.lightness() > 128) == (theme == "light")
