from __future__ import annotations

import logging
import os
import sys

import pytest

from desklit.desktop.crash import telling
from desklit.desktop.crash.marker import FOLDER
from desklit.desktop.crash.watch import ProcessWatch, began
from desklit.desktop.user_folders import log_folder

TRACE = "Fatal Python error: Aborted\n\nThread 1\n"


@pytest.fixture
def left(empty_home):
    """Leaves the mark of a process that is gone."""

    def leave(content):
        path = log_folder() / FOLDER / "watched.99999999"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        return path

    yield leave
    for path in log_folder().glob("watched*"):
        path.unlink()


@pytest.fixture
def told(monkeypatch):
    reports = []
    monkeypatch.setattr(telling, "tell_failed_start", lambda ending, folder: reports.append(ending))
    return reports


class Notices:
    def __init__(self):
        self.texts = []

    def say(self, text, actions, tone):
        self.texts.append((text, [name for name, _ in actions], tone))


def test_a_start_that_a_fault_has_ended_is_told_before_qt_is_asked_for_anything(left, told, qapp):
    left(f"begins\n{TRACE}")
    watch = ProcessWatch("watched")
    assert [ending.reason for ending in told] == ["Aborted"]
    notices = Notices()
    watch.on_started(notices)
    watch.close()
    assert notices.texts == []


def test_what_an_app_starts_does_not_count_as_told_of_by_the_home_window(told, qapp, monkeypatch):
    monkeypatch.setenv(telling.TELLS, "1")
    watch = ProcessWatch("watched")
    watch.on_started(Notices())
    watch.close()
    assert telling.TELLS not in os.environ


def test_a_fault_in_the_midst_is_told_in_the_window_once_the_start_is_over(left, told, qapp, caplog):
    left(f"begins\nruns\n{TRACE}")
    watch = ProcessWatch("watched")
    notices = Notices()
    watch.on_started(notices)
    watch.close()
    assert told == []
    ((text, actions, tone),) = notices.texts
    assert "Aborted" in text
    assert (actions, tone) == (["Copy details", "Open log folder"], "red")
    assert "Thread 1" in (log_folder() / "watched.log").read_text()


@pytest.mark.parametrize(("age", "said"), [(0, 1), (10**9, 0)])
def test_an_end_without_a_trace_is_told_unless_the_machine_went_down(left, told, qapp, age, said, caplog):
    path = left("begins\nruns\n")
    os.utime(path, (path.stat().st_mtime - age,) * 2)
    watch = ProcessWatch("watched")
    notices = Notices()
    watch.on_started(notices)
    watch.close()
    assert len(notices.texts) == said


def test_an_end_that_the_offer_of_its_session_tells_of_is_not_told_twice(left, told, qapp, caplog):
    left("begins\nruns\n")
    watch = ProcessWatch("watched")
    notices, asked = Notices(), []
    watch.on_started(notices, lambda ending: asked.append(ending) is None)
    watch.close()
    assert len(asked) == 1
    assert notices.texts == []


@pytest.mark.skipif(sys.platform != "linux", reason="displays have files there")
def test_an_end_before_the_display_was_started_came_with_the_displays(tmp_path):
    (tmp_path / "wayland-7").touch()
    os.utime(tmp_path / "wayland-7", (5e9, 5e9))
    env = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":none.0"}
    assert began(env) == 5e9
    assert 0 < began({}) < 5e9


def test_a_folder_that_cannot_be_written_to_keeps_no_app_from_starting(monkeypatch, tmp_path, qapp, caplog):
    (tmp_path / "desklit").write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    watch = ProcessWatch("watched")
    logging.getLogger("desklit.desktop").warning("unheard")
    watch.on_started(Notices())
    watch.close()
