from __future__ import annotations

import struct
from pathlib import Path

import pytest

from desklit.desktop.launchers import windows
from desklit.desktop.launchers.launcher import Launcher

pylnk3 = pytest.importorskip("pylnk3")
PICTURES = {16: b"small", 256: b"large", 512: b"too large for an .ico"}


@pytest.fixture
def places(tmp_path):
    return windows.Places(tmp_path / "Programs", tmp_path / "Desktop", tmp_path / "data")


@pytest.fixture
def launcher():
    return Launcher("Prices: 50 %?", Path("/Users/Ada/price list.py"), (r"C:\Python\Scripts\desklitw.exe",))


def test_shortcuts_name_program_script_folder_and_icon(places, launcher):
    windows.install(launcher, PICTURES, places)
    for folder in (places.programs, places.desktop):
        link = pylnk3.parse(str(folder / "Prices  50 %.lnk"))
        assert link.path == r"C:\Python\Scripts\desklitw.exe"
        assert link.arguments == f'open "{launcher.script}"'
        assert link.work_dir == str(launcher.script.parent)
        assert link.icon == str(places.icon(launcher.slug))


def test_the_icon_file_holds_each_size(places, launcher):
    windows.install(launcher, PICTURES, places)
    data = places.icon(launcher.slug).read_bytes()
    assert struct.unpack_from("<HHH", data) == (0, 1, 2)
    width, _height, _colours, _, _planes, bits, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16)
    assert (width, bits) == (0, 32)
    assert data[place : place + length] == b"large"


def test_uninstalling_leaves_nothing_even_after_a_new_name(places, launcher):
    windows.install(launcher, PICTURES, places)
    windows.install(Launcher("Renamed", launcher.script, launcher.program), PICTURES, places)
    assert [path.name for path in places.programs.iterdir()] == ["Renamed.lnk"]
    assert len(windows.uninstall(launcher.slug, places)) == 4
    assert not places.data.exists()
    assert [*places.programs.iterdir(), *places.desktop.iterdir()] == []
