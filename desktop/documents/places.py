"""Where documents have their things: the user's key, the list of recent ones, and sessions that are kept."""

from __future__ import annotations

from pathlib import Path

from ..user_folders import state_folder


def key_file() -> Path:
    """The key that signs this user's documents."""
    return _data() / "document.key"


def recent_file() -> Path:
    """The list of recent documents."""
    return _data() / "recent" / "documents.json"


def session_folder() -> Path:
    """Where sessions are kept while their windows are open."""
    return state_folder() / "sessions"


def _data() -> Path:
    from platformdirs import user_data_path

    return user_data_path("desklit", appauthor=False)
