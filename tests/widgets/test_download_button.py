from __future__ import annotations

import io
import os
import stat
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.atomic_file import write_atomically
from desklit.widgets.download import suggested_name


class Answer:
    """Stands in for the file dialogs."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.names: list[str] = []

    def save(self, parent, name, then):
        self.names.append(name)
        if self.path is not None:
            then(self.path)


@pytest.fixture
def press(run, show, qtbot, scene):
    def make(path, *args, **kwargs):
        st.download_button(*args, **kwargs)
        view = show(run).items[-1]
        scene.files = Answer(path)
        values, notices = [], []
        view.changed.connect(values.append)
        scene.notice.connect(notices.append)
        qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not view.is_saving)
        return view, values, notices

    return make


def test_it_is_true_in_the_run_after_a_download_only(run, next_run, elements):
    assert st.download_button("Save", "x") is False
    next_run(Change(elements()[0].id, True))
    assert st.download_button("Save", "x") is True
    next_run()
    assert st.download_button("Save", "x") is False


def files(tmp_path):
    path = tmp_path / "in.txt"
    path.write_bytes(b"abc")
    return [open(path), open(path, "rb"), open(path, "rb", buffering=0)]


def test_text_bytes_and_open_files_are_taken_whole(run, elements, tmp_path):
    opened = files(tmp_path)
    opened[1].read(1)
    for number, data in enumerate(["abc", b"abc", io.BytesIO(b"abc"), io.StringIO("abc"), *opened]):
        st.download_button(str(number), data)
    assert [element.payload.content for element in elements()] == [b"abc"] * 7
    for file in opened:
        file.close()


@pytest.mark.parametrize("data", [5, None, [1], bytearray(b"x"), Path("x"), {}])
def test_other_data_is_refused(run, data):
    with pytest.raises(errors.StreamlitAPIException, match="data"):
        st.download_button("a", data)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"on_click": "zz"}, errors.StreamlitValueError),
        ({"file_name": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"mime": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"type": "zz"}, errors.StreamlitValueError),
        ({"width": "zz"}, errors.StreamlitInvalidWidthError),
        ({"shortcut": "c"}, errors.StreamlitAPIException),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.download_button("a", "x", **arguments)


def test_it_can_not_be_in_a_form_nor_set_by_the_state(run):
    with st.form("f"), pytest.raises(errors.StreamlitInvalidLayoutContextError, match="download_button"):
        st.download_button("a", "x")
    st.session_state.k = True
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError, match="'k'"):
        st.download_button("a", "x", key="k")


def test_the_mime_type_comes_from_name_and_data(run, elements):
    st.download_button("a", "x")
    st.download_button("b", b"x")
    st.download_button("c", b"x", mime="text/csv")
    assert [element.mime for element in elements()] == ["text/plain", "application/octet-stream", "text/csv"]
    assert elements()[2].file_name == "c.csv"


@pytest.mark.parametrize(
    ("given", "mime", "label", "name"),
    [
        ("data.csv", "text/csv", "x", "data.csv"),
        ("a/b\\c.txt", "text/plain", "x", "c.txt"),
        (None, "text/plain", "Save **it** now", "save___it___now.txt"),
        (None, "application/octet-stream", "?", "download.bin"),
    ],
)
def test_a_name_is_offered(given, mime, label, name):
    assert suggested_name(given, mime, label) == name


def test_a_click_saves_the_file_and_then_tells_the_script(press, tmp_path, scene):
    _, values, notices = press(tmp_path / "out.txt", "Save", "hällo", "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == "hällo"
    assert scene.files.names == ["out.txt"]
    assert values == [True]
    assert notices == ["Saved out.txt"]
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_a_cancelled_dialog_does_nothing(press):
    _, values, notices = press(None, "Save", "x")
    assert (values, notices) == ([], [])


def test_ignore_saves_without_a_run(press, tmp_path):
    _, values, _ = press(tmp_path / "out", "Save", "x", on_click="ignore")
    assert (tmp_path / "out").read_text() == "x"
    assert values == []


def test_a_function_makes_the_data_on_another_thread(press, tmp_path):
    seen = []

    def make():
        seen.append(threading.current_thread())
        st.write("ignored")
        seen.append(st.session_state.get("n"))
        return io.BytesIO(b"made")

    st.session_state.n = 5
    _, values, _ = press(tmp_path / "out", "Save", make)
    assert (tmp_path / "out").read_bytes() == b"made"
    assert seen[0] is not threading.main_thread()
    assert seen[1] == 5
    assert values == [True]


def test_the_button_waits_while_a_function_works(run, show, qtbot, scene, tmp_path):
    go = threading.Event()
    st.download_button("Save", lambda: go.wait(5) and "x")
    view = show(run).items[0]
    scene.files = Answer(tmp_path / "out")
    qtbot.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert view.is_saving
    assert not view.button.isEnabled()
    go.set()
    qtbot.waitUntil(lambda: not view.is_saving)
    assert view.button.isEnabled()


def test_a_function_that_fails_is_told_and_leaves_no_file(press, tmp_path):
    _, values, notices = press(tmp_path / "out", "Save", lambda: 1 / 0)
    assert values == []
    assert "ZeroDivisionError" in notices[0]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_written_is_told(press, tmp_path):
    _, values, notices = press(tmp_path / "missing" / "out", "Save", "x")
    assert values == []
    assert "Could not save" in notices[0]


def test_an_atomic_write_replaces_the_file_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "f"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(path)
    write_atomically(link, b"new")
    assert path.read_bytes() == b"new"
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_an_atomic_write_that_fails_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "f"
    path.write_text("old")
    monkeypatch.setattr(os, "replace", lambda *names: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_atomically(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["f"]
    assert path.read_text() == "old"
