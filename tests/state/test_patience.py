from __future__ import annotations

import time

import pytest

from desklit.state.config import Config
from desklit.state.context import RunInterrupted, enter_run
from desklit.state.patience import PatientSleep, patient_sleep
from desklit.state.run import Run
from desklit.state.session_state import SessionState


@pytest.fixture
def run(tmp_path):
    made = Run(1, SessionState(), Config.load(home=tmp_path, cwd=tmp_path, env={}))
    enter_run(made)
    yield made
    enter_run(None)


def test_a_sleep_lasts_as_long_as_asked(run):
    before = time.monotonic()
    patient_sleep(0.12)
    assert time.monotonic() - before >= 0.12


def test_a_run_that_is_no_longer_wanted_does_not_sleep_on(run):
    run.stop_requested = True
    with pytest.raises(RunInterrupted):
        patient_sleep(3600)


def test_outside_of_a_run_nothing_changes():
    patient_sleep(0)
    with pytest.raises(ValueError, match="sleep"):
        patient_sleep(-1)


def test_time_sleep_is_given_back():
    real = time.sleep
    patch = PatientSleep()
    assert time.sleep is patient_sleep
    patch.close()
    assert time.sleep is real
