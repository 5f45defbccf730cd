from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QIcon

from desklit.desktop.launchers.icon import draw_sizes
from desklit.desktop.launchers.install import OWN_ICON
from desklit.desktop.launchers.window_icon import SIZES, show_app_icon, show_icon


@pytest.fixture(autouse=True)
def no_icon_afterwards(qapp):
    yield
    QGuiApplication.setWindowIcon(QIcon())


@pytest.mark.parametrize(
    ("declared", "name"), [("", "Price list"), ("st.set_page_config('Prices')", "Prices")]
)
def test_a_page_without_an_icon_has_that_of_its_launcher(open_script, tmp_path, declared, name):
    script = tmp_path / "price_list.py"
    script.write_text(declared)
    window = open_script("import streamlit as st\nst.text('a page')")
    assert window.windowIcon().isNull()
    show_app_icon(script)
    for size, wanted in draw_sizes("", name, SIZES).items():
        shown = window.windowIcon().pixmap(size).toImage().convertToFormat(wanted.format())
        assert shown == wanted


def test_a_page_keeps_the_icon_that_it_has(open_script, tmp_path):
    window = open_script("import streamlit as st\nst.set_page_config('Prices', '🐢')\nst.text('a page')")
    before = window.windowIcon().pixmap(32).toImage()
    show_icon(OWN_ICON, "desklit")
    assert window.windowIcon().pixmap(32).toImage() == before
    assert QGuiApplication.windowIcon().pixmap(32).toImage() != before
