from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import desklit as st
from desklit.desktop.cli import main
from desklit.state.caching.disk import default_disk


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))


def test_the_command_line_deletes_what_is_on_disk(capsys: Any) -> None:
    disk = default_disk()
    disk.write("ab", b"1", b"one")
    disk.write("ab", b"2", b"two")
    for said in ("Deleted 2 cached values.", "Deleted 0 cached values."):
        with pytest.raises(SystemExit) as ended:
            main(["cache", "clear"])
        assert ended.value.code == 0
        assert said in capsys.readouterr().out
    assert disk.read("ab", b"1") is None


def test_the_menu_empties_the_caches(qtbot: Any) -> None:
    from unittest.mock import MagicMock

    from desklit.desktop.window_menu import WindowMenu

    calls: list[int] = []
    released: list[int] = []

    @st.cache_data
    def load() -> None:
        calls.append(1)

    @st.cache_resource(on_release=released.append)
    def connect() -> int:
        return 5

    load()
    connect()
    window = MagicMock()
    WindowMenu(window).clear_cache()
    qtbot.waitUntil(lambda: released == [5])
    load()
    assert len(calls) == 2
    window.session.runner.rerun.assert_called_once()
