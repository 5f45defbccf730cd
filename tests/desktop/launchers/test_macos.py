from __future__ import annotations

import plistlib
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from desklit.desktop.launchers import macos
from desklit.desktop.launchers.launcher import Launcher

PICTURES = {16: b"small", 24: b"no such size there", 256: b"large"}


@pytest.fixture
def places(tmp_path):
    return macos.Places(tmp_path / "Applications")


def launcher(tmp_path: Path, program: tuple[str, ...], name: str = "Price list") -> Launcher:
    return Launcher(name, tmp_path / "my apps" / "price list.py", program)


def test_the_application_says_its_name_and_icon(places, tmp_path):
    (folder,) = macos.install(launcher(tmp_path, ("/bin/desklit",)), PICTURES, places)
    about = plistlib.loads((folder / "Contents" / "Info.plist").read_bytes())
    assert folder.name == "Price list.app"
    assert about["CFBundleName"] == "Price list"
    icon = (folder / "Contents" / "Resources" / about["CFBundleIconFile"]).read_bytes()
    assert icon[:4] == b"icns"
    assert struct.unpack(">I", icon[4:8])[0] == len(icon)
    assert b"ic08" in icon
    assert b"no such size" not in icon


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_it_starts_the_program_in_the_scripts_folder(places, tmp_path):
    given = launcher(tmp_path, (sys.executable, "-c", "import os, sys; print(os.getcwd(), sys.argv[1:])"))
    given.script.parent.mkdir()
    (folder,) = macos.install(given, PICTURES, places)
    done = subprocess.run(
        [folder / "Contents" / "MacOS" / "open"], capture_output=True, text=True, timeout=30
    )
    assert done.stdout.strip() == f"{given.script.parent} {['open', str(given.script)]}"


def test_another_application_of_that_name_stays(places, tmp_path):
    (places.applications / "Price list.app").mkdir(parents=True)
    with pytest.raises(FileExistsError, match="another --name"):
        macos.install(launcher(tmp_path, ("/bin/desklit",)), PICTURES, places)


def test_uninstalling_leaves_nothing_even_after_a_new_name(places, tmp_path):
    macos.install(launcher(tmp_path, ("/bin/desklit",)), PICTURES, places)
    given = launcher(tmp_path, ("/bin/desklit",), "Renamed")
    macos.install(given, PICTURES, places)
    assert [path.name for path in places.applications.iterdir()] == ["Renamed.app"]
    assert len(macos.uninstall(given.slug, places)) == 1
    assert list(places.applications.iterdir()) == []


def test_an_application_says_that_it_opens_sessions(places, tmp_path):
    (folder,) = macos.install(launcher(tmp_path, ("/bin/desklit",)), PICTURES, places)
    about = plistlib.loads((folder / "Contents" / "Info.plist").read_bytes())
    (kind,) = about["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"] == {"public.filename-extension": ["desklit"]}
    assert about["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
