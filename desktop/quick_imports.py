"""Spares Shiboken from reading the sources of hundreds of modules.

After each import Shiboken looks for PySide's name in the source of what was imported, to know whether the
switches of ``__feature__`` concern it. It does so through ``inspect`` and ``linecache``: for all of desklit
that is a tenth of the time to start, and every line is kept, seven MiB in all.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_OWN = __name__.partition(".")[0]


def spare_sources() -> None:
    """Let Shiboken decide without ``linecache``; a Shiboken that goes about it otherwise is left alone."""
    import PySide6.QtCore  # noqa: F401 - it brings Shiboken's part

    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = uses_pyside


def uses_pyside(module: ModuleType) -> bool:
    """Whether a module names PySide6 in its source; one of desklit's own is not even read."""
    if module.__name__.partition(".")[0] == _OWN:
        return True
    path = getattr(module, "__file__", None)
    if not isinstance(path, str) or not path.endswith((".py", ".pyw")):
        return False
    try:
        with open(path, "rb") as file:
            return b"PySide6" in file.read()
    except OSError:
        return False
