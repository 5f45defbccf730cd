from __future__ import annotations

import pytest

from desklit.desktop.home import opening
from desklit.desktop.home.opening import Opening


@pytest.fixture
def starts(monkeypatch, qapp):
    def make(code):
        import sys

        monkeypatch.setattr(opening, "program_of", lambda: (sys.executable, "-c", code))

    return make


def test_an_app_that_ends_in_an_error_tells_the_last_line(starts, tmp_path, qtbot):
    starts("import sys; sys.exit('desklit: no window can be opened')")
    started = Opening(tmp_path / "a.py")
    with qtbot.waitSignal(started.failed, timeout=20_000) as failed:
        pass
    assert failed.args == [tmp_path / "a.py", "no window can be opened"]


def test_an_app_that_ends_well_tells_nothing(starts, tmp_path, qtbot):
    starts("pass")
    started = Opening(tmp_path / "a.py")
    with qtbot.assertNotEmitted(started.failed), qtbot.waitSignal(started.ended, timeout=20_000):
        pass
