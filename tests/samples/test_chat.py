from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


def say(page, qtbot, text, *, wait=True):
    field = page.view("chat_input")
    qtbot.keyClicks(field.editor, text)
    if not wait:
        qtbot.keyClick(field.editor, ENTER)
        return
    with page.rerun():
        qtbot.keyClick(field.editor, ENTER)


def test_what_is_said_comes_back(open_sample, qtbot):
    page = open_sample("chat.py")
    say(page, qtbot, "Hello")
    assert page.texts()[1] == "Hello"
    assert page.texts()[2].startswith("You said *Hello*.")
    assert not page.texts()[2].endswith("▌")
    assert [view.element.name for view in page.views("chat_message")] == ["assistant", "user", "assistant"]
    assert page.errors() == []
    say(page, qtbot, "Again")
    assert len(page.texts()) == 5


def test_files_are_named(open_sample, qtbot, tmp_path):
    page = open_sample("chat.py")
    (tmp_path / "note.txt").write_text("x")
    page.view("chat_input").add_files([tmp_path / "note.txt"])
    say(page, qtbot, "")
    assert "`note.txt`" in page.texts()[-1]


def test_a_stream_keeps_the_end_in_sight_and_the_window_alive(open_sample, qtbot):
    page = open_sample("chat.py")
    page.press("slider", "Length of an answer", Qt.Key.Key_End)
    bar = page.window.area.verticalScrollBar()
    shown = []
    page.window.canvas.relaid.connect(lambda: shown.append(bar.maximum() - bar.value()))
    say(page, qtbot, "Hello")
    assert bar.maximum() > 0
    assert max(shown[-50:]) <= 4
    assert len(shown) > 10  # piece by piece, however busy the machine is


def test_who_scrolls_up_stays_there_while_it_streams(open_sample, qtbot):
    page = open_sample("chat.py", size=(900, 500))
    page.press("slider", "Length of an answer", Qt.Key.Key_End)
    say(page, qtbot, "Hello")
    bar = page.window.area.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    say(page, qtbot, "Again", wait=False)
    qtbot.waitUntil(lambda: len(page.texts()) == 5)
    bar.setValue(0)
    before = bar.maximum()
    qtbot.waitUntil(lambda: bar.maximum() > before + 20, timeout=10_000)
    assert bar.value() == 0
    with page.rerun():
        qtbot.mouseClick(page.view("chat_input").send, LEFT)
    assert page.view("chat_input").editor.isEnabled()


def test_text_can_be_selected_while_it_streams(open_sample, qtbot):
    page = open_sample("chat.py")
    page.press("slider", "Length of an answer", Qt.Key.Key_End)
    say(page, qtbot, "Hello", wait=False)
    qtbot.waitUntil(lambda: len(page.texts()) == 3 and len(page.texts()[2]) > 200, timeout=10_000)
    body = page.views("markdown")[2].body
    QTest.mousePress(body, LEFT, pos=QPoint(2, 8))
    QTest.mouseMove(body, QPoint(160, 8))
    QTest.mouseRelease(body, LEFT, pos=QPoint(160, 8))
    chosen = body.selection.text()
    assert chosen
    length = len(page.texts()[2])
    qtbot.waitUntil(lambda: len(page.texts()[2]) > length + 50, timeout=10_000)
    assert body.selection.text() == chosen
    with page.rerun():
        qtbot.mouseClick(page.view("chat_input").send, LEFT)
