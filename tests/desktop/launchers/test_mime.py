from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from desklit.desktop.launchers import mime
from desklit.desktop.launchers.freedesktop import Places
from desklit.desktop.launchers.mime_apps import ADDED, DEFAULTS, MimeApps

PICTURES = {16: b"small", 256: b"large"}
PROGRAM = ("/home/a da/bin/desklit",)


class Tools:
    """The desktop's tools: what opens files of a kind, and what was called."""

    def __init__(self, **defaults):
        self.defaults = defaults
        self.called = []

    def __call__(self, words):
        self.called.append(words[0])
        return self.defaults.get(words[-1].replace("/", "_").replace("-", "_"), "") + "\n"


@pytest.fixture
def at(tmp_path):
    return mime.Association(Places(tmp_path / "data", None), tmp_path / "config")


@pytest.fixture
def chosen(at):
    return at.config / "mimeapps.list"


def files_below(folder):
    return sorted(path for path in folder.rglob("*")) if folder.exists() else []


def lines_of(path):
    return dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)


def test_documents_open_with_desklit_and_have_their_icon(at, chosen):
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools())
    assert lines_of(chosen) == {mime.TYPE: "desklit.desktop;"}
    entry = lines_of(at.entry)
    assert entry["Exec"] == '"/home/a da/bin/desklit" open %f'
    assert entry["MimeType"] == f"{mime.TYPE};"
    assert entry["NoDisplay"] == "true"
    (kind,) = ET.fromstring(at.package.read_text())
    assert kind.get("type") == mime.TYPE
    assert [each.get("pattern") for each in kind if each.tag.endswith("glob")] == ["*.desklit"]
    assert [path.read_bytes() for path in at.icons(256)] == [b"large"] * 2


def test_scripts_can_be_opened_with_desklit_and_still_open_as_before(at, chosen):
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools(text_x_python="editor.desktop"))
    assert lines_of(chosen)[mime.SCRIPTS] == "editor.desktop;desklit.desktop;"
    assert mime.SCRIPTS not in at.entry.read_text()


def test_what_opens_texts_stays_the_first_for_scripts(at, chosen):
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools(text_plain="notes.desktop"))
    assert lines_of(chosen)[mime.SCRIPTS] == "notes.desktop;desklit.desktop;"


def test_where_nothing_opens_scripts_desklit_does_not_come_to_do_so_by_itself(at, chosen):
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools())
    assert mime.SCRIPTS not in chosen.read_text()


def test_what_a_user_has_chosen_for_scripts_comes_first_and_stays(at, chosen):
    chosen.parent.mkdir()
    chosen.write_text(f"{ADDED}\n{mime.SCRIPTS}=mine.desktop;\n")
    tools = Tools(text_x_python="mine.desktop")
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=tools)
    assert lines_of(chosen)[mime.SCRIPTS] == "mine.desktop;desklit.desktop;"
    mime.uninstall(at, tools)
    assert chosen.read_text() == f"{ADDED}\n{mime.SCRIPTS}=mine.desktop;\n"


@pytest.mark.parametrize("scripts", ["", "editor.desktop"])
@pytest.mark.parametrize("times", [1, 2])
def test_uninstalling_leaves_nothing(at, tmp_path, scripts, times):
    tools = Tools(text_x_python=scripts)
    for _ in range(times):
        written = mime.install(PROGRAM, PICTURES, at, in_menu=True, call=tools)
    assert set(mime.uninstall(at, tools)) == set(written)
    assert [path for path in files_below(tmp_path) if path.is_file()] == []
    assert files_below(at.places.data) == []
    assert mime.uninstall(at, tools) == []


def test_what_belongs_to_others_stays(at, chosen):
    other = at.entry.with_name("other.desktop")
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    chosen.parent.mkdir()
    mine = f"# mine\n{DEFAULTS}\ntext/html=browser.desktop;\n\n[Removed Associations]\nimage/png=x.desktop;\n"
    chosen.write_text(mine)
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools(text_x_python="e.desktop"))
    assert lines_of(chosen)["text/html"] == "browser.desktop;"
    mime.uninstall(at, Tools())
    assert chosen.read_text() == mine
    assert other.exists()


def test_the_menu_keeps_the_home_window_until_it_is_taken_out(at):
    mime.install(PROGRAM, PICTURES, at, in_menu=True, call=Tools())
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools())
    assert "NoDisplay" not in at.entry.read_text()
    assert mime.is_needed(at)
    assert mime.hide(at)
    assert not mime.is_needed(at)
    assert not mime.hide(at)


def test_an_app_that_is_installed_needs_the_association(at):
    mime.install(PROGRAM, PICTURES, at, in_menu=False, call=Tools())
    assert not mime.is_needed(at)
    at.entry.with_name("desklit-app-12345678.desktop").write_text("")
    assert mime.is_needed(at)


CHOICES = f"{ADDED}\na/b=x;y;\n{DEFAULTS}\na/b = z\n"


@pytest.mark.parametrize(
    "content", ["", f"{DEFAULTS}\n", f"{DEFAULTS}\na/b=x.desktop\n", "[Other]\nk=v\n", CHOICES]
)
def test_a_choice_comes_and_goes_without_a_trace(tmp_path, content):
    path = tmp_path / "mimeapps.list"
    path.write_text(content)
    apps = MimeApps(path)
    apps.make_default("a/c", "one.desktop")
    apps.add("a/b", ["one.desktop"])
    assert "one.desktop" in apps.added("a/b")
    apps.forget("a/c", ["one.desktop"])
    apps.forget("a/b", ["one.desktop"])
    left = path.read_text() if path.exists() else ""
    assert [line for line in left.splitlines() if "=" in line] == [
        line for line in content.splitlines() if "=" in line
    ]


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("update-mime-database") or not shutil.which("gio"),
    reason="the desktop's own tools are not here",
)
def test_the_desktops_own_tools_understand_it_and_forget_it(at, tmp_path, monkeypatch):
    for name, folder in (("XDG_DATA_HOME", at.places.data), ("XDG_CONFIG_HOME", at.config)):
        monkeypatch.setenv(name, str(folder))
    document = tmp_path / "mine.desklit"
    document.write_bytes(b"PK\5\6" + bytes(18))

    def kind():
        asked = ["gio", "info", "-a", "standard::content-type", str(document)]
        said = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=30).stdout
        return said.split()[-1]

    assert kind() != mime.TYPE
    mime.install((sys.executable,), PICTURES, at, in_menu=False)
    assert kind() == mime.TYPE
    opens = subprocess.run(["gio", "mime", mime.TYPE], capture_output=True, text=True, check=True, timeout=30)
    assert "desklit.desktop" in opens.stdout.splitlines()[0]
    mime.uninstall(at)
    assert files_below(at.places.data) == []
    assert kind() != mime.TYPE
