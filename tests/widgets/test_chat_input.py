from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.chat_value import ChatInputValue, Submission
from desklit.widgets.uploaded_file import Upload

ENTER = Qt.Key.Key_Return
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_on_the_page_it_goes_to_the_bottom_else_where_it_is_written(run, elements):
    st.chat_input("a")
    with st.container():
        st.chat_input("b")
    st.sidebar.chat_input("c")
    st.bottom.text("d")
    assert [element.kind for element in elements()] == ["flex_container", "chat_input"]
    assert [element.kind for element in elements("bottom")] == ["chat_input", "text"]
    assert [element.kind for element in elements("sidebar")] == ["chat_input"]


@pytest.mark.parametrize("sent", ["Hello", Submission("Hello")])
def test_a_message_is_there_for_one_run(run, next_run, elements, sent):
    assert st.chat_input("a", key="k") is None
    next_run(Change(elements("bottom")[0].id, sent))
    assert st.chat_input("a", key="k") == "Hello"
    assert st.session_state.k == "Hello"
    next_run()
    assert st.chat_input("a", key="k") is None
    assert st.session_state.k is None


def test_with_files_the_value_has_text_and_files(run, next_run, elements):
    st.chat_input("a", accept_file=True)
    upload = Upload.of_bytes("a.txt", b"content", "text/plain")
    next_run(Change(elements("bottom")[0].id, Submission("Hello", (upload,))))
    value = st.chat_input("a", accept_file=True)
    assert isinstance(value, ChatInputValue)
    assert (value.text, value["text"]) == ("Hello", "Hello")
    assert [file.getvalue() for file in value.files] == [b"content"]
    assert list(value) == ["text", "files"]
    assert value.to_dict() == dict(value)
    with pytest.raises(AttributeError, match="audio"):
        _ = value.audio
    with pytest.raises(KeyError, match="audio"):
        _ = value["audio"]


def test_a_function_is_called_before_the_run(run, next_run, elements):
    calls = []
    st.chat_input("a", on_submit=calls.append, args=("x",))
    next_run(Change(elements("bottom")[0].id, "Hello"))
    assert calls == ["x"]


def test_a_text_of_the_script_is_offered_and_is_no_message(run, next_run, elements):
    st.session_state.k = "Draft"
    assert st.chat_input("a", key="k") is None
    assert st.session_state.k is None
    first = elements("bottom")[0]
    assert first.offered == "Draft"
    second = next_run()
    assert st.chat_input("a", key="k") is None
    assert elements("bottom", second)[0].offer == 0


def test_a_text_stored_before_the_field_was_there_is_offered_too(run, next_run, elements):
    st.session_state.k = "Draft"
    second = next_run()
    assert st.chat_input("a", key="k") is None
    assert elements("bottom", second)[0].offered == "Draft"


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"max_chars": "x"}, errors.StreamlitInvalidParameterTypeError),
        ({"max_chars": -1}, errors.StreamlitValueOutOfRangeError),
        ({"max_upload_size": 0}, errors.StreamlitValueError),
        ({"accept_file": "x"}, errors.StreamlitValueError),
        ({"accept_file": 1}, errors.StreamlitValueError),
        ({"accept_file": None}, errors.StreamlitValueError),
        ({"accept_audio": "x"}, TypeError),
        ({"accept_audio": True}, errors.UnsupportedCommandError),
        ({"audio_sample_rate": 5}, errors.StreamlitValueError),
        ({"submit_mode": "x"}, errors.StreamlitValueError),
        ({"submit_mode": None}, errors.StreamlitValueError),
        ({"on_submit": "x"}, errors.StreamlitValueError),
        ({"on_submit": "rerun"}, errors.StreamlitAPIException),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
        ({"height": 0}, errors.StreamlitInvalidHeightError),
        ({"height": None}, errors.StreamlitInvalidHeightError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.chat_input("a", **arguments)


def test_a_form_has_none_and_equal_ones_need_keys(run):
    with st.form("f"), pytest.raises(errors.StreamlitInvalidLayoutContextError, match="chat_input"):
        st.chat_input("a")
    st.chat_input("a")
    with pytest.raises(errors.StreamlitDuplicateElementId):
        st.chat_input("a")


@pytest.fixture
def field(run, show):
    def make(**arguments):
        with st.container():
            st.chat_input("Say something", **arguments)
        view = show(run).items[0].items[0]
        view.sent = []
        view.changed.connect(view.sent.append)
        return view

    return make


def test_enter_sends_and_shift_enter_begins_a_line(field, qtbot):
    view = field()
    low = view.height()
    qtbot.keyClicks(view.editor, "one")
    qtbot.keyClick(view.editor, ENTER, SHIFT)
    qtbot.keyClicks(view.editor, "two")
    qtbot.keyClick(view.editor, ENTER, SHIFT)
    qtbot.waitUntil(lambda: view.height() > low)
    assert view.sent == []
    qtbot.keyClick(view.editor, ENTER)
    assert view.sent == [Submission("one\ntwo\n")]
    assert view.text == ""
    qtbot.waitUntil(lambda: view.height() == low)


def test_a_click_on_the_button_sends(field, qtbot):
    view = field()
    assert not view.send.isEnabled()
    qtbot.keyClicks(view.editor, "Hello")
    qtbot.mouseClick(view.send, Qt.MouseButton.LeftButton)
    assert view.sent == [Submission("Hello")]
    assert view.editor.hasFocus()


def test_nothing_is_not_sent(field, qtbot):
    view = field()
    qtbot.keyClick(view.editor, ENTER)
    qtbot.keyClicks(view.editor, "   ")
    qtbot.keyClick(view.editor, ENTER)
    assert view.sent == []


def test_no_more_than_max_chars_can_be_typed(field, qtbot):
    view = field(max_chars=5)
    qtbot.keyClicks(view.editor, "1234567")
    assert view.text == "12345"
    assert view.count.text() == "5/5"


def test_a_long_text_scrolls_in_the_field(field, qtbot):
    view = field()
    view.editor.insertPlainText("line\n" * 40)
    qtbot.waitUntil(lambda: view.height() > 150)
    assert view.height() < 260
    assert view.editor.verticalScrollBar().maximum() > 0


def test_a_height_in_px_is_the_least(field):
    assert field(height=140).height() == 140


def test_disabled_takes_nothing(field, qtbot):
    view = field(disabled=True, accept_file=True)
    assert not view.editor.isEnabled()
    assert not view.attach.isEnabled()
    assert not view.acceptDrops()


@pytest.mark.parametrize("mode", ["submit", "disable", "stop"])
def test_what_it_does_while_the_run_goes_on(field, qtbot, scene, mode):
    view = field(submit_mode=mode)
    stops = []
    scene.stop_wanted.connect(lambda: stops.append(1))
    qtbot.keyClicks(view.editor, "Hello")
    qtbot.keyClick(view.editor, ENTER)
    assert view.editor.isEnabled() == (mode == "submit")
    assert view.send.isEnabled() == (mode == "stop")
    qtbot.mouseClick(view.send, Qt.MouseButton.LeftButton)
    assert stops == ([1] if mode == "stop" else [])
    scene.run_ended.emit()
    assert view.editor.isEnabled()
    assert view.send.accessibleName() == "Send"


def test_an_offered_text_is_put_in_once(run, show, next_run, qtbot):
    with st.container():
        st.chat_input("a", key="k")
    region = show(run)
    second = next_run()
    st.session_state.k = "Draft"
    with st.container():
        st.chat_input("a", key="k")
    region.canvas.take(second)
    view = region.items[0].items[0]
    assert view.text == "Draft"
    qtbot.keyClicks(view.editor, "!")
    third = next_run()
    with st.container():
        st.chat_input("a", key="k")
    region.canvas.take(third)
    assert view.text == "Draft!"


class Answer:
    """Stands in for the file dialogs."""

    def __init__(self, *paths: Path) -> None:
        self.paths = list(paths)
        self.asked = []

    def open(self, parent, suffixes, many, then):
        self.asked.append((list(suffixes), many))
        then(self.paths)

    def open_folder(self, parent, then):
        then(self.paths)


@pytest.fixture
def files(tmp_path):
    for name in ("a.txt", "b.txt", "c.csv"):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "d.txt").write_text("d")
    return [tmp_path / name for name in ("a.txt", "b.txt", "c.csv", "folder")]


def drop(view, paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, left, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)


def names(view):
    return [upload.name for upload in view.uploads]


def test_chosen_files_go_with_the_message(field, qtbot, scene, files):
    view = field(accept_file="multiple", file_type="txt")
    scene.files = Answer(*files[:3])
    qtbot.mouseClick(view.attach, Qt.MouseButton.LeftButton)
    assert scene.files.asked == [([".txt"], True)]
    assert names(view) == ["a.txt", "b.txt"]
    assert [name for name, _ in view.refused] == ["c.csv"]
    qtbot.mouseClick(view.rows[1].cross, Qt.MouseButton.LeftButton)
    assert names(view) == ["b.txt"]
    qtbot.mouseClick(view.send, Qt.MouseButton.LeftButton)
    assert [upload.name for upload in view.sent[0].uploads] == ["b.txt"]
    assert view.sent[0].text == ""
    assert (names(view), view.rows) == ([], [])


def test_of_dropped_files_one_is_taken_where_one_is_asked_for(field, files):
    view = field(accept_file=True)
    drop(view, [files[0], files[3]])
    assert (names(view), view.refused) == (["a.txt"], [("folder", "is a folder")])
    drop(view, [files[1], files[2]])
    assert names(view) == ["b.txt"]
    assert view.refused[0][0] == "c.csv"


def test_a_dropped_folder_is_taken_with_its_files(field, files):
    view = field(accept_file="directory")
    drop(view, files[3:])
    assert names(view) == ["folder/d.txt"]


def test_files_and_pictures_are_pasted(field, qtbot, files):
    view = field(accept_file="multiple")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(files[0]))])
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(view.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(view.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(view) == ["a.txt", "pasted.png"]
    assert view.text == ""


def test_a_click_beside_the_text_begins_to_type(field, qtbot):
    view = field()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert view.editor.hasFocus()
