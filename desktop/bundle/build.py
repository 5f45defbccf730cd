"""Lets PyInstaller do its work in a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from ..call import UsageError

_TOLD = 12  # lines of PyInstaller's own words when it fails
_MISSING = (
    "PyInstaller is needed to make bundles, and is not installed here. "
    "Install it by: pip install 'desklit[bundle]'"
)


def check_builder() -> None:
    """Make sure that PyInstaller is there, and what it works with.

    Raises:
        UsageError: It is not; the message tells how to install it.
    """
    if find_spec("PyInstaller") is None:
        raise UsageError(_MISSING)
    if sys.platform == "linux" and shutil.which("objdump") is None:
        raise UsageError("PyInstaller needs objdump. Debian and Ubuntu have it in the package binutils.")


def build(spec: Path, output: Path, log: Path) -> None:
    """Make a bundle.

    Args:
        spec: What :func:`.staging.stage` wrote.
        output: The folder to put the bundle into.
        log: Where to write what PyInstaller says.

    Raises:
        UsageError: It failed; the message holds its last words and where all of them are.
    """
    words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"]
    places = ["--distpath", str(output), "--workpath", str(spec.parent / "work"), str(spec)]
    with log.open("w", encoding="utf-8") as told:
        # In the spec's folder: a user's own select.py in the working folder would be taken for Python's.
        done = subprocess.run(
            [sys.executable, *words, *places],
            cwd=spec.parent,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-_TOLD:]
        raise UsageError("PyInstaller could not make the bundle. Its last words:\n  " + "\n  ".join(last))
