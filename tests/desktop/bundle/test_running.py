from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desklit.desktop.bundle import running
from desklit.desktop.launchers.launcher import program_of
from desklit.state.places import Places

SCRIPT = Path("/opt/shop/_internal/app/shop.py")


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ([], []),
        (["--page", "cart"], ["--page", "cart"]),
        (["open", str(SCRIPT), "--page=cart"], ["--page=cart"]),
        (["--server.fileWatcherType=none", "open", str(SCRIPT)], ["--server.fileWatcherType=none", "open"]),
        ([str(SCRIPT), "x"], ["x"]),
        (["open", "file.csv"], ["open", "file.csv"]),
    ],
)
def test_the_words_by_which_desklit_starts_itself_again_are_not_the_apps(words, own):
    assert running.own_words(words, SCRIPT) == own


def test_a_double_click_on_a_session_opens_it_in_the_app_of_the_bundle(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = running.with_document(["prices.desklit", "--page=cart"])
    assert words == ["--session", str(tmp_path / "prices.desklit"), "--page=cart"]
    assert running.with_document(["data.csv", "prices.desklit"]) == ["data.csv", "prices.desklit"]
    assert running.with_document([]) == []


def test_what_the_app_starts_finds_its_own_libraries_again(monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/shop/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/cuda")
    monkeypatch.setenv("DYLD_LIBRARY_PATH", "/opt/shop/_internal")
    monkeypatch.setenv("QT_PLUGIN_PATH", "/opt/shop/_internal/plugins")
    running._give_back_environment()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/cuda"
    assert not {"LD_LIBRARY_PATH_ORIG", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH"} & set(os.environ)


def test_a_program_without_a_console_can_print(monkeypatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    running._open_streams()
    print("nobody reads this")
    print("nor this", file=sys.stderr)
    assert sys.stdin.read() == ""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()


def test_a_bundle_is_started_again_by_its_own_program(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program_of() == (sys.executable,)


def test_in_a_bundle_libraries_name_their_files_from_its_folder_and_are_told_from_the_script(monkeypatch):
    from desklit.state import places

    monkeypatch.setattr(places, "_BUNDLE", "/opt/shop/_internal")
    places._fixed_places.cache_clear()
    try:
        found = Places([SCRIPT.parent])
        assert found.owner("pandas/core/frame.py") == "library"
        assert found.owner(str(SCRIPT)) == "own"
    finally:
        places._fixed_places.cache_clear()
