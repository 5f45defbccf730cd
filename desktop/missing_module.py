"""Says how to install what a script imports and the interpreter that runs it does not have."""

from __future__ import annotations

import shlex
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from .notices import escaped

if TYPE_CHECKING:
    from .window import Window

# Modules whose package has another name.
_PACKAGES = {
    "bs4": "beautifulsoup4",
    "cv2": "opencv-python",
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "dotenv": "python-dotenv",
    "fitz": "PyMuPDF",
    "google": "",  # one of many
    "PIL": "Pillow",
    "serial": "pyserial",
    "skimage": "scikit-image",
    "sklearn": "scikit-learn",
    "yaml": "PyYAML",
}


WINDOWS = sys.platform == "win32"


def install_command(module: str, python: str = sys.executable, *, windows: bool = WINDOWS) -> str:
    """The command that installs a module for an interpreter; "" where there is no telling.

    Args:
        module: The module's name, as it was imported.
        python: The interpreter.
        windows: Whether it is typed into a terminal of Windows.
    """
    top = module.partition(".")[0]
    package = _PACKAGES.get(top, top)
    if not package or top in sys.stdlib_module_names or getattr(sys, "frozen", False):
        return ""
    words = [python, "-m", "pip", "install", package]
    return subprocess.list2cmdline(words) if windows else shlex.join(words)


def say_missing(window: Window, error: ModuleNotFoundError) -> None:
    """Say in a window that what its script imports is not there, and what would install it."""
    command = install_command(error.name or "") if error.name else ""
    if not command:
        return
    copy = partial(QGuiApplication.clipboard().setText, command)
    window.notices.say(
        f":material/download: {escaped(error.name or '')} is not installed for this app's Python: "
        f"{escaped(command)}",
        [("Copy the command", copy)],
    )
