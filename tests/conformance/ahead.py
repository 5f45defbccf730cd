"""Plays all scenarios and examples beside the tests that come before those that look at them.

    python ahead.py FILE

writes the traces of both sides to a file; `Ahead` has that done and gives them.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import docstrings
import run


class Ahead:
    """What a process of its own plays meanwhile.

    A plugin of pytest: it begins with the first test that measures nothing.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="conformance-")
        self._file = Path(self._folder.name) / "traces.json"
        self._process: subprocess.Popen[bytes] | None = None
        self._traces: dict[str, Any] = {}

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        if self._process is None and "benchmarks/" not in nodeid:
            self._begin()

    def _begin(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, __file__, str(self._file)]
        self._process = subprocess.Popen(words, start_new_session=True, stdout=subprocess.DEVNULL)
        return self._process

    def play(self, names: list[str]) -> run.Both:
        """The oracle's traces and desklit's; waits for them."""
        if not self._traces:
            ended = (self._process or self._begin()).wait()
            assert ended == 0, "Playing the scenarios failed; `make conformance` says why."
            self._traces = json.loads(self._file.read_text())
        oracle, subject = zip(*(self._traces[name] for name in names), strict=True)
        return dict(zip(names, oracle, strict=True)), dict(zip(names, subject, strict=True))

    def end(self) -> None:
        """Stop what still plays."""
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._folder.cleanup()


def main() -> None:
    oracle, subject = run.play_both([*run.scenario.names(), *docstrings.to_play(docstrings.collect())])
    Path(sys.argv[1]).write_text(json.dumps({name: [oracle[name], subject[name]] for name in oracle}))


if __name__ == "__main__":
    main()
