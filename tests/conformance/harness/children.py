"""Runs functions in forked children, so that no scenario sees what another one left behind."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

SURROUNDINGS = {
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MPLBACKEND": "Agg",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "TZ": "UTC",
    "QT_QPA_PLATFORM": "offscreen",
}


def settle_environment() -> None:
    """Start over with fixed hashing and single-threaded maths, once."""
    if any(os.environ.get(name) != value for name, value in SURROUNDINGS.items()):
        os.environ.update(SURROUNDINGS)
        os.execv(sys.executable, [sys.executable, *sys.argv])


def in_child(function: Callable[[], Any], limit: float) -> tuple[Any, str | None]:
    """What the function gives, computed in a child; or None and why there is nothing.

    Args:
        function: Gives what JSON can hold.
        limit: Seconds after which the child is killed.
    """
    handle, name = tempfile.mkstemp(suffix=".json")
    os.close(handle)
    path = Path(name)
    child = os.fork()
    if child == 0:
        _answer(function, path)
    killed = _wait(child, limit)
    text = path.read_text()
    path.unlink()
    if killed or not text:
        return None, f"killed after {limit:.0f} s" if killed else "the child died"
    answer = json.loads(text)
    return (answer["ok"], None) if "ok" in answer else (None, answer["fail"])


def _answer(function: Callable[[], Any], path: Path) -> None:
    try:
        os.setsid()
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        try:
            answer = {"ok": function()}
        except BaseException:
            answer = {"fail": traceback.format_exc()[-2000:]}
        path.write_text(json.dumps(answer))
    finally:
        os._exit(0)


def _wait(child: int, limit: float) -> bool:
    """Wait for a child; True if it had to be killed."""
    end = time.monotonic() + limit
    while not os.waitpid(child, os.WNOHANG)[0]:
        if time.monotonic() > end:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return True
        time.sleep(0.01)
    return False
