"""Runs functions in forked children, so that no scenario sees what another one left behind."""

from __future__ import annotations

import ast
import contextlib
import gc
import importlib
import importlib.metadata
import json
import os
import pkgutil
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


def settle_environment(hashes: str = "0") -> None:
    """Start over with fixed hashing and single-threaded maths, once.

    Args:
        hashes: The seed of Python's hashing, by which sets are ordered.
    """
    wanted = {**SURROUNDINGS, "PYTHONHASHSEED": hashes}
    if any(os.environ.get(name) != value for name, value in wanted.items()):
        os.environ.update(wanted)
        os.execv(sys.executable, [sys.executable, *sys.argv])


def import_ahead(module: str) -> None:
    """Import what most scenarios need, so that no child has to.

    Args:
        module: The module that has AppTest.
    """
    found = importlib.import_module(module)
    found.AppTest  # noqa: B018  # a lazy module imports it now
    for name in ("numpy", "pandas", "pyarrow", "jinja2", "pandas.io.formats.style"):
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    package = importlib.import_module(module.partition(".")[0])
    if package.__name__ == "streamlit":
        # It looks into every distribution that is installed, anew in each child, for components to register.
        importlib.metadata.distributions = lambda **_: iter(())  # type: ignore[assignment]
        importlib.import_module("streamlit.components.v2.manifest_scanner")
        _parse_patiently()
    else:
        for folder in ("state", "widgets"):
            inner = importlib.import_module(f"{package.__name__}.{folder}")
            for each in pkgutil.walk_packages(inner.__path__, f"{inner.__name__}."):
                importlib.import_module(each.name)
    gc.collect()
    gc.freeze()  # a child that collects would copy all of it


def _parse_patiently() -> None:
    """Python's own parser is no part of what is compared.

    Up to Python 3.11.7 it refuses a correct script when the garbage collector prints a traceback meanwhile;
    Streamlit then shows an empty page.
    """
    parse = ast.parse

    def patient(*args: Any, **kwargs: Any) -> Any:
        for _ in range(20):
            with contextlib.suppress(SystemError):
                return parse(*args, **kwargs)
        return parse(*args, **kwargs)

    ast.parse = patient  # type: ignore[assignment]


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
