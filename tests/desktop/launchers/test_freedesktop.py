from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from desklit.desktop.launchers import freedesktop
from desklit.desktop.launchers.launcher import Launcher

PICTURES = {16: b"small", 256: b"large"}


@pytest.fixture
def places(tmp_path):
    (tmp_path / "Desktop").mkdir()
    return freedesktop.Places(tmp_path / "data", tmp_path / "Desktop")


@pytest.fixture
def launcher(tmp_path):
    script = tmp_path / "apps" / "price list.py"
    script.parent.mkdir()
    script.write_text("")
    return Launcher("Price list", script, ("/home/a da/bin/desklit",), "What things cost")


def entry(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def files_below(folder: Path):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_menu_desktop_and_icons_get_their_files(places, launcher):
    written = freedesktop.install(launcher, PICTURES, places)
    assert sorted(written) == sorted(files_below(places.data) + files_below(places.desktop))
    fields = entry(places.entry(launcher.slug))
    assert fields["Name"] == "Price list"
    assert fields["Comment"] == "What things cost"
    assert fields["Path"] == str(launcher.script.parent)
    assert fields["Terminal"] == "false"
    assert fields["Icon"] == fields["StartupWMClass"] == launcher.slug
    assert places.icon(launcher.slug, 256).read_bytes() == b"large"


def test_what_lies_on_the_desktop_may_be_executed(places, launcher):
    freedesktop.install(launcher, PICTURES, places)
    assert os.access(places.desktop / f"{launcher.slug}.desktop", os.X_OK)


def test_without_a_desktop_folder_the_menu_entry_is_enough(places, launcher):
    bare = freedesktop.Places(places.data, None)
    freedesktop.install(launcher, PICTURES, bare)
    assert files_below(places.desktop) == []
    assert places.entry(launcher.slug).is_file()


NAMES = ['a "b".py', "a$b`c`.py", "a\\b.py", "50%.py", "naïve été.py", "it's.py", "a;b&c.py"]


def words_of(command):
    """The command's words, read by the standard's rules."""
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', command)
    return [re.sub(r"\\(.)", r"\1", quoted) if quoted else plain for quoted, plain in words]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_name_comes_through_the_command(tmp_path, name):
    launcher = Launcher("App", tmp_path / name, ("/usr/bin/desklit",))
    text = next(
        line for line in freedesktop.entry_text(launcher).splitlines() if line.startswith("Exec=")
    ).removeprefix("Exec=")
    # First the escapes of a string, then the quotes of a command, then the field codes.
    words = [word.replace("%%", "%") for word in words_of(text.replace("\\\\", "\\"))]
    assert words == ["/usr/bin/desklit", "open", str(tmp_path / name)]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_desktops_own_checker_finds_no_fault(places, launcher):
    freedesktop.install(launcher, PICTURES, places)
    words = ["desktop-file-validate", str(places.entry(launcher.slug))]
    done = subprocess.run(words, capture_output=True, text=True, timeout=30)
    assert (done.returncode, done.stdout) == (0, "")


def test_uninstalling_leaves_nothing(places, launcher):
    freedesktop.install(launcher, PICTURES, places)
    removed = freedesktop.uninstall(launcher.slug, places)
    assert len(removed) == 4
    assert list(places.data.rglob("*")) == []
    assert list(places.desktop.rglob("*")) == []
    assert freedesktop.uninstall(launcher.slug, places) == []


def test_uninstalling_leaves_what_is_not_its_own(places, launcher):
    other = Launcher("Other", launcher.script.with_name("other.py"), launcher.program)
    freedesktop.install(launcher, PICTURES, places)
    freedesktop.install(other, PICTURES, places)
    freedesktop.uninstall(launcher.slug, places)
    assert len(files_below(places.data)) == 3
    assert places.entry(other.slug).is_file()


def test_installing_again_takes_the_new_name(places, launcher):
    freedesktop.install(launcher, PICTURES, places)
    freedesktop.install(Launcher("Prices", launcher.script, launcher.program), PICTURES, places)
    assert entry(places.entry(launcher.slug))["Name"] == "Prices"
    assert len(files_below(places.desktop)) == 1


def test_what_can_not_be_written_leaves_nothing_behind(places, launcher, tmp_path):
    (places.data).mkdir()
    (places.data / "applications").write_text("a file where a folder should be")
    with pytest.raises((FileExistsError, NotADirectoryError)):
        freedesktop.install(launcher, PICTURES, places)
    assert files_below(places.data) == [places.data / "applications"]
    assert files_below(places.desktop) == []
