from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desklit.state.document.packed import pack
from desklit.state.document.recorder import Recorder
from desklit.state.document.snapshot import Held, Snapshot


class Session:
    """One value, and runs that begin and end as a test says."""

    def __init__(self):
        self.value = 0
        self.runs = 0
        self.busy = False
        self.versions = []
        self.told = threading.Condition()
        self.recorder = Recorder(self.pack, self.moment, self.on_packed, pause=0)

    def pack(self):
        return pack(Snapshot(Path("/a.py"), held=(Held(self.value, "value"),)))

    def moment(self):
        return None if self.busy else self.runs

    def on_packed(self, packed):
        with self.told:
            self.versions.append(packed.entries[0]["value"])
            self.told.notify_all()

    def has(self, value):
        with self.told:
            assert self.told.wait_for(lambda: value in self.versions, 10)

    def run(self, values):
        self.busy = True
        for value in values:
            self.value = value
            threading.Event().wait(0.002)
        self.recorder.on_run_finished()
        self.busy = False
        self.runs += 1


@pytest.fixture
def session():
    made = Session()
    yield made
    made.recorder.close()


def test_a_change_is_taken(session):
    session.value = 5
    session.recorder.note()
    session.has(5)


def test_a_run_is_taken_at_its_end_alone(session):
    for start in range(1, 400, 10):
        session.run(range(start, start + 10))
    session.has(400)
    assert {version % 10 for version in session.versions} == {0}


def test_a_run_that_does_not_end_is_not_waited_for(session):
    session.busy = True
    session.value = 7
    session.recorder.note()
    session.has(7)


def test_a_session_that_is_never_left_alone_for_long_is_taken_at_the_end_of_a_run(session):
    """To look through it takes longer than its runs are apart."""
    versions = []

    def slow():
        value = session.value
        threading.Event().wait(0.02)
        versions.append((session.busy, value == session.value))
        return session.pack()

    done = threading.Event()
    session.recorder.ask(slow, lambda packed: done.set())
    start = 1
    while not done.is_set() and start < 10_000:
        session.run(range(start, start + 10))
        start += 10
    assert versions[-1] == (True, True)  # in a run, in which nothing has changed meanwhile


def test_in_a_long_run_a_moment_is_waited_for_in_which_the_script_changes_nothing(session):
    session.busy = True
    steps = iter(range(1, 4))

    def stepping():
        session.value = next(steps, session.value)
        return session.pack()

    got = []
    done = threading.Event()
    session.recorder.ask(stepping, lambda packed: (got.append(packed), done.set()))
    assert done.wait(10)
    assert got[0].entries[0]["value"] == 3


def test_who_asks_gets_the_session_while_nothing_changes_too(session):
    got = []
    done = threading.Event()
    session.recorder.ask(session.pack, lambda packed: (got.append(packed), done.set()))
    assert done.wait(10)
    assert got[0].entries[0]["value"] == 0
    assert session.versions == []


def test_what_changes_while_it_is_looked_through_is_looked_at_again(session):
    tries = []

    def changing():
        tries.append(1)
        if len(tries) < 3:
            raise RuntimeError("dictionary changed size during iteration")
        return session.pack()

    done = threading.Event()
    session.recorder.ask(changing, lambda packed: done.set())
    assert done.wait(10)
    assert len(tries) == 3


def test_what_was_asked_for_is_done_before_the_end():
    session = Session()
    got = []
    session.recorder.ask(session.pack, got.append)
    session.recorder.close()
    assert len(got) == 1


def test_a_pack_that_fails_does_not_end_it(session, caplog):
    def broken():
        raise ValueError("broken")

    session.recorder.ask(broken, print)
    session.value = 3
    session.recorder.note()
    session.has(3)
    assert "could not be taken" in caplog.text


def test_a_version_that_takes_long_to_write_is_followed_by_the_next_without_a_pause():
    session = Session()
    session.recorder.close()
    written = session.on_packed

    def write_slowly(packed):
        threading.Event().wait(0.5)
        written(packed)

    session.recorder = Recorder(session.pack, session.moment, write_slowly, pause=60)
    session.value = 1
    session.recorder.note()
    session.has(1)
    session.value = 2
    session.recorder.note()
    session.has(2)
    session.recorder.close()
