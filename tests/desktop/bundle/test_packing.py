from __future__ import annotations

import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desklit.desktop.bundle.deb import check_packer, control_text, entry_text, pack_deb
from desklit.desktop.bundle.identity import Identity
from desklit.desktop.bundle.packing import pack_zip
from desklit.desktop.call import UsageError

SHOP = Identity("Corner & shop", "1.2", "linux")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "corner-shop"
    (made / "_internal").mkdir(parents=True)
    program = made / "corner-shop"
    program.write_text("#!/bin/sh\necho open\n")
    program.chmod(0o700)
    (made / "_internal" / "real.so").write_bytes(b"library")
    if sys.platform != "win32":
        (made / "_internal" / "link.so").symlink_to("real.so")
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="has neither links nor bits")
def test_a_zip_file_keeps_what_may_be_run_and_links(folder, tmp_path):
    path = pack_zip(folder, tmp_path / "shop.zip")
    with zipfile.ZipFile(path) as packed:
        modes = {info.filename: info.external_attr >> 16 for info in packed.infolist()}
        assert packed.read("corner-shop/_internal/link.so") == b"real.so"
    assert modes["corner-shop/corner-shop"] & stat.S_IXUSR
    assert stat.S_ISLNK(modes["corner-shop/_internal/link.so"])
    assert stat.S_ISREG(modes["corner-shop/_internal/real.so"])


def test_a_zip_file_that_fails_leaves_nothing_behind(folder, tmp_path):
    target = tmp_path / "no such folder" / "shop.zip"
    with pytest.raises(OSError, match="no such folder"):
        pack_zip(folder, target)
    assert not target.parent.exists()


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian's own tool writes the package")
def test_a_debian_package_holds_the_bundle_its_command_and_its_entry(folder, tmp_path):
    icons = {48: b"png"}
    path = pack_deb(folder, tmp_path / "shop.deb", SHOP, "x86_64", 3000, icons, tmp_path / "work")
    listed = subprocess.check_output(["dpkg-deb", "--contents", path], text=True)
    lines = {line.split(maxsplit=5)[5]: line for line in listed.splitlines()}
    assert lines["./opt/corner-shop/corner-shop"].startswith("-rwxr-xr-x root/root")
    assert lines["./opt/corner-shop/_internal/real.so"].startswith("-rw-r--r-- root/root")
    assert "./usr/bin/corner-shop -> /opt/corner-shop/corner-shop" in lines
    assert "./usr/share/applications/corner-shop.desktop" in lines
    assert "./usr/share/icons/hicolor/48x48/apps/corner-shop.png" in lines
    told = subprocess.check_output(["dpkg-deb", "--field", path], text=True)
    assert "Package: corner-shop\nVersion: 1.2\nArchitecture: amd64\n" in told


def test_a_debian_package_names_its_maintainer_as_debians_tools_do(monkeypatch):
    monkeypatch.setenv("DEBFULLNAME", "Ada")
    monkeypatch.setenv("DEBEMAIL", "ada@example.org")
    text = control_text(SHOP, "aarch64", 2048)
    assert "Maintainer: Ada <ada@example.org>\n" in text
    assert "Architecture: arm64\n" in text
    assert "Installed-Size: 2\n" in text


def test_the_menus_entry_starts_the_command_and_is_matched_with_its_windows():
    text = entry_text(SHOP)
    assert "Exec=/usr/bin/corner-shop\n" in text
    assert "StartupWMClass=corner-shop\n" in text
    assert "Name=Corner & shop\n" in text


def test_without_debians_tool_a_package_is_refused(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="there is no dpkg-deb"):
        check_packer()
