from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from desklit.desktop.launchers.instance import Instance, Request, RuntimeFolderError, runtime_folder

LAUNCHES = 20
SCRIPT = """
import os, streamlit as st
if "begun" not in st.session_state:
    st.session_state.begun = True
    with open("windows.txt", "a") as file:
        file.write(f"{os.getpid()}\\n")
st.write("Here I am")
"""
REQUEST = Request(("app.py", "one"), "/somewhere", "token")
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="sockets of Unix")


@pytest.fixture
def folder(tmp_path_factory):
    # A socket's path may have some hundred characters, which a test's own folder can exceed.
    path = tmp_path_factory.mktemp("run")
    path.chmod(0o700)
    return path


@pytest.fixture
def first(folder, qapp):
    instance = Instance.join("app", REQUEST, folder)
    assert instance is not None
    yield instance
    instance.close()


def test_a_request_crosses_whole():
    request = Request(("price list.py", "--theme.base", "dark", "é\n"), "/a b", "t")
    assert Request.from_bytes(request.to_bytes()) == request


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"words": 1}'])
def test_what_is_no_request_is_refused(data):
    with pytest.raises(ValueError, match=r"request|codec|Expecting"):
        Request.from_bytes(data)


def test_a_second_launch_hands_over_what_it_was_asked_for(first, folder, qtbot):
    with qtbot.waitSignal(first.asked):
        assert Instance.join("app", REQUEST, folder) is None
    assert first.next_request() == REQUEST
    assert first.next_request() is None


def test_what_was_taken_and_not_asked_for_is_given_back_at_the_end(first, folder):
    assert Instance.join("app", REQUEST, folder) is None
    assert first.close() == [REQUEST]
    assert first.close() == []


def test_another_app_is_another_instance(first, folder):
    other = Instance.join("other", REQUEST, folder)
    assert other is not None
    other.close()


def test_after_the_first_has_closed_the_next_is_the_first(first, folder):
    first.close()
    again = Instance.join("app", REQUEST, folder)
    assert again is not None
    again.close()


@on_unix
def test_only_the_user_reaches_the_socket(first, folder):
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "app.socket").is_socket()


@on_unix
def test_nonsense_at_the_socket_harms_nothing(first, folder, qtbot):
    with qtbot.assertNotEmitted(first.asked):
        for nonsense in (b"hello\n", b"\0\0\0\2{}", b"\0" * 100, b"\x7f" * 100):
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(str(folder / "app.socket"))
                client.sendall(nonsense)
    with qtbot.waitSignal(first.asked):
        assert Instance.join("app", REQUEST, folder) is None


@on_unix
def test_a_socket_that_a_crash_left_behind_is_in_nobodys_way(folder, qapp, qtbot):
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(str(folder / "app.socket"))
    instance = Instance.join("app", REQUEST, folder)
    assert instance is not None
    with qtbot.waitSignal(instance.asked):
        assert Instance.join("app", REQUEST, folder) is None
    instance.close()


def test_one_that_does_not_answer_is_not_waited_for_without_end(folder, qapp):
    lock = QLockFile(str(folder / "app.lock"))
    assert lock.tryLock(0)
    with pytest.raises(TimeoutError):
        Instance.join("app", REQUEST, folder, patience=0.1)
    lock.unlock()


@on_unix
def test_where_no_socket_can_lie_nobody_waits_for_the_one_who_found_out(tmp_path, qapp):
    deep = tmp_path / ("folder" * 20)  # longer than the address of a socket may be
    deep.mkdir()
    caught = []
    for _ in range(2):
        with pytest.raises(OSError, match="path too long") as caught_now:
            Instance.join("app", REQUEST, deep, patience=0.1)
        caught.append(caught_now)  # as whoever tells of it: what raised is kept, and its lock with it


def test_the_runtime_folder_is_the_users_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "desklit").mkdir(mode=0o755)
    folder = runtime_folder()
    assert folder == tmp_path / "desklit"
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
@pytest.mark.parametrize("given", [None, "", "relative"])
def test_without_a_runtime_folder_of_the_session_it_is_one_in_tmp(monkeypatch, given):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    if given is not None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", given)
    folder = runtime_folder()
    assert folder == Path(f"/tmp/desklit-{os.getuid()}")
    assert folder.stat().st_mode & 0o777 == 0o700


@on_unix
def test_a_runtime_folder_that_is_a_link_is_not_used(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "desklit").symlink_to(tmp_path / "elsewhere")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with pytest.raises(RuntimeFolderError, match="link"):
        runtime_folder()
    assert (tmp_path / "elsewhere").stat().st_mode & 0o077 != 0


@on_unix
def test_a_runtime_folder_of_someone_else_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(os, "getuid", lambda: os.stat(tmp_path).st_uid + 1)
    with pytest.raises(RuntimeFolderError, match="belongs to someone else"):
        runtime_folder()


class Launches:
    """`desklit open` in processes of their own, all in one folder."""

    def __init__(self, folder: Path, run: Path) -> None:
        self.folder = folder
        (folder / "app.py").write_text(SCRIPT)
        self.env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(run)}
        self.processes: list[subprocess.Popen[bytes]] = []

    def launch(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "desklit", "open", *words, str(self.folder / "app.py")]
        self.processes.append(subprocess.Popen(command, cwd=self.folder, env=self.env))
        return self.processes[-1]

    def windows(self) -> list[int]:
        """The process of each window that has begun."""
        told = self.folder / "windows.txt"
        return [int(line) for line in told.read_text().split()] if told.exists() else []

    def wait_for(self, count: int) -> None:
        end = time.monotonic() + 100
        while len(self.windows()) < count and time.monotonic() < end:
            time.sleep(0.05)


@pytest.fixture
def launches(tmp_path, folder):
    made = Launches(tmp_path, folder)
    yield made
    for process in made.processes:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in made.processes:
        process.wait(30)


@on_unix
@pytest.mark.parametrize("left_by", ["nobody", "a kill"])
def test_launches_at_once_make_one_process_with_a_window_each(launches, left_by):
    if left_by == "a kill":
        first = launches.launch()
        launches.wait_for(1)
        first.kill()
        first.wait(30)
        launches.processes.clear()
        (launches.folder / "windows.txt").unlink()
    for _ in range(LAUNCHES):
        launches.launch()
    launches.wait_for(LAUNCHES)
    assert len(launches.windows()) == LAUNCHES
    assert len(set(launches.windows())) == 1
    alive = [process for process in launches.processes if process.poll() is None]
    for process in launches.processes:
        if process.pid != launches.windows()[0]:
            assert process.wait(30) == 0
    assert launches.windows()[0] in [process.pid for process in alive]


@on_unix
def test_after_a_kill_the_next_launch_opens_a_window(launches):
    first = launches.launch()
    launches.wait_for(1)
    first.kill()
    first.wait(30)
    second = launches.launch()
    launches.wait_for(2)
    assert launches.windows() == [first.pid, second.pid]


@on_unix
def test_an_app_may_ask_for_one_window_alone(launches):
    (launches.folder / ".streamlit").mkdir()
    (launches.folder / ".streamlit" / "config.toml").write_text('[desklit]\nopenAgain = "front"\n')
    for _ in range(LAUNCHES):
        launches.launch()
    launches.wait_for(1)
    (pid,) = launches.windows()
    for process in launches.processes:
        if process.pid != pid:
            assert process.wait(60) == 0
    assert launches.windows() == [pid]
