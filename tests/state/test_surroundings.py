from __future__ import annotations

import os
import sys

import pytest

from desklit.state.surroundings import _name

NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME")


def test_the_user_is_named_as_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("USER", "ada")
    assert _name() == "ada"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always sets USERNAME")
def test_where_the_environment_is_silent_the_user_is_named_as_the_system_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pwd

    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    assert _name() == pwd.getpwuid(os.getuid()).pw_name
