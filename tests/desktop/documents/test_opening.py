from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from desklit.desktop.call import UsageError
from desklit.desktop.documents.choosing import app_of, ask_for_app
from desklit.desktop.documents.command import with_app
from desklit.desktop.documents.places import key_file
from desklit.desktop.home.recents import Recents
from desklit.desktop.launchers.instance import Request
from desklit.desktop.launchers.open import Concierge
from desklit.desktop.preferences import Preferences
from desklit.state.document.file import read_document

SCRIPT = """
import streamlit as st

st.text_input("Name")
count = st.slider("Count", 0, 10, key="count")
st.session_state.setdefault("own", {1})
if st.checkbox("More"):
    st.text_input("Hidden")
st.write("It is", count)
"""


class FakeOpening(QObject):
    failed = Signal(Path, str)
    ended = Signal()


@pytest.fixture
def window(open_script):
    return open_script(SCRIPT)


def fill(window, find, qtbot):
    field = find(window, "text_input", "Name").findChild(QLineEdit)
    field.setFocus()
    qtbot.keyClicks(field, "Ada")
    with qtbot.waitSignal(window.settled):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def shown(window, find):
    return find(window, "text_input", "Name").findChild(QLineEdit).text()


def said(window):
    return "\n".join(window.notices.texts()).replace("\\", "")


@pytest.fixture
def saved(window, find, save, qtbot, tmp_path):
    """A document, and its window, in which nothing has changed since."""
    fill(window, find, qtbot)
    return save(window, tmp_path / "mine.desklit")


def reopened(app, path, script, qtbot):
    window = app.open(script, document=read_document(path, key_file()))
    with qtbot.waitSignal(window.settled, timeout=10_000):
        window.show()
    return window


def test_a_document_opens_as_it_was_left(app, saved, find, qtbot, tmp_path):
    window = reopened(app, saved, tmp_path / "app.py", qtbot)
    assert shown(window, find) == "Ada"
    assert window.session.state["own"] == {1}
    assert window.windowTitle() == "mine[*] – app"
    assert not window.isWindowModified()
    assert said(window) == ""


def test_page_and_query_parameters_come_back(app, open_script, save, qtbot, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "orders.py").write_text(
        "import streamlit as st\nst.write('Orders', st.query_params.get('tag'))"
    )
    window = open_script("import streamlit as st\nst.write('Start')")
    from desklit.state.pages import Visit

    with qtbot.waitSignal(window.settled):
        window.turner.go_to(Visit("orders", query=(("tag", ("red",)),)))
    path = save(window, tmp_path / "mine.desklit")
    again = reopened(app, path, tmp_path / "app.py", qtbot)
    assert again.turner.pages.current == "orders"
    assert again.session.state.query.get_all("tag") == ["red"]


def test_ctrl_o_opens_in_a_window_where_nothing_was_done_yet(
    app, saved, find, answer, press, qtbot, tmp_path
):
    window = app.open(tmp_path / "app.py")
    with qtbot.waitSignal(window.settled):
        window.show()
    answer(window, saved)
    with qtbot.waitSignal(window.settled):
        press(window, "O", "Control")
    qtbot.waitUntil(lambda: shown(window, find) == "Ada")
    assert window.documents.path == saved


def test_elsewhere_it_opens_in_a_window_of_its_own(window, saved, answer, press, qtbot):
    asked = []

    def opener(path, more):
        asked.append((path, more))
        return FakeOpening(window)

    window.documents.opener = opener
    answer(window, saved)
    press(window, "O", "Control")
    qtbot.waitUntil(lambda: asked == [(saved, ())])


def test_what_is_no_document_is_said_and_nothing_is_lost(
    window, saved, find, answer, press, qtbot, tmp_path
):
    broken = tmp_path / "broken.desklit"
    broken.write_bytes(saved.read_bytes()[:200])
    answer(window, broken)
    press(window, "O", "Control")
    qtbot.waitUntil(lambda: "cut short" in said(window))
    assert shown(window, find) == "Ada"
    assert window.documents.path == saved


def test_a_recent_document_that_is_gone_is_said_and_leaves_the_menu(window, saved):
    def recent():
        (file,) = [entry for entry in window.menu.entries() if entry.name == "File"]
        return [each for entry in file.entries if entry.name == "Open recent" for each in entry.entries]

    (entry,) = recent()
    saved.unlink()
    entry.act()
    assert "No such file" in said(window)
    assert recent() == []


def test_values_that_no_longer_fit_are_dropped_and_said(app, saved, find, qtbot, tmp_path):
    changed = SCRIPT.replace('st.slider("Count", 0, 10, key="count")', 'st.text_input("Count", key="count")')
    changed = changed.replace('st.text_input("Name")', 'st.text_input("Full name")')
    (tmp_path / "app.py").write_text(changed)
    window = reopened(app, saved, tmp_path / "app.py", qtbot)
    assert "app.py has changed since this session was saved" in said(window)


def test_a_selection_that_is_gone_is_dropped_and_said(app, open_script, find, save, qtbot, tmp_path):
    script = "import streamlit as st\nst.select_slider('Size', {}, key='size')"
    window = open_script(script.format("['S', 'M']"))
    window.session.state._values[next(iter(window.session.state._values))] = "M"
    path = save(window, tmp_path / "mine.desklit")
    (tmp_path / "app.py").write_text(script.format("['A', 'B']"))
    again = reopened(app, path, tmp_path / "app.py", qtbot)
    assert again.report.outcome == "completed"
    assert again.session.state["size"] == "A"


def test_opening_runs_no_code_of_a_document_from_elsewhere(app, saved, find, qtbot, tmp_path):
    key_file().unlink()
    window = reopened(app, saved, tmp_path / "app.py", qtbot)
    assert shown(window, find) == "Ada"
    assert "comes from elsewhere" in said(window)


def test_pickles_of_others_are_left_out_and_said(app, open_script, save, qtbot, tmp_path):
    class_ = "import streamlit as st\nst.session_state.setdefault('p', 1j.conjugate)"
    path = save(open_script(class_), tmp_path / "mine.desklit")
    key_file().unlink()
    (tmp_path / "app.py").write_text("import streamlit as st\nst.write(list(st.session_state))")
    window = reopened(app, path, tmp_path / "app.py", qtbot)
    assert "p: it is a pickle that this user's desklit did not write" in said(window)
    assert "p" not in window.session.state


def test_uploads_come_back_by_content(app, open_script, save, qtbot, tmp_path, find):
    window, file = uploaded(open_script, find, qtbot, tmp_path)
    from desklit.desktop.documents.questions import UploadsQuestion

    QTimer.singleShot(0, lambda: window.findChild(UploadsQuestion).accept())
    path = save(window, tmp_path / "mine.desklit")
    file.unlink()
    again = reopened(app, path, tmp_path / "app.py", qtbot)
    assert again.session.state["content"] == "a,b\n1,2\n"


def test_uploads_come_back_by_path_or_are_said_to_be_gone(app, open_script, save, qtbot, tmp_path, find):
    window, file = uploaded(open_script, find, qtbot, tmp_path)
    from desklit.desktop.documents.questions import UploadsQuestion

    def choose():
        question = window.findChild(UploadsQuestion)
        assert "an uploaded file (8 bytes)" in question.findChildren(object)[1].text()
        qtbot.mouseClick(question.by_path, Qt.MouseButton.LeftButton)
        question.accept()

    QTimer.singleShot(0, choose)
    path = save(window, tmp_path / "mine.desklit")
    with zipfile.ZipFile(path) as packed:
        assert not any(name.startswith("files/") for name in packed.namelist())
    assert reopened(app, path, tmp_path / "app.py", qtbot).session.state["content"] == "a,b\n1,2\n"
    file.unlink()
    again = reopened(app, path, tmp_path / "app.py", qtbot)
    assert again.session.state["content"] is None
    assert "its file is not there any more" in said(again)


def test_whether_uploads_go_along_is_asked_as_it_was_answered_last(app, open_script, qtbot, tmp_path, find):
    from desklit.desktop.documents.questions import UploadsQuestion

    window, _ = uploaded(open_script, find, qtbot, tmp_path)
    window.documents.save_as()
    first = window.findChild(UploadsQuestion)
    assert first.by_content.isChecked()
    qtbot.mouseClick(first.by_path, Qt.MouseButton.LeftButton)
    first.accept()
    window.close()
    assert not Preferences(app.preferences.file).save_uploads  # read anew, as the next launch does
    again, _ = uploaded(open_script, find, qtbot, tmp_path)
    again.documents.save_as()
    assert again.findChild(UploadsQuestion).by_path.isChecked()


def test_a_document_from_elsewhere_makes_no_app_read_a_file_by_its_path(
    app, open_script, save, qtbot, tmp_path, find
):
    window, _ = uploaded(open_script, find, qtbot, tmp_path)
    from desklit.desktop.documents.questions import UploadsQuestion

    QTimer.singleShot(0, lambda: window.findChild(UploadsQuestion).by_path.setChecked(True))
    QTimer.singleShot(1, lambda: window.findChild(UploadsQuestion).accept())
    path = save(window, tmp_path / "mine.desklit")
    key_file().unlink()
    again = reopened(app, path, tmp_path / "app.py", qtbot)
    assert again.session.state["content"] is None
    assert "the document holds only its path" in said(again)


def uploaded(open_script, find, qtbot, tmp_path):
    file = tmp_path / "table.csv"
    file.write_text("a,b\n1,2\n")
    window = open_script(
        "import streamlit as st\nfile = st.file_uploader('Table')\n"
        "st.session_state.content = file.getvalue().decode() if file else None"
    )
    view = find(window, "file_uploader")
    from desklit.widgets.uploaded_file import Upload

    with qtbot.waitSignal(window.settled):
        window.canvas.changed.emit(view.element, (Upload.of_path(file),))
    assert window.session.state["content"] == "a,b\n1,2\n"
    return window, file


# The app of a document


def test_words_that_name_a_document_name_its_app(saved, tmp_path):
    words, document = with_app([str(saved), "--theme.base", "dark"])
    assert words == [str(tmp_path / "app.py"), "--session", str(saved), "--theme.base", "dark"]
    assert document.own


def test_a_document_that_can_not_be_read_is_a_mistake_of_the_command_line(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        with_app([str(tmp_path / "gone.desklit")])


def test_a_missing_app_is_said_where_nobody_can_be_asked(saved, tmp_path):
    (tmp_path / "app.py").unlink()
    with pytest.raises(UsageError, match=r"the app of mine.desklit is not where it was.*--session"):
        with_app([str(saved), "--screenshot", "picture.png"])


def test_an_app_that_a_strangers_document_names_is_run_only_if_it_is_known(saved, tmp_path):
    key_file().unlink()
    document = read_document(saved, key_file())
    recents = Recents(tmp_path / "recent")
    assert app_of(document, recents) is None
    recents.note(tmp_path / "app.py")
    assert app_of(document, recents) == tmp_path / "app.py"


def answered(name, qtbot):
    """Clicks a button of the question that is about to be asked, and gives what it asks."""
    texts = []

    def click():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        texts.append(f"{box.text()} {box.informativeText()}")
        button = next(each for each in box.buttons() if name in each.text())
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, click)
    return texts


def test_a_stranger_is_asked_about(saved, qtbot, tmp_path):
    key_file().unlink()
    document = read_document(saved, key_file())
    texts = answered("Open with app.py", qtbot)
    assert ask_for_app(document) == tmp_path / "app.py"
    assert "comes from elsewhere" in texts[0]
    answered("Cancel", qtbot)
    assert ask_for_app(document) is None


def test_an_app_that_has_moved_beside_its_document_is_offered(saved, qtbot, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    os.rename(tmp_path / "app.py", elsewhere / "app.py")
    os.rename(saved, elsewhere / "mine.desklit")
    document = read_document(elsewhere / "mine.desklit", key_file())
    texts = answered("Open with app.py", qtbot)
    assert ask_for_app(document) == elsewhere / "app.py"
    assert "is not there any more" in texts[0]
    assert str(tmp_path / "app.py") in texts[0]


class FakeInstance(QObject):
    asked = Signal()

    def __init__(self, *requests):
        super().__init__()
        self.requests = list(requests)

    def next_request(self):
        return self.requests.pop(0) if self.requests else None

    def close(self):
        return []


def test_a_second_double_click_on_a_document_comes_to_its_window(
    app, window, saved, find, qtbot, tmp_path
):
    plain = app.open(tmp_path / "app.py")
    with qtbot.waitSignal(plain.settled):
        plain.show()
    request = Request((str(tmp_path / "app.py"), "--session", saved.name), str(tmp_path))
    instance = FakeInstance(request)
    concierge = Concierge(app, instance, tmp_path / "app.py")
    assert len(app.windows) == 2
    window.documents.on_closed()
    window.documents.path = None
    instance.requests.append(request)
    instance.asked.emit()
    assert len(app.windows) == 3
    qtbot.waitUntil(lambda: app.windows[-1].report is not None)
    assert shown(app.windows[-1], find) == "Ada"
    del concierge


def desklit(*words, **env):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **env}
    return subprocess.run(
        [sys.executable, "-m", "desklit", *map(str, words)],
        cwd=Path(words[0]).parent,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_command_line_draws_a_session(saved, tmp_path):
    done = desklit(saved, "--screenshot", tmp_path / "picture.png")
    assert done.returncode == 0, done.stderr
    assert "'Ada'" in done.stdout
    other = tmp_path / "other.py"
    other.write_text("import streamlit as st\nst.text(st.session_state.count + 7)")
    done = desklit(other, "--session", saved, "--screenshot", tmp_path / "picture.png")
    assert done.returncode == 0, done.stderr
    assert "7" in done.stdout


def test_the_command_line_refuses_one_that_was_cut_short(saved, tmp_path):
    saved.write_bytes(saved.read_bytes()[:300])
    done = desklit(saved, "--screenshot", tmp_path / "picture.png")
    assert done.returncode == 2
    assert "cut short" in done.stderr
    assert not (tmp_path / "picture.png").exists()
