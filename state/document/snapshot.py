"""What of a session goes into a document."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import Any

from ..element import WidgetId
from ..records import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """One value of a session.

    Args:
        value: The value.
        key: The script's key, if there is one.
        mark: What tells a widget without key, or one with, apart from others; "" for the script's own values.
    """

    value: Any
    key: str | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session at one moment.

    Args:
        script: The app's script.
        title: What the app's window is called.
        held: The values.
        page: The name of the page that was open; "" for the first.
        query: The query parameters.
    """

    script: Path
    title: str = ""
    held: tuple[Held, ...] = ()
    page: str = ""
    query: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())


def mark_of(id: WidgetId) -> str:
    """A widget's identity as a text that is the same in the next process.

    Identities hold arguments: those whose ``repr`` holds an address make no mark that is found again, and
    their widgets start over.
    """
    import hashlib

    return hashlib.sha256(repr(id).encode("utf-8", "backslashreplace")).hexdigest()[:32]
