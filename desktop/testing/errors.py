"""What can go wrong in a test, apart from what the script itself raises."""

from __future__ import annotations


class AppTestError(RuntimeError):
    """A test asks for something that a user could not do."""


class ScriptTimeoutError(RuntimeError):
    """The script did not end in time; the message says where it was."""
