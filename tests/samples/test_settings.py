"""The settings: what outlives its page, what does not, and what a launch names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desklit.desktop.testing import AppTest

FILE = Path(__file__).parent.parent.parent / "samples" / "settings.py"


def test_what_is_changed_is_written_as_query_parameters(open_sample):
    page = open_sample("settings.py")
    assert page.texts("caption") == ["As query parameters: all as ever"]
    page.press("slider", "columns", Qt.Key.Key_Right)
    page.press("toggle", "landscape", Qt.Key.Key_Space)
    page.write("text_input", "author", "Ada")
    assert page.texts("caption") == ["As query parameters: {'columns': '3', 'landscape': 'true'}"]


def test_a_launch_names_values():
    app = AppTest.from_file(FILE, default_timeout=20)
    app.query_params["paper"] = "Letter"
    app.query_params["columns"] = "4"
    app.run()
    assert (app.selectbox("paper").value, app.slider("columns").value) == ("Letter", 4)
    app.query_params["columns"] = "nonsense"
    assert not app.run().exception


def test_the_preview_follows_and_the_way_back_keeps_all_but_the_draft(open_sample, qtbot):
    page = open_sample("settings.py")
    page.press("slider", "columns", Qt.Key.Key_Right)
    page.write("text_input", "author", "Ada")
    page.write("text_input", "draft", "for now")
    page.click("page_link")
    assert page.texts("caption") == ["A4, 210 × 297 mm, by Ada"]
    assert len(page.views("column")) == 3
    with page.rerun():
        page.window.turner.step(-1)
    fields = {view.element.key: view.element.value for view in page.views("text_input")}
    assert fields == {"author": "Ada", "draft": ""}
    assert page.view("slider").element.value == (3,)

