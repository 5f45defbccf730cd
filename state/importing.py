"""Imports the modules that a script turns out to need while it runs.

Qt's classes come to be in Python when they are first named, which two threads must not cause at once: that
ends the process. Whoever shows windows has such modules imported on the thread of its windows; a script
runs on another one.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any


class Importer:
    """Imports modules, one thread at a time."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._elsewhere: Callable[[str], None] | None = None

    def go_through(self, elsewhere: Callable[[str], None] | None) -> None:
        """Have modules imported by something else from now on; None: by the thread that needs them.

        Args:
            elsewhere: Returns once it has imported the module of this name, or could not.
        """
        self._elsewhere = elsewhere

    def find(self, name: str) -> ModuleType:
        """A module by its absolute name.

        Raises:
            ImportError: It can't be imported.
        """
        module = sys.modules.get(name)
        if module is not None and not _is_begun(module):
            return module
        if self._elsewhere is not None:
            self._elsewhere(name)
        with self._lock:
            return importlib.import_module(name)


def _is_begun(module: ModuleType) -> bool:
    """Whether another thread is only importing it."""
    spec: Any = getattr(module, "__spec__", None)
    return bool(getattr(spec, "_initializing", False))


importer = Importer()
"""The one of this process: modules are the process's, too."""
