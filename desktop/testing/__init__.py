"""Headless tests of scripts: ``AppTest`` runs a script, looks at what it shows, and acts as a user does."""

from __future__ import annotations

from .app_test import AppTest
from .errors import AppTestError, ScriptTimeoutError

__all__ = ["AppTest", "AppTestError", "ScriptTimeoutError"]
