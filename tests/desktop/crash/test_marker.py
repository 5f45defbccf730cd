from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from desklit.desktop.crash.marker import FOLDER, Marker, endings

PROCESS = """
import sys, os
from pathlib import Path
from desklit.desktop.crash.marker import Marker
marker = Marker("app", Path(sys.argv[1]))
{then}
"""
STARTED = "marker.on_started()\n"
SEGFAULT = "import ctypes\nctypes.string_at(0)"


@pytest.fixture
def ended(tmp_path):
    """Runs a process with a mark of its own to its end."""

    def run(then):
        return subprocess.run(
            [sys.executable, "-c", PROCESS.format(then=then), str(tmp_path)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def test_a_process_that_ends_as_it_should_leaves_nothing(ended, tmp_path):
    assert ended(STARTED + "marker.close()").returncode == 0
    assert endings("app", tmp_path) == []
    assert list((tmp_path / FOLDER).iterdir()) == []


@pytest.mark.parametrize(("before", "at_start"), [("", True), (STARTED, False)])
def test_a_fault_in_c_is_told_once_with_its_trace(ended, tmp_path, before, at_start):
    assert ended(before + SEGFAULT).returncode != 0
    (ending,) = endings("app", tmp_path)
    assert ending.at_start is at_start
    assert "string_at" in ending.trace
    assert ending.reason
    assert "begins" not in ending.trace
    assert endings("app", tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="what a fault is called there")
def test_the_reason_is_the_kind_of_fault(ended, tmp_path):
    assert ended("os.abort()").returncode == -signal.SIGABRT
    assert endings("app", tmp_path)[0].reason == "Aborted"


def test_an_end_by_os_exit_is_told_without_a_trace(ended, tmp_path):
    assert ended(STARTED + "os._exit(3)").returncode == 3
    (ending,) = endings("app", tmp_path)
    assert (ending.trace, ending.reason, ending.at_start) == ("", "", False)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_a_kill_is_told(ended, tmp_path):
    assert ended(STARTED + "os.kill(os.getpid(), 9)").returncode == -signal.SIGKILL
    assert len(endings("app", tmp_path)) == 1


def test_a_process_that_runs_and_one_of_another_app_are_not_meant(ended, tmp_path):
    running = subprocess.Popen(
        [sys.executable, "-c", PROCESS.format(then="print('there', flush=True); input()"), str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stdout.readline().strip() == b"there"
    assert endings("app", tmp_path) == []
    running.communicate(b"\n", timeout=60)
    assert endings("ap", tmp_path) == []
    assert len(endings("app", tmp_path)) == 1


def test_a_mark_of_this_process_is_not_taken_for_an_end(tmp_path):
    marker = Marker("app", tmp_path)
    assert endings("app", tmp_path) == []
    marker.close()
    assert list((tmp_path / FOLDER).iterdir()) == []
