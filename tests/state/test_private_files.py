from __future__ import annotations

import os
import sys
import threading

import pytest

from desklit.state.private_files import user_key, write_whole

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="modes of Unix")


@pytest.mark.parametrize("sync", [False, True])
def test_a_file_is_written_whole(tmp_path, sync):
    path = tmp_path / "file"
    path.write_bytes(b"before")
    write_whole(path, b"after", sync=sync)
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_what_can_not_be_written_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@on_unix
def test_only_its_owner_reads_it(tmp_path):
    write_whole(tmp_path / "file", b"")
    assert (tmp_path / "file").stat().st_mode & 0o777 == 0o600


def test_a_key_is_made_once_and_stays(tmp_path):
    key = user_key(tmp_path / "new" / "key")
    assert len(key) == 32
    assert user_key(tmp_path / "new" / "key") == key


@on_unix
def test_a_key_that_others_could_read_is_thrown_away(tmp_path):
    before = user_key(tmp_path / "key")
    (tmp_path / "key").chmod(0o644)
    assert user_key(tmp_path / "key") != before


@pytest.mark.parametrize("content", [b"", b"short", b"x" * 33])
def test_a_key_that_is_none_is_made_anew(tmp_path, content):
    (tmp_path / "key").write_bytes(content)
    (tmp_path / "key").chmod(0o600)
    assert len(user_key(tmp_path / "key")) == 32


def test_those_who_make_the_key_at_once_get_the_same(tmp_path):
    found = []
    barrier = threading.Barrier(8)

    def make():
        barrier.wait()
        found.append(user_key(tmp_path / "key"))

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["key"]
