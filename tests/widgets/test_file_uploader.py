from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

import desklit as st
from desklit.state import errors
from desklit.state.widget import Change
from desklit.widgets.upload_rules import size_text, upload_rules
from desklit.widgets.uploaded_file import Upload


class Answer:
    """Stands in for the file dialogs."""

    def __init__(self, paths):
        self.paths = paths
        self.asked = []

    def open(self, parent, suffixes, many, then):
        self.asked.append((tuple(suffixes), many))
        then(self.paths)

    def open_folder(self, parent, then):
        then(self.paths)


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"1,2")
    (tmp_path / "b.png").write_bytes(b"png")
    (tmp_path / "c.txt").write_bytes(b"text")
    return {path.name: path for path in tmp_path.iterdir()}


@pytest.fixture
def field(run, show):
    def make(*args, **kwargs):
        st.file_uploader(*args, **kwargs)
        view = show(run).items[-1]
        values = []
        view.changed.connect(values.append)
        return view, values

    return make


def names(values):
    return [tuple(upload.name for upload in value) for value in values]


def rows(view):
    return [(row.name.text(), row.note.text()) for row in view.box.rows]


def drop(view, *paths):
    area = view.box.area
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, button, none)
    QApplication.sendEvent(area, enter)
    if enter.isAccepted():
        QApplication.sendEvent(area, QDropEvent(QPointF(5, 5), copy, data, button, none))


def test_without_files_it_is_none_or_an_empty_list(run):
    assert st.file_uploader("a") is None
    assert st.file_uploader("b", accept_multiple_files=True) == []
    assert st.file_uploader("c", accept_multiple_files="directory") == []
    assert st.file_uploader("d", accept_multiple_files=1) is None


def test_a_file_survives_reruns_with_its_id_and_is_read_from_its_beginning(run, next_run, elements, files):
    st.file_uploader("a", key="u")
    next_run(Change(elements()[0].id, (Upload.of_path(files["a.csv"]),)))
    first = st.file_uploader("a", key="u")
    assert (first.name, first.read(), first.path) == ("a.csv", b"1,2", files["a.csv"])
    assert st.session_state.u == first
    next_run()
    again = st.file_uploader("other label", key="u")
    assert again == first
    assert again.read() == b"1,2"


def test_a_change_of_what_is_taken_starts_anew(run, next_run, elements, files):
    st.file_uploader("a", key="u")
    next_run(Change(elements()[0].id, (Upload.of_path(files["a.csv"]),)))
    assert st.file_uploader("a", "csv", key="u") is None


def test_several_files_are_a_list(run, next_run, elements, files):
    st.file_uploader("a", accept_multiple_files=True)
    next_run(Change(elements()[0].id, tuple(map(Upload.of_path, files.values()))))
    got = st.file_uploader("a", accept_multiple_files=True)
    assert sorted(file.name for file in got) == ["a.csv", "b.png", "c.txt"]


def test_a_file_of_another_suffix_raises(run, next_run, elements):
    st.file_uploader("a", ["jpg"])
    id = elements()[0].id
    next_run(Change(id, (Upload.of_bytes("x.JPEG", b""),)))
    assert st.file_uploader("a", ["jpg"]).name == "x.JPEG"
    next_run(Change(id, (Upload.of_bytes("x.txt", b""),)))
    with pytest.raises(errors.StreamlitAPIException, match=r"x\.txt"):
        st.file_uploader("a", ["jpg"])


def test_the_state_may_not_set_it(run):
    st.session_state.u = None
    with pytest.raises(errors.StreamlitValueAssignmentNotAllowedError, match="'u'"):
        st.file_uploader("a", key="u")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"type": 5}, errors.StreamlitInvalidParameterTypeError),
        ({"type": [5]}, errors.StreamlitInvalidParameterTypeError),
        ({"max_upload_size": 0}, errors.StreamlitValueError),
        ({"max_upload_size": 1.5}, errors.StreamlitValueError),
        ({"max_upload_size": True}, errors.StreamlitValueError),
        ({"width": "content"}, errors.StreamlitInvalidWidthError),
        ({"on_change": "zz"}, errors.StreamlitValueError),
    ],
)
def test_wrong_arguments_are_named(run, arguments, error):
    with pytest.raises(error, match=next(iter(arguments))):
        st.file_uploader("a", **arguments)


def test_types_are_suffixes_mime_types_and_media():
    rules = upload_rules(["csv", ".JPG", "image", "text/plain"], None, 200)
    assert rules.suffixes == (".csv", ".jpg", ".jpeg")
    assert rules.mimes == ("image/*", "text/plain")
    assert rules.takes("A.CSV", "")
    assert rules.takes("x.webp", "image/webp")
    assert rules.takes("x", "text/plain")
    assert not rules.takes("x.pdf", "application/pdf")
    assert ".png" in rules.dialog_suffixes()
    assert upload_rules("TAR.gz", 3, 200).takes("x.tar.GZ", "")
    assert upload_rules("", None, 200).takes("anything", "")


def test_sizes_are_short():
    assert [size_text(n) for n in (0, 1023, 1024, 1536, 200 * 2**20, 3 * 2**40)] == [
        "0B", "1023B", "1KB", "1.5KB", "200MB", "3072GB",
    ]  # fmt: skip


def test_the_button_opens_the_dialog_for_what_is_taken(field, scene, files, qtbot):
    view, values = field("a", "csv")
    scene.files = Answer([files["a.csv"]])
    qtbot.mouseClick(view.box.area.button, Qt.MouseButton.LeftButton)
    assert scene.files.asked == [((".csv",), False)]
    assert names(values) == [("a.csv",)]
    assert rows(view) == [("a.csv", "3B")]
    assert values[0][0].path == files["a.csv"]


def test_the_keyboard_opens_the_dialog(field, scene, files, qtbot):
    view, values = field("a")
    scene.files = Answer([files["a.csv"]])
    view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert names(values) == [("a.csv",)]


def test_several_files_add_up_and_each_can_be_removed(field, scene, files, qtbot):
    view, values = field("a", accept_multiple_files=True)
    for name in ("a.csv", "b.png"):
        scene.files = Answer([files[name]])
        qtbot.mouseClick(view.box.area.button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.box.rows[0].cross, Qt.MouseButton.LeftButton)
    assert names(values) == [("a.csv",), ("a.csv", "b.png"), ("b.png",)]
    assert values[2][0].file_id == values[1][1].file_id


def test_a_single_file_takes_the_place_of_the_last(field, files):
    view, values = field("a")
    drop(view, files["a.csv"])
    drop(view, files["b.png"])
    assert names(values) == [("a.csv",), ("b.png",)]


def test_of_several_dropped_files_a_single_uploader_takes_one(field, files):
    view, values = field("a")
    drop(view, files["a.csv"], files["b.png"])
    assert names(values) == [("a.csv",)]
    assert rows(view)[0][0] == "b.png"


def test_dropped_files_of_other_types_are_refused_with_a_reason(field, files, qtbot):
    view, values = field("a", "image", accept_multiple_files=True)
    drop(view, files["a.csv"], files["b.png"], files["a.csv"].parent)
    assert names(values) == [("b.png",)]
    assert [name for name, _ in rows(view)] == [files["a.csv"].parent.name, "a.csv", "b.png"]
    qtbot.mouseClick(view.box.rows[0].cross, Qt.MouseButton.LeftButton)
    assert len(rows(view)) == 2
    assert len(values) == 1


def test_too_large_files_are_refused(field, tmp_path):
    view, values = field("a", max_upload_size=1)
    large = tmp_path / "large"
    large.write_bytes(b"x" * (2**20 + 1))
    drop(view, large)
    assert values == []
    assert "1MB" in rows(view)[0][1]


def test_a_folder_gives_its_files_with_their_paths_inside(field, tmp_path):
    top = tmp_path / "top"
    (top / "sub").mkdir(parents=True)
    (top / "one.csv").write_text("1")
    (top / "sub" / "two.csv").write_text("2")
    (top / "sub" / "no.txt").write_text("3")
    view, values = field("a", "csv", accept_multiple_files="directory")
    drop(view, top)
    assert names(values) == [("top/one.csv", "top/sub/two.csv")]
    assert [name for name, _ in rows(view)] == ["top/one.csv", "top/sub/two.csv"]


def test_the_folder_dialog_gives_names_from_the_folder_on(field, scene, tmp_path, qtbot):
    top = tmp_path / "top"
    (top / "sub").mkdir(parents=True)
    paths = [top / "one", top / "sub" / "two"]
    for path in paths:
        path.write_text("x")
    view, values = field("a", accept_multiple_files="directory")
    scene.files = Answer(paths)
    qtbot.mouseClick(view.box.area.button, Qt.MouseButton.LeftButton)
    assert names(values) == [("top/one", "top/sub/two")]


def test_a_disabled_uploader_takes_nothing(field, files, scene, qtbot):
    view, values = field("a", disabled=True)
    scene.files = Answer([files["a.csv"]])
    drop(view, files["a.csv"])
    qtbot.mouseClick(view.box.area.button, Qt.MouseButton.LeftButton)
    assert values == []


def test_a_rerun_keeps_rows_and_refusals(run, next_run, show, files):
    st.file_uploader("a", "csv", key="u", accept_multiple_files=True)
    region = show(run)
    view = region.items[0]
    drop(view, files["a.csv"], files["c.txt"])
    before = rows(view)
    new = next_run()
    st.file_uploader("other", "csv", key="u", accept_multiple_files=True)
    region.canvas.take(new)
    assert rows(view) == before
    assert len(before) == 2


def test_many_files_scroll(field, tmp_path):
    paths = [tmp_path / f"{number}.txt" for number in range(30)]
    for path in paths:
        path.write_text("x")
    view, _ = field("a", accept_multiple_files=True)
    drop(view, *paths)
    assert view.height_for(400) < 360
