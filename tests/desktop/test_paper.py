"""Paper and PDF: what a reader of the file can select, and where its sheets end."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog

from desklit.desktop.page_cuts import page_cuts
from desklit.desktop.paper import on_paper, sheets
from desklit.desktop.paper_job import paint_all
from desklit.desktop.pdf_export import PdfDialog, save_pdf
from desklit.desktop.testing.menus import choose_entries
from desklit.widgets.file_dialogs import FileDialogs
from desklit.widgets.markdown.rich_text import RichText

NUMBERS = """
    import streamlit as st
    for n in range(100): st.text(f"number {n}")
"""
ALL_SORTS = """
    import streamlit as st
    st.title("A title")
    st.write("Some **bold** words")
    st.button("A button")
    st.text_input("A field", "typed text")
    st.code("x = 1")
    st.metric("Sales", "1,234 €")
    st.dataframe({"column": ["cell"]})
    st.checkbox("A box")
    st.selectbox("Choice", ["chosen one"])
    st.success("It went well")
    closed, = st.columns(1)
    with closed.expander("Closed"): st.write("not to be seen")
    with st.expander("Open", expanded=True): st.write("to be seen")
    first, second = st.tabs(["One", "Two"])
    first.write("in front")
    second.write("behind")
    st.sidebar.write("beside")
"""


def said_by_sheet(path: Path) -> list[str]:
    """The text of each sheet, as one can select it."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def words(path: Path) -> str:
    return " ".join(said_by_sheet(path))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_the_page_says_is_text_that_can_be_selected(open_script, app, tmp_path, look):
    app.preferences.look = look
    window = open_script(ALL_SORTS)
    path = tmp_path / "all.pdf"
    assert save_pdf(window, path)
    said = words(path)
    for text in (
        "A title", "Some bold words", "A button", "A field", "typed text", "x = 1", "Sales", "1,234 €",
        "column", "cell", "A box", "chosen one", "It went well", "Closed", "Open", "to be seen", "in front",
    ):  # fmt: skip
        assert re.search(r"(?<!not )" + re.escape(text), said), text
    assert "not to be seen" not in said
    assert "behind" not in said
    assert "beside" not in said
    assert window.scene.theme.base == look
    assert not list(tmp_path.glob("*.part"))


def test_a_printer_gets_letters_too(open_script, tmp_path):
    window = open_script(ALL_SORTS)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    assert paint_all(window, printer)
    assert "It went well" in words(tmp_path / "page.pdf")


def test_all_is_printed_once_whatever_is_scrolled_away_or_zoomed(open_script, tmp_path):
    window = open_script(NUMBERS)
    window.zooming.set(2.0)
    bar = window.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value(), window.grab().toImage()
    path = tmp_path / "numbers.pdf"
    save_pdf(window, path)
    assert re.findall(r"number (\d+)", words(path)) == [str(n) for n in range(100)]
    assert (bar.value(), window.grab().toImage()) == before
    sheets_said = said_by_sheet(path)
    assert len(sheets_said) > 3
    assert all(said.startswith(window.windowTitle()) for said in sheets_said)
    assert all(f" {number} " in said for number, said in enumerate(sheets_said, start=1))


def test_the_sidebar_comes_last_if_it_is_wanted(open_script, tmp_path):
    window = open_script(ALL_SORTS)
    save_pdf(window, tmp_path / "all.pdf", sidebar=True)
    said = words(tmp_path / "all.pdf")
    assert said.index("beside") > said.index("It went well")


def test_no_element_is_cut(open_script):
    window = open_script(NUMBERS)
    region = window.area.region
    cuts = list(page_cuts(region, 700))
    assert len(cuts) >= 3
    assert cuts[0][0] == 0
    assert cuts[-1][1] == region.height()
    assert all(above[1] == below[0] for above, below in itertools.pairwise(cuts))
    edges = {item.geometry().bottom() + 1 for item in region.items}
    assert all(bottom in edges for _, bottom in cuts[:-1])


def test_within_a_block_that_is_longer_than_a_sheet_elements_stay_whole(open_script):
    window = open_script(
        """
        import streamlit as st
        left, right = st.columns(2)
        for n in range(60): left.text(f"left {n}")
        for n in range(20): right.button(f"right {n}")
        """
    )
    region = window.area.region
    cuts = list(page_cuts(region, 600))
    assert len(cuts) >= 3
    leaves = [view for view in window.canvas.all_views() if view.element.kind in ("text", "button")]
    assert len(leaves) == 80
    for view in leaves:
        top = view.mapTo(region, view.rect().topLeft()).y()
        assert not any(top < cut < top + view.height() for _, cut in cuts), view.element


def test_a_heading_stays_with_what_follows(open_script):
    window = open_script(
        """
        import streamlit as st
        for n in range(12): st.text(f"number {n}")
        st.header("Chapter")
        for n in range(40): st.text(f"number {n}")
        """
    )
    region = window.area.region
    head = next(view for view in window.canvas.all_views() if view.element.kind == "header")
    room = head.y() + head.height() + 20  # just enough for the heading
    assert next(page_cuts(region, room))[1] <= head.y()


def test_a_text_longer_than_a_sheet_is_cut_between_its_lines(open_script):
    window = open_script("import streamlit as st\nst.write('word ' * 4000)")
    region = window.area.region
    view = region.items[0]
    first = region.findChild(RichText).document.firstBlock().layout()
    step = first.lineAt(1).y() - first.lineAt(0).y()
    cuts = list(page_cuts(region, 701))
    assert len(cuts) > 2
    for _, cut in cuts[:-1]:
        assert (cut - view.y()) % step == 0


def test_what_the_session_does_meanwhile_waits_and_then_shows(open_script, qtbot, tmp_path, texts):
    window = open_script(NUMBERS.replace("100", "300") + "    st.text(str(st.session_state.get('more')))\n")
    path = tmp_path / "page.pdf"
    from PySide6.QtGui import QPdfWriter

    writer = QPdfWriter(str(path))
    with qtbot.waitSignal(window.settled), on_paper(window):
        for number, _ in sheets(window, writer):
            if number == 1:
                window.session.state["more"] = "changed"
                window.session.runner.rerun("test")
            with qtbot.waitSignal(window.session.run_finished, raising=False, timeout=50):
                pass
    assert re.findall(r"number (\d+)", words(path)) == [str(n) for n in range(300)]
    assert "changed" not in words(path)
    window.area.verticalScrollBar().setValue(window.area.verticalScrollBar().maximum())
    assert "changed" in texts(window)


def test_a_long_export_can_be_called_off_and_leaves_nothing(open_script, tmp_path, monkeypatch):
    monkeypatch.setattr("desklit.desktop.paper_job.PATIENCE", -1)
    window = open_script(NUMBERS)
    path = tmp_path / "page.pdf"
    path.write_text("old")
    QTimer.singleShot(0, lambda: window.findChild(QProgressDialog).cancel())
    assert not save_pdf(window, path)
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".part"] == []
    assert window.area.rests is False


def test_a_page_of_thousands_keeps_few_views(open_script, tmp_path):
    window = open_script("import streamlit as st\nfor n in range(3000): st.text_input(f'field {n}')")
    most = 0
    with on_paper(window):
        from PySide6.QtGui import QPdfWriter

        for _ in sheets(window, QPdfWriter(str(tmp_path / "page.pdf"))):
            most = max(most, len(window.canvas.all_views()))
    assert most < 300


def test_the_menu_asks_for_paper_and_file(open_script, qtbot, tmp_path):
    class Answer(FileDialogs):
        def save(self, parent, name, then, suffix="", **said):
            self.asked = name, suffix, said["title"], said["kind"]
            # A user answers long after the dialog before is gone.
            self.answer = lambda: then(tmp_path / name)

    window = open_script(ALL_SORTS + "    st.set_page_config(page_title='My: app')\n")
    window.scene.files = Answer()
    choose_entries(window.menu.open, ["Export as PDF …"])
    dialog = window.findChild(PdfDialog)
    dialog.orientation.setCurrentText("Landscape")
    qtbot.mouseClick(dialog.sidebar, Qt.MouseButton.LeftButton)
    window.settings.show_document("day", modified=False)
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    window.scene.files.answer()
    assert window.scene.files.asked == ("My app.pdf", ".pdf", "Export as PDF", "PDF")
    written = (tmp_path / "My app.pdf").read_bytes()
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", written).groups())
    assert width > height
    assert window.notices.passing.text() == "My app.pdf is written."


def test_a_folder_that_takes_nothing_is_told_of(open_script, qtbot, tmp_path):
    class Answer(FileDialogs):
        def save(self, parent, name, then, suffix="", **said):
            then(tmp_path / "nowhere" / name)

    window = open_script(ALL_SORTS)
    window.scene.files = Answer()
    choose_entries(window.menu.open, ["Export as PDF …"])
    qtbot.mouseClick(window.findChild(PdfDialog).export_button, Qt.MouseButton.LeftButton)
    assert "could not be written" in window.notices.shown[-1].text
