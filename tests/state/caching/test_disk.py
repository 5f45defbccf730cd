from __future__ import annotations

import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import desklit as st
from desklit.state.caching.disk import DiskCache, default_disk
from desklit.state.caching.store import DATA
from desklit.state.run import Run

STORE, KEY = "ab" * 16, b"k" * 16


@pytest.fixture
def disk(tmp_path: Path) -> DiskCache:
    return DiskCache(tmp_path / "cache" / "data", tmp_path / "keys" / "cache.key")


@pytest.fixture
def of_caches(disk: DiskCache, monkeypatch: pytest.MonkeyPatch) -> Iterator[DiskCache]:
    monkeypatch.setattr(DATA, "_disk", disk)
    yield disk
    DATA.clear()


def forget_memory() -> None:
    """As after a new start of the process."""
    DATA._shared.clear()


def test_what_was_written_is_read(disk: DiskCache) -> None:
    assert disk.read(STORE, KEY) is None
    disk.write(STORE, KEY, b"content")
    assert disk.read(STORE, KEY) == b"content"
    assert [path.suffix for path in disk.folder.iterdir()] == [".value"]
    disk.remove(STORE, KEY)
    assert disk.read(STORE, KEY) is None


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_only_the_user_can_read_the_files(disk: DiskCache) -> None:
    disk.write(STORE, KEY, b"content")
    for path in (disk.key_file, *disk.folder.iterdir()):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(disk.folder.stat().st_mode) == 0o700


def test_what_desklit_did_not_write_is_never_unpickled(of_caches: DiskCache, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> Any:
            return (os.mkdir, (str(tmp_path / "owned"),))

    @st.cache_data(persist="disk")
    def load(x: int) -> list[int]:
        return [x]

    load(1)
    (path,) = of_caches.folder.iterdir()
    content = path.read_bytes()
    evil = pickle.dumps(Evil())
    for forged in (evil, content[:48] + evil, b"", content[:-1], content[:20]):
        path.write_bytes(forged)
        forget_memory()
        assert load(1) == [1]
        assert not (tmp_path / "owned").exists()


def test_a_file_under_another_name_does_not_count(disk: DiskCache) -> None:
    disk.write(STORE, KEY, b"content")
    (path,) = disk.folder.iterdir()
    path.rename(path.with_name(path.name.replace(KEY.hex(), (b"x" * 16).hex())))
    assert disk.read(STORE, b"x" * 16) is None


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_a_key_that_others_could_read_is_thrown_away(disk: DiskCache) -> None:
    disk.write(STORE, KEY, b"content")
    before = disk.key_file.read_bytes()
    disk.key_file.chmod(0o644)
    assert disk.read(STORE, KEY) is None
    assert disk.key_file.read_bytes() != before
    assert stat.S_IMODE(disk.key_file.stat().st_mode) == 0o600


def test_a_folder_that_can_not_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    disk = DiskCache(tmp_path / "file" / "data", tmp_path / "key")
    disk.write(STORE, KEY, b"content")
    assert disk.read(STORE, KEY) is None


def test_values_and_what_was_shown_outlive_the_process(
    of_caches: DiskCache, begin: Callable[..., Run], texts: Callable[..., list[str]]
) -> None:
    calls: list[int] = []

    @st.cache_data(persist=True, ttl=0)
    def load(x: int) -> list[int]:
        calls.append(x)
        st.text("loaded")
        return [x]

    begin()
    load(1)
    forget_memory()
    run = begin()
    assert load(1) == [1]
    assert texts(run) == ["loaded"]
    assert calls == [1]
    load(2)
    for clear in (lambda: load.clear(1), load.clear, st.cache_data.clear):
        clear()
        forget_memory()
        load(1)
    assert calls == [1, 2, 1, 1, 1]


def test_resources_leave_the_disk_alone(of_caches: DiskCache) -> None:
    @st.cache_data(persist="disk")
    def load() -> int:
        return 1

    load()
    st.cache_resource.clear()
    assert len(list(of_caches.folder.iterdir())) == 1


def test_the_cache_is_the_users_own() -> None:
    disk = default_disk()
    assert "desklit" in str(disk.folder)
    assert disk.key_file.parent != disk.folder
