"""A session survives the worst end of its process; ``DESKLIT_KILLS=200`` tries it more often."""

from __future__ import annotations

import os
import random

import pytest

from . import kill

KILLS = int(os.environ.get("DESKLIT_KILLS", "10"))
FAR_TOO_LONG = 10.0
"""Seconds; kill.py itself tells how much is lost, and a busy machine is no mistake."""


@pytest.mark.skipif(os.name == "nt", reason="there is no signal that ends a process like this")
@pytest.mark.parametrize("seed", range(KILLS))
def test_what_a_killed_app_leaves_is_whole_and_recent(seed, monkeypatch):
    for name in ("XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, "")  # put back as they were at the end
    outcome = kill.kill_once(random.Random(seed), longest=0.8)
    assert outcome.consistent
    assert outcome.age < FAR_TOO_LONG
