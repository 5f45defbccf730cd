"""What all of the window's own dialogs have in common."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLabel, QMessageBox, QPushButton, QScrollArea

from desklit.desktop import closing
from desklit.desktop.documents.choosing import question
from desklit.desktop.documents.questions import UploadsQuestion, ask_to_save
from desklit.desktop.pdf_export import PdfDialog, export_page
from desklit.desktop.settings_dialog import SettingsDialog
from desklit.state.document.file import Document
from desklit.state.document.snapshot import Snapshot
from desklit.widgets.controls import CheckBox

PAGE = "import streamlit as st\nst.text('a page')"


@pytest.fixture
def opened():
    """The dialog that something opens over a window."""

    def of(window, open_it):
        before = window.findChildren(QDialog)
        open_it()
        (dialog,) = [each for each in window.findChildren(QDialog) if each not in before]
        return dialog

    return of


OPENERS = {
    "settings": lambda window: window.menu.open_settings(),
    "keys": lambda window: window.menu.show_shortcuts(),
    "save": lambda window: ask_to_save(window, "it", int, int),
    "uploads": lambda window: UploadsQuestion(window, 2, 100, True).open(),
    "pdf": lambda window: export_page(window),
    "close": lambda window: closing._ask(window, 7.0),
}


@pytest.mark.parametrize("opener", OPENERS.values(), ids=OPENERS)
def test_no_button_of_a_dialog_has_an_icon(open_script, opened, opener):
    window = open_script(PAGE)
    buttons = opened(window, lambda: opener(window)).findChildren(QPushButton)
    assert buttons
    assert [button.text() for button in buttons if not button.icon().isNull()] == []


def test_no_button_of_a_dialog_before_there_is_a_window_has_an_icon(qapp, tmp_path, qtbot):
    told = Snapshot(tmp_path / "gone.py", "Gone", (), "", (), "", "")
    box, _ = question(Document(tmp_path / "a.desklit", False, told, (), {}))
    qtbot.addWidget(box)
    assert all(button.icon().isNull() for button in box.buttons())


def test_the_box_of_the_question_before_closing_is_drawn_in_the_windows_colours(open_script, opened):
    window = open_script(PAGE, theme__base="dark")
    box = opened(window, lambda: closing._ask(window, 7.0))
    assert isinstance(box, QMessageBox)
    assert isinstance(box.checkBox(), CheckBox)
    box.show()
    mark = box.checkBox().grab(QRect(0, 0, 17, box.checkBox().height())).toImage()
    ground = mark.pixelColor(16, 0).lightness()
    seen = [mark.pixelColor(x, mark.height() // 2).lightness() for x in range(16)]
    assert max(abs(each - ground) for each in seen) > 20


@pytest.mark.parametrize(("width", "height"), [(360, 320), (1000, 800)])
def test_the_settings_fit_into_their_window(open_script, opened, width, height):
    window = open_script(PAGE, size=(width, height))
    dialog = opened(window, window.menu.open_settings)
    assert isinstance(dialog, SettingsDialog)
    assert dialog.width() <= width
    assert dialog.height() <= height
    area = dialog.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert (area.verticalScrollBar().maximum() > 0) == (height < 400)
    for mark in (*dialog.looks, dialog.restore, dialog.ask, dialog.ask_to_end, dialog.notify):
        assert mark.width() >= mark.sizeHint().width()


def test_the_names_of_the_pdfs_fields_stand_at_their_middle(open_script, opened):
    window = open_script(PAGE)
    dialog = opened(window, lambda: export_page(window))
    assert isinstance(dialog, PdfDialog)
    named = [label for label in dialog.findChildren(QLabel) if isinstance(label.buddy(), QComboBox)]
    assert [label.text() for label in named] == ["Paper", "Orientation"]
    for label in named:
        assert abs(label.geometry().center().y() - label.buddy().geometry().center().y()) <= 1


def test_the_dialogs_for_sessions_say_that_they_are(open_script, opened):
    window = open_script(PAGE)
    documents = window.documents
    for act, title in ((documents.save_as, "Save session"), (documents.ask_open, "Open session")):
        dialog = opened(window, act)
        assert isinstance(dialog, QFileDialog)
        assert dialog.windowTitle() == title
        assert dialog.nameFilters()[0] == "Sessions (*.desklit)"
        dialog.reject()
