from __future__ import annotations

from PySide6.QtGui import QImage

from desklit.desktop.home.remember import PICTURE, Remember


def test_an_opened_app_is_noted_with_its_title_and_picture(open_script, recents, script):
    path = script("a.py")
    window = open_script("import streamlit as st\nst.set_page_config('Prices')\nst.title('Prices')\n")
    Remember(window, path, recents)
    (app,) = recents.apps()
    assert (app.script, app.title) == (path, "Prices")
    assert QImage(str(recents.picture(path))).size() == PICTURE


def test_the_picture_is_how_it_looked_when_it_was_closed(open_script, recents, script):
    path = script("a.py")
    window = open_script("import streamlit as st\nst.title('Prices')\n")
    Remember(window, path, recents)
    recents.picture(path).unlink()
    window.close()
    assert recents.picture(path).is_file()
