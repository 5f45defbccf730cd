"""The notebook: notes written, found, changed and deleted in a database."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "notes.db"
    with sqlite3.connect(path) as database:
        database.execute("create table note (id integer primary key, title text, body text, tag text)")
        rows = [("Bread", "flour", "recipe"), ("Plumber", "", "to do"), ("A boat", "with *books*", "idea")]
        database.executemany("insert into note (title, body, tag) values (?, ?, ?)", rows)
    database.close()
    return path


def titles(page):
    return [text.partition("**")[2].partition("**")[0] for text in page.texts() if text.startswith("**")]


def kept(file):
    database = sqlite3.connect(file)
    try:
        return [row[0] for row in database.execute("select title from note order by id")]
    finally:
        database.close()


def test_a_note_is_written_in_a_dialog(open_sample, file, qtbot):
    page = open_sample("notebook.py", str(file))
    assert titles(page) == ["A boat", "Plumber", "Bread"]
    page.click("button", "New note")
    page.click("button", "Keep it")
    assert [view.element.body for view in page.views("error")] == ["It needs a title."]
    field = page.control("text_input", "title new")
    qtbot.keyClicks(field, "Sourdough")
    page.click("button", "Keep it")
    assert titles(page) == ["Sourdough", "A boat", "Plumber", "Bread"]
    assert kept(file)[-1] == "Sourdough"
    assert page.views("dialog") == []
    assert page.errors() == []


def test_notes_are_found_by_word_and_tag(open_sample, file, qtbot):
    page = open_sample("notebook.py", str(file))
    page.write("text_input", "words", "b")
    assert titles(page) == ["A boat", "Plumber", "Bread"]
    page.write("text_input", "words", "flour")
    assert titles(page) == ["Bread"]
    field = page.control("text_input", "words")
    field.selectAll()
    with page.rerun():
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    page.click("button_group", "tags")
    assert titles(page) == ["A boat"]


def test_a_note_is_deleted_and_the_rest_stays(open_sample, file):
    page = open_sample("notebook.py", str(file))
    page.click("button", "drop 2")
    assert titles(page) == ["A boat", "Bread"]
    assert kept(file) == ["Bread", "A boat"]
    page.click("button", "drop 3")
    page.click("button", "drop 1")
    assert page.views("info")[0].element.body.startswith("Nothing here")
