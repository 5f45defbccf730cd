"""``import streamlit`` means desklit while a test runs a script."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from ...state import alias


class _Scope:
    """The alias for as long as any script runs; afterwards an installed Streamlit is itself again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._depth = 0
        self._installed: alias.Installed | None = None
        self._kept: dict[str, ModuleType] = {}

    def enter(self) -> None:
        with self._lock:
            self._depth += 1
            if self._depth == 1 and not _is_alias():
                self._installed = alias.install()
                sys.modules.update(self._kept)

    def leave(self) -> None:
        with self._lock:
            self._depth -= 1
            if self._depth == 0 and self._installed is not None and _streamlit_is_installed():
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
def alias_for_a_run() -> Iterator[None]:
    """Let ``import streamlit`` give desklit within the block; for good where no Streamlit is installed."""
    _scope.enter()
    try:
        yield
    finally:
        _scope.leave()
