"""Tests of apps: ``AppTest`` without a window, and a pytest plugin that opens the real one.

Names are imported when they are first used: the plugin lies in this package, and pytest loads it
in every session.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .app_test import AppTest
    from .driver import AppDriver
    from .errors import AppTestError, ScriptTimeoutError

__all__ = ["AppDriver", "AppTest", "AppTestError", "ScriptTimeoutError"]

_PLACES = {
    "AppDriver": "driver",
    "AppTest": "app_test",
    "AppTestError": "errors",
    "ScriptTimeoutError": "errors",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(f".{_PLACES[name]}", __name__), name)
    globals()[name] = value
    return value
