"""What is process-wide while a test runs a script: ``import streamlit`` means desklit, and ``__main__``."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from ...state import alias
from ...state.main_module import MainModule, remove_main_stand_in


class _Scope:
    """Both for as long as any script runs; afterwards Streamlit and ``__main__`` are themselves again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._depth = 0
        self._installed: alias.Installed | None = None
        self._kept: dict[str, ModuleType] = {}
        self._had_stand_in = False

    def enter(self) -> None:
        with self._lock:
            self._depth += 1
            if self._depth > 1:
                return
            self._had_stand_in = type(sys.modules["__main__"]) is MainModule
            if not _is_alias():
                self._installed = alias.install()
                sys.modules.update(self._kept)

    def leave(self) -> None:
        with self._lock:
            self._depth -= 1
            if self._depth > 0:
                return
            if not self._had_stand_in:
                remove_main_stand_in()
            if self._installed is not None and _streamlit_is_installed():
                # The modules are kept for the next run, which then need not look up every name again.
                self._kept = {
                    name: module
                    for name, module in list(sys.modules.items())
                    if isinstance(module, alias.AliasModule)
                }
                self._installed.uninstall()
                self._installed = None


def _is_alias() -> bool:
    return any(isinstance(finder, alias.Installed) for finder in sys.meta_path)


def _streamlit_is_installed() -> bool:
    finders = [finder for finder in sys.meta_path if not isinstance(finder, alias.Installed)]
    return any(getattr(finder, "find_spec", lambda *_: None)("streamlit", None) for finder in finders)


_scope = _Scope()


@contextmanager
def script_surroundings() -> Iterator[None]:
    """The surroundings within the block; the alias stays for good where no Streamlit is installed."""
    _scope.enter()
    try:
        yield
    finally:
        _scope.leave()
