"""Imports on the windows' thread what scripts need on theirs."""

from __future__ import annotations

import importlib
import logging
import threading

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger("desklit.desktop")
PATIENCE = 10.0  # seconds: a thread of windows that is held up itself must not hold up the script for ever


class GuiImports(QObject):
    """Made on the windows' thread; may be called from any.

    Args:
        parent: Its owner.
    """

    _wanted = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = threading.get_ident()
        self._wanted.connect(self._on_wanted)

    def __call__(self, name: str) -> None:
        """Import a module, and wait until that is done."""
        if threading.get_ident() == self._thread:
            return
        done = threading.Event()
        try:
            self._wanted.emit(name, done)
        except RuntimeError:  # the windows are gone
            return
        done.wait(PATIENCE)

    def _on_wanted(self, name: str, done: threading.Event) -> None:
        try:
            importlib.import_module(name)
        except Exception:
            # Who asked imports it again, and gets the error where it belongs.
            _log.debug("%s can't be imported", name, exc_info=True)
        finally:
            done.set()
